/** Who did what, from where. Credits stand in printed order; one group is one role. */
export type Credit = { role: Role; people: readonly Credited[] }

/** A person, or a whole desk or bureau, in a credit. `place` and `organisation` stand as printed; `person` is our own id. */
export type Credited = { name: string; place?: string; organisation?: string; kind?: 'desk'; person?: string }

export const roles = [
  'reporting',
  'additional reporting',
  'writing',
  'additional writing',
  'editing',
  'additional editing',
  'compiling',
  'translating',
  'graphics',
  'polling',
  'analysis',
  'contributing',
  'byline',
] as const

export type Role = (typeof roles)[number]

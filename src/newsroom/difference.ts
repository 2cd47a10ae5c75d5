import { type Draft } from '../story/story.ts'

/** The names of the fields in which two drafts differ. */
export function fieldsThatDiffer(one: Draft, other: Draft): (keyof Draft)[] {
  return draftFields.filter((field) => !same(one[field], other[field]))
}

/** Whether readers get other words, or other pictures, from two drafts. */
export function readsDifferently(one: Draft, other: Draft): boolean {
  return fieldsThatDiffer(one, other).some((field) => !unread.has(field))
}

/** Whether a draft has nothing that is new to anybody outside the house. */
export function isUnchanged(one: Draft, other: Draft): boolean {
  return fieldsThatDiffer({ ...one, notes: outside(one) }, { ...other, notes: outside(other) }).every((field) =>
    housekept.has(field),
  )
}

function outside({ notes }: Draft): Draft['notes'] {
  return { public: notes.public, desk: [] }
}

/** Fields that never leave the desk. */
const housekept: ReadonlySet<keyof Draft> = new Set(['source', 'printed', 'contact'])

const draftFields = Object.keys({
  slug: 1,
  headline: 1,
  standfirst: 1,
  dateline: 1,
  byline: 1,
  copy: 1,
  running: 1,
  pictures: 1,
  credits: 1,
  language: 1,
  direction: 1,
  urgency: 1,
  genre: 1,
  sections: 1,
  subjects: 1,
  keywords: 1,
  embargo: 1,
  rights: 1,
  notes: 1,
  contact: 1,
  standards: 1,
  related: 1,
  translationOf: 1,
  updateOf: 1,
  source: 1,
  printed: 1,
  formerAddresses: 1,
} satisfies Record<keyof Draft, 1>) as (keyof Draft)[]

/** Fields that carry none of the words a reader was told. */
const unread: ReadonlySet<keyof Draft> = new Set([
  'slug',
  'urgency',
  'sections',
  'subjects',
  'keywords',
  'embargo',
  'notes',
  'contact',
  'standards',
  'related',
  'translationOf',
  'updateOf',
  'source',
  'printed',
  'formerAddresses',
])

/** Equal as data; the order of an object's keys says nothing. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((value, at) => same(value, other[at]))
    )
  const a = one as Record<string, unknown>
  const b = other as Record<string, unknown>
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]))
}

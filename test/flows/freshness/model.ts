/** Everything by which a story comes onto lists of a part of the house only. */
export type Filing = { section: string; place: string; person: string; topic: string }

type Words = { headline: string; slug: string; filing: Filing }

/** What one process is asked to do. `embargo` is in milliseconds since 1970. */
export type Act =
  | ({ do: 'publish'; related: readonly string[]; embargo?: number } & Words)
  | ({ do: 'update' | 'correct'; story: string; version: number } & Words)
  | { do: 'kill'; story: string; version: number }
  | { do: 'house'; name: string }
  | { do: 'front'; section: string; lead: string; basedOn: number }

/** What became of it; `path` is where the story stands now, `at` when it was acknowledged (milliseconds since 1970). */
export type Done = {
  id: number
  story: string
  version: number
  path: string
  at: number
  refused?: string
}

/** What a reader got, and when he asked, in milliseconds since 1970. */
export type Read = { path: string; status: number; text: string; location: string; sent: number }

/** What is public, as somebody would know it who heard every acknowledgement at once. */
export type Known = {
  n: number
  revision: number
  id: string
  version: number
  /** Where it stands now, and where it stood. */
  path: string
  former: string[]
  slug: string
  related: string[]
  filing: Filing
  /** The acts by which it last had more news, and by which it was corrected. */
  news: number
  corrected: readonly number[]
  is: 'public' | 'killed' | 'embargoed'
  until?: number
}

/** The whole house: stories in the order in which they came out, and which one leads a front (by section, '' the house's). */
export type World = {
  stories: Known[]
  house: string
  arranged: Map<string, { lead: Known; number: number }>
}

/** Headlines carry which story and which state of it they are, so that any page can be read for what is outdated on it. */
export function headlineOf(known: Pick<Known, 'n' | 'revision'>): string {
  return `Token ${tokenOf(known)} of the day`
}

export function tokenOf({ n, revision }: Pick<Known, 'n' | 'revision'>): string {
  return `s${n}r${revision}e`
}

/** Everything on a page that nobody may be shown: states of stories that were replaced, killed, or are still secret. */
export function outdatedOn(text: string, stories: readonly Known[], but?: number): string[] {
  const now = Date.now()
  return [...tokensOn(text)].filter((token) => {
    const known = storyOf(token, stories)
    return !known || (known.n !== but && (!isOpen(known, now) || tokenOf(known) !== token))
  })
}

export function tokensOn(text: string): Set<string> {
  return new Set(text.match(/\bs\d+r\d+e\b/g))
}

/** The story of which a token is some state. */
export function storyOf(token: string, stories: readonly Known[]): Known | undefined {
  return stories[Number(/\d+/.exec(token)?.[0])]
}

/** Whether anybody may see it at a moment: what was under embargo opens by the clock. */
export function isOpen({ is, until = Infinity }: Known, now: number): boolean {
  return is === 'public' || (is === 'embargoed' && until <= now)
}

/** What one process is asked to do. `embargo` is in milliseconds since 1970. */
export type Act =
  | { do: 'publish'; headline: string; slug: string; related: readonly string[]; embargo?: number }
  | { do: 'update' | 'correct'; story: string; version: number; headline: string; slug: string }
  | { do: 'kill'; story: string; version: number }
  | { do: 'house'; name: string }
  | { do: 'front'; lead: string; basedOn: number }

/** What became of it; `path` is where the story stands now. */
export type Done = { id: number; story: string; version: number; path: string; refused?: string }

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
  is: 'public' | 'killed' | 'embargoed'
  until?: number
}

/** Headlines carry which story and which state of it they are, so that any page can be read for what is outdated on it. */
export function headlineOf({ n, revision }: { n: number; revision: number }): string {
  return `Token s${n}r${revision}e of the day`
}

/** Everything on a page that nobody may be shown: states of stories that were replaced, killed, or are still secret. */
export function outdatedOn(text: string, stories: readonly Known[], but?: number): string[] {
  const now = Date.now()
  return [...new Set(text.match(/\bs\d+r\d+e\b/g))].filter((token) => {
    const [n = -1, revision] = (token.match(/\d+/g) ?? []).map(Number)
    const known = stories[n]
    return n !== but && (!known || !isOpen(known, now) || known.revision !== revision)
  })
}

/** Whether anybody may see it at a moment: what was under embargo opens by the clock. */
export function isOpen({ is, until = Infinity }: Known, now: number): boolean {
  return is === 'public' || (is === 'embargoed' && until <= now)
}

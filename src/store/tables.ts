/** The tables that make an agency what it is, each after those it refers to, with the order in which rows are written out. */
export const tables: readonly { name: string; order: string; without: readonly string[] }[] = [
  table('agency', 'one'),
  table('house', 'number'),
  table('person', 'id'),
  table('access_key', 'id'),
  table('raw', 'hash', 'bytes'),
  table('picture', 'hash'),
  table('story', 'id'),
  table('version', 'story, number'),
  table('in_section', 'story, section'),
  table('credited', 'story, person, role'),
  table('in_topic', 'story, code'),
  table('in_place', 'story, place'),
  table('pictured', 'hash, story'),
  table('address', 'path'),
  table('source', 'id'),
  table('refusal', 'id'),
  table('correction', 'id'),
  table('journal', 'number'),
  table('journal_head', 'one'),
  table('event', 'number'),
  table('event_head', 'one'),
  table('release', 'story'),
  table('front', 'edition, section, number'),
  table('search', 'story'),
]

/** Tables whose numbers the database gives out. */
export const identities = ['source', 'refusal', 'correction']

function table(name: string, order: string, ...without: string[]) {
  return { name, order, without }
}

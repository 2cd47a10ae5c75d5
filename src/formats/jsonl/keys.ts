/** What a key of a record may mean, and the names under which it comes. The first name that is there wins. */
export const keys = {
  text: ['raw', 'text', 'body', 'content', 'copy', 'body_text'],
  headline: ['headline', 'title'],
  standfirst: ['standfirst', 'summary', 'abstract', 'description', 'subtitle'],
  byline: ['byline', 'author', 'authors'],
  published: ['published', 'published_at', 'publishedAt', 'date', 'datetime', 'pubdate', 'pubDate', 'timestamp'],
  updated: [
    ...['updated', 'updated_at', 'updatedAt', 'versioncreated', 'versionCreated', 'version_created'],
    ...['modified', 'modified_at', 'modifiedAt', 'dateModified', 'last_modified', 'lastmod'],
  ],
  version: ['version', 'revision'],
  guid: ['file', 'guid', 'id', 'uri', 'uuid'],
  address: ['url', 'link', 'address'],
  language: ['language', 'lang'],
  keywords: ['keywords', 'tags'],
  provider: ['provider', 'source', 'publisher', 'agency'],
} as const

export type Field = keyof typeof keys

/** The fields of a record as text (lists as they are), and the keys that have no place. */
export function fieldsOf(record: Readonly<Record<string, unknown>>): {
  fields: Partial<Record<Field, string>>
  lists: Partial<Record<Field, readonly string[]>>
  unknown: string[]
} {
  const fields: Partial<Record<Field, string>> = {}
  const lists: Partial<Record<Field, readonly string[]>> = {}
  const used = new Set<string>()
  for (const [field, names] of Object.entries(keys) as [Field, readonly string[]][]) {
    const name = names.find((one) => said(record[one]))
    if (!name) continue
    used.add(name)
    const value = record[name]
    if (Array.isArray(value)) lists[field] = value.filter((one) => typeof one === 'string')
    else fields[field] = String(value)
  }
  const unknown = Object.keys(record).filter((name) => !used.has(name) && said(record[name]))
  return { fields, lists, unknown }
}

function said(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  return (
    typeof value === 'number' || (Array.isArray(value) && value.some((one) => typeof one === 'string' && one.trim()))
  )
}

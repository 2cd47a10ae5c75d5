import { readFileSync } from 'node:fs'

type Node = Record<string, unknown> & { '@id': string }
type Ref = { '@id': string }

/**
 * Holds JSON-LD to the vocabulary of schema.org (the file `schemaorg-current-https.jsonld`): every type and property is
 * there, the property belongs to the type, and it takes that kind of value. Answers what is wrong, by path.
 */
export function schemaOrg(file: string): (value: unknown) => string[] {
  const { '@graph': graph } = JSON.parse(readFileSync(file, 'utf8')) as { '@graph': Node[] }
  const known = new Map(graph.map((node) => [node['@id'].replace('schema:', ''), node]))
  const refs = (node: Node | undefined, name: string): string[] =>
    [node?.[name] ?? []].flat().map((ref) => (ref as Ref)['@id'].replace('schema:', ''))
  const lineage = (type: string): string[] => [type, ...refs(known.get(type), 'rdfs:subClassOf').flatMap(lineage)]

  const look = (value: unknown, at: string): string[] => {
    const thing = value as Record<string, unknown>
    const types = [thing['@type'] ?? []].flat() as string[]
    if (types.length === 0) return [`${at} has no type`]
    const odd = types.filter((type) => !known.has(type)).map((type) => `${at}: ${type} is no type`)
    if (odd.length) return odd
    const family = new Set(types.flatMap(lineage))
    return Object.entries(thing).flatMap(([name, said]) => {
      if (name.startsWith('@')) return []
      const property = known.get(name)
      if (!property) return [`${at}.${name} is no property`]
      if (!refs(property, 'schema:domainIncludes').some((type) => family.has(type)))
        return [`${at}.${name} does not belong to ${types.join(', ')}`]
      const takes = refs(property, 'schema:rangeIncludes')
      return [said].flat().flatMap((one) => {
        const place = `${at}.${name}`
        if (typeof one === 'object' && one !== null) {
          const kinds = ([(one as Record<string, unknown>)['@type'] ?? []].flat() as string[]).flatMap(lineage)
          const fits = takes.some((type) => kinds.includes(type))
          return [...(fits ? [] : [`${place} takes no ${kinds[0]} but ${takes.join(', ')}`]), ...look(one, place)]
        }
        return takes.some((type) => isOf(type, one))
          ? []
          : [`${place} takes no ${JSON.stringify(one)} but ${takes.join(', ')}`]
      })
    })
  }
  return (value) => look(value, '$')
}

/** A plain value in place of a data type. An address may stand for any thing that is there. */
function isOf(type: string, value: unknown): boolean {
  if (typeof value === 'boolean') return type === 'Boolean'
  if (typeof value === 'number') return ['Number', 'Integer', 'Float', 'QuantitativeValue', 'Distance'].includes(type)
  if (typeof value !== 'string' || !value) return false
  if (type === 'Text') return true
  if (type === 'URL') return URL.canParse(value)
  if (type === 'DateTime') return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value)
  if (type === 'Date') return /^\d{4}-\d\d-\d\d$/.test(value)
  return !['Boolean', 'Number', 'Integer', 'Time'].includes(type) && /^(https?|tag):/.test(value)
}

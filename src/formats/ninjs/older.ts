import { type Item } from './shape.ts'

/**
 * The same item as ninjs 2.2: every name in lower case, `embargoedUntil` called `embargoed`, no focal point of a
 * rendition and no relation of an association, which stands in its `title` instead.
 */
export function olderOf(item: Item): Record<string, unknown> {
  const older = olderValue({ ...item }) as Record<string, unknown>
  return {
    ...older,
    standard: { name: 'ninjs', version: '2.2', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_2.2.json#' },
  }
}

function olderValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(olderValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inside]) => {
      if (name === 'poi') return []
      if (name === 'embargoedUntil') return [['embargoed', inside]]
      if (name === 'associations') return [[name, (inside as object[]).map(olderAssociation)]]
      return [[name.toLowerCase(), olderValue(inside)]]
    }),
  )
}

function olderAssociation(association: object): unknown {
  const { rel, ...rest } = association as { rel?: string }
  return olderValue({ ...rest, ...(rel ? { title: rel } : {}) })
}

/**
 * One-dimensional arrays as PostgreSQL writes them. postgres.js would ask the server for its array types at each connection, and
 * a connection that is cut during that question never learns them.
 */
export const arrayTypes = Object.fromEntries(
  Object.entries({
    texts: { of: [1009, 1003, 1015], parse: String },
    numbers: { of: [1007, 1016, 1005], parse: Number },
    truths: { of: [1000], parse: (text: string) => text === 't' },
    instants: { of: [1185, 1115], parse: (text: string) => new Date(text).toISOString() },
  }).flatMap(([name, { of, parse }]) =>
    of.map((oid) => [
      `${name}${oid}`,
      {
        to: oid,
        from: [oid],
        serialize: writeArray,
        parse: (text: string) => readArray(text).map((one) => (one === null ? null : parse(one))),
      },
    ]),
  ),
)

/** `{a,"b c",NULL}` */
export function writeArray(values: readonly (string | number | boolean | null)[] | string): string {
  if (typeof values === 'string') return values
  return `{${values.map((value) => (value === null ? 'NULL' : `"${String(value).replaceAll(/["\\]/g, '\\$&')}"`)).join(',')}}`
}

export function readArray(text: string): (string | null)[] {
  const values: (string | null)[] = []
  for (const [, quoted, bare] of text.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/gs)) {
    if (quoted !== undefined) values.push(quoted.replaceAll(/\\(.)/gs, '$1'))
    else values.push(bare === 'NULL' ? null : (bare ?? ''))
  }
  return values
}

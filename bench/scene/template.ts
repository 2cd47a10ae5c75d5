/**
 * The template literal that makes one page of what one query answers: wherever a text of the rows stands in the page, escaped
 * as markup wants it, the text is put in from the rows; all else is written out. Source of a module that exports `page(rows)`.
 */
export function templateOf(page: string, rows: unknown): string {
  const values = [...leaves(rows, 'rows')].toSorted(([, one], [, other]) => other.length - one.length)
  let pieces: (string | { code: string })[] = [page]
  for (const [path, text] of values)
    for (const [name, escape] of Object.entries(escapes)) {
      const written = escape(text)
      pieces = pieces.flatMap((piece) =>
        typeof piece === 'string' ? cut(piece, written, `${name}(${path})`) : [piece],
      )
    }
  const body = pieces.map((piece) => (typeof piece === 'string' ? literal(piece) : `\${${piece.code}}`)).join('')
  return `${source}\nexport const page = (rows) => \`${body}\``
}

const source = `
const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const h = (text) => text.replace(/[&<>"']/g, (sign) => signs[sign])
const hh = (text) => h(h(text))
const j = (text) => JSON.stringify(text).slice(1, -1)`

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const h = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
const escapes = { h, hh: (text: string) => h(h(text)), j: (text: string) => JSON.stringify(text).slice(1, -1) }

function cut(text: string, written: string, code: string): (string | { code: string })[] {
  return text.split(written).flatMap((piece, at) => (at ? [{ code }, piece] : [piece]))
}

function literal(text: string): string {
  return text.replace(/[\\`]|\$\{/g, '\\$&')
}

/** Every text in the rows that is long enough to be told from others, with the code that reads it. */
function* leaves(value: unknown, path: string): Generator<[string, string]> {
  if (typeof value === 'string') {
    if (value.length > 5) yield [path, value]
  } else if (value && typeof value === 'object')
    for (const [name, inner] of Object.entries(value)) yield* leaves(inner, `${path}[${JSON.stringify(name)}]`)
}

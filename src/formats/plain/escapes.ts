/**
 * Text without the escape sequences of a terminal (ECMA-48, sections 5.4 and 8.3: `ESC [ 31 m`, titles, charset shifts), each
 * taken out whole; `lost` says so. An ESC that begins none of them stays for the copy reader.
 */
export function withoutEscapes(text: string): { text: string; lost: string[] } {
  const found = text.match(escapes)
  if (!found) return { text, lost: [] }
  const kinds = [...new Set(found.map((one) => one.replace('\u001b', 'ESC ').replace(/[\p{Cc}].*$/su, '')))]
  const said = kinds.slice(0, 5).join(', ') + (kinds.length > 5 ? ', …' : '')
  const count = found.length === 1 ? 'a terminal escape sequence was' : `${found.length} terminal escape sequences were`
  return { text: text.replace(escapes, ''), lost: [`${count} taken out (${said.slice(0, 200)})`] }
}

// oxlint-disable-next-line no-control-regex -- controls are what is looked for
const escapes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]{0,2000}(?:\u0007|\u001b\\)|[()*+][0-9A-Z])/gu

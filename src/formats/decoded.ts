/** Bytes as text, the charset they were read in, and what had to be mended or left out, in words. */
export type Decoded = { text: string; charset: string; lost: string[] }

/**
 * Bytes as text: by their mark; as UTF-8 where they are that, a few strange bytes among them each read as Windows-1252; else
 * all as Windows-1252, as old wires send it. Stray NULs are taken out. Answers nothing when the bytes are no text at all.
 */
export function decoded(bytes: Uint8Array): Decoded | undefined {
  const { text, charset, lost } = charsetOf(bytes)
  if (!text.includes('\0')) return { text, charset, lost }
  // A wire frame holds a few controls, and a damaged text a few zeros; a picture or a program is full of them.
  const controls = text.match(/[^\P{Cc}\t\n\r\f]/gu)?.length ?? 0
  if (controls * 20 > text.length || isKnownBinary(bytes)) return undefined
  const whole = text.replaceAll('\0', '')
  const count = text.length - whole.length
  lost.push(count === 1 ? 'a NUL sign was taken out' : `${count} NUL signs were taken out`)
  return { text: whole, charset, lost }
}

function charsetOf(bytes: Uint8Array): Decoded {
  const marked = { fffe: 'utf-16le', feff: 'utf-16be' }[Buffer.from(bytes.subarray(0, 2)).toString('hex')]
  if (marked) return { text: new TextDecoder(marked).decode(bytes), charset: marked, lost: [] }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), charset: 'utf-8', lost: [] }
  } catch {
    return mended(bytes) ?? { text: old(bytes), charset: 'windows-1252', lost: [] }
  }
}

/** UTF-8 in which some bytes are not: it has at least as many signs of several bytes as bytes that fit nowhere. */
function mended(bytes: Uint8Array): Decoded | undefined {
  const strange: number[] = []
  let long = 0
  for (let at = 0; at < bytes.length;) {
    const size = signAt(bytes, at)
    if (!size) strange.push(at)
    else if (size > 1) long++
    at += size || 1
  }
  if (long < strange.length) return undefined
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  let text = ''
  let from = 0
  for (const at of strange) {
    text += utf8.decode(bytes.subarray(from, at)) + old(bytes.subarray(at, at + 1))
    from = at + 1
  }
  text += utf8.decode(bytes.subarray(from))
  const told = strange.slice(0, mostTold).map((at) => {
    const hex = (bytes[at] ?? 0).toString(16).toUpperCase()
    return `the byte 0x${hex} at ${at} is no UTF-8 and was read as "${old(bytes.subarray(at, at + 1))}"`
  })
  const more = strange.length - told.length
  return {
    text: text.replace(/^\ufeff/, ''),
    charset: 'utf-8',
    lost: [...told, ...(more ? [`${more} more bytes are no UTF-8 and were read as Windows-1252`] : [])],
  }
}

const mostTold = 5

function old(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes)
}

/** How many bytes the UTF-8 sign at a place has (RFC 3629, section 4); 0 where none begins. */
function signAt(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0] = bytes.subarray(at, at + 2)
  if (first < 0x80) return 1
  const size = first >= 0xc2 && first <= 0xdf ? 2 : first >> 4 === 0xe ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0
  if (!size || at + size > bytes.length) return 0
  // Overlong signs, surrogates, and what lies beyond Unicode.
  if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return 0
  if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f)) return 0
  return bytes.subarray(at + 1, at + size).every((byte) => byte >> 6 === 2) ? size : 0
}

function isKnownBinary(bytes: Uint8Array): boolean {
  return knownBinary.test(Buffer.from(bytes.subarray(0, 8)).toString('latin1'))
}

/** How formats with long stretches of text in them begin: pictures, PDF, ZIP, Office, RIFF, TIFF, programs, films, SQLite. */
const knownBinary =
  // oxlint-disable-next-line no-control-regex -- these formats begin with controls
  /^(?:\xff\xd8\xff|\x89PNG|GIF8|%PDF|PK\x03\x04|\xd0\xcf\x11\xe0|RIFF|II\*\0|MM\0\*|\x7fELF|....ftyp|SQLite f)/s

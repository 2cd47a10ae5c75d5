/** A character reference at `at` (which is an ampersand): what it stands for and where it ends; null when it is none. */
export function entityAt(raw: string, at: number): { text: string; end: number } | null {
  const found = reference(raw, at)
  if (found?.text !== '&') return found
  // Copy that was escaped twice: &amp;quot; is a quotation mark.
  const again = reference(`&${raw.slice(found.end, found.end + 12)}`, 0)
  return again ? { text: again.text, end: found.end + again.end - 1 } : found
}

function reference(raw: string, at: number): { text: string; end: number } | null {
  const length = raw.slice(at, at + 13).indexOf(';')
  if (length < 2) return null
  const end = at + length
  const name = raw.slice(at + 1, end)
  if (name.startsWith('#')) {
    const hex = name[1] === 'x' || name[1] === 'X'
    const digits = name.slice(hex ? 2 : 1)
    if (!(hex ? /^[0-9a-f]+$/i : /^\d+$/).test(digits)) return null
    return { text: character(Number.parseInt(digits, hex ? 16 : 10)), end: end + 1 }
  }
  const text = names.get(name)
  return text === undefined ? null : { text, end: end + 1 }
}

/** Old pages number the characters of Windows-1252 between 128 and 159. Controls stand for nothing. */
function character(code: number): string {
  if (code >= 128 && code <= 159) return windows[code - 128] ?? ''
  if (code < 32) return code === 9 || code === 10 || code === 13 ? ' ' : ''
  return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
}

const windows = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'.split('').map((c) => (c === ' ' ? '' : c))

const names = new Map<string, string>(
  (
    'amp & lt < gt > quot " apos \' nbsp \u00a0 ndash – mdash — lsquo ‘ rsquo ’ ldquo “ rdquo ” sbquo ‚ bdquo „ laquo « ' +
    'raquo » lsaquo ‹ rsaquo › hellip … bull • middot · euro € pound £ yen ¥ cent ¢ copy © reg ® trade ™ deg ° sect § para ¶ ' +
    'plusmn ± times × divide ÷ frac12 ½ frac14 ¼ frac34 ¾ iexcl ¡ iquest ¿ szlig ß thinsp \u2009 ensp \u2002 emsp \u2003 ' +
    'agrave à aacute á acirc â atilde ã auml ä aring å aelig æ ccedil ç egrave è eacute é ecirc ê euml ë igrave ì iacute í ' +
    'icirc î iuml ï ntilde ñ ograve ò oacute ó ocirc ô otilde õ ouml ö oslash ø ugrave ù uacute ú ucirc û uuml ü yacute ý ' +
    'Agrave À Aacute Á Acirc  Atilde à Auml Ä Aring Å AElig Æ Ccedil Ç Egrave È Eacute É Ecirc Ê Euml Ë Igrave Ì Iacute Í ' +
    'Icirc Î Iuml Ï Ntilde Ñ Ograve Ò Oacute Ó Ocirc Ô Otilde Õ Ouml Ö Oslash Ø Ugrave Ù Uacute Ú Ucirc Û Uuml Ü Yacute Ý ' +
    'scaron š Scaron Š oelig œ OElig Œ yuml ÿ ordm º ordf ª minus − lrm \u200e rlm \u200f zwnj \u200c zwj \u200d shy \u00ad'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, word, i, all) => (i % 2 ? [...pairs, [all[i - 1]!, word]] : pairs), []),
)

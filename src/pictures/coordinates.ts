/**
 * Whether a field, by its name without prefix, says where somebody stood: `GPSLatitude`, `GpsLongtitude` as a maker of drones
 * misspells it, `AbsoluteAltitude`, `geo:lat`.
 */
export function namesWhere(name: string): boolean {
  return /gps|latitude|longt?itude|altitude|coordinate|geo(?:tag|hash|location|point)|plus_?code|mgrs|^(?:geo)?(?:lat|lon|long|lng|alt)$|^lat_?lo?ng?$|^positions?$/i.test(
    name,
  )
}

/**
 * Whether a text is nothing but coordinates, with their labels: degrees as decimals or in minutes, alone or in pairs, ISO 6709,
 * `geo:` (RFC 5870), a machine's keyword (`geo:lat=48.2`) or the address of a map. A sentence that has some in it is a sentence.
 */
export function isWhere(text: string): boolean {
  const words = text.replaceAll('\0', ' ').trim()
  if (words.length > 500) return false
  if (/^[a-z][\w+.-]*:\S+$/i.test(words)) return inAddress.some((form) => form.test(words))
  if (whole.some((form) => form.test(words))) return true
  return parts.some((form) => form.test(words)) && !/\p{L}/u.test(words.replace(labels, ''))
}

const labelled = /\b(?:lat|latitude|lon|long|lng|longitude|gps\w*|north|east)\s*[=:]\s*[-+]?\d/i

const inAddress: readonly RegExp[] = [
  /^geo:[-+]?\d/i,
  labelled,
  /[-+]?\d{1,3}[.]\d{3,}(?:,|%2C|\/|!4d)\+?(?:%20)?[-+]?\d{1,3}[.]\d{3,}/i,
]

const whole: readonly RegExp[] = [
  /^(?=.*[./])[-+]\d{2,6}(?:[.]\d+)?[-+]\d{3,7}(?:[.]\d+)?(?:[-+]\d+(?:[.]\d+)?)?(?:CRS\w+)?\/?$/, // +48.2083+016.3731/
  /^\d{1,2} ?[C-X] ?[A-Z]{2} ?\d{2,5} ?\d{2,5}$/, // MGRS
  /^[2-9CFGHJMPQRVWX]{6,8}\+[2-9CFGHJMPQRVWX]{2,3}$/, // Plus Code
]

const parts: readonly RegExp[] = [
  /(?<![\d.,])[-+]?\d{1,3}[.,]\d{4,}(?![\d/.])/, // 48.2083531
  /(?<![\d.,])\d{1,3}[.,]\d{2,}[^\d\p{L}.]{1,4}\d{1,3}[.,]\d{2,}(?![\d.])/u, // 48.21, 16.37
  /\d{1,3} ?(?:[°º]|deg(?:rees)?) ?\d{1,2}/i,
  /\d{1,3}[, ]+\d{1,2}(?:[.,]\d+|[, ]+\d{1,2}(?:[.,]\d+)?) ?[NSEW]\b/i, // 48,12.5N (XMP, part 2, GPSCoordinate)
  labelled,
]

const labels =
  /(?<!\p{L})(?:geo|gps\w*|lat|latitude|lon|long|lng|longitude|alt|altitude|pos|position|coordinates?|location|crs|wgs ?84|north|south|east|west|deg|degrees?|point|m|n|s|e|w|o|ref)(?!\p{L})/giu

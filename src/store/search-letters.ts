/**
 * Words as they go into the index, in small letters and with one space between them. Letters that readers take for the same
 * become the same: full and half width, forms of Arabic alef, ya, kaf and he, figures of every script; vowel points and
 * joiners fall away (a Persian word joined by one stands also whole, behind all others: `می‌شود` is `مي شود` and `ميشود`);
 * Devanagari has one sign for a nasal vowel; the points of an abbreviation close up (`U.S.` is `us`); every other sign parts
 * words. Scripts without spaces are cut into overlapping pairs, and the last sign of a run stands alone (東京都 → 東京 京都 都), so that any sign
 * begins some word. Turkish keeps its two i.
 */
export function searchable(text: string, configuration = 'simple'): string {
  return [lettersOf(text, configuration), ...whole(text)]
    .join(' ')
    .replace(unspaced, (run) => ` ${[...pairs(run), last(run)].join(' ')} `)
    .replace(/ +/g, ' ')
    .trim()
}

/** The same words without accents (`plain('café')` is `cafe`), for Latin and Greek; indexed beside the accented ones. */
export function plain(text: string): string {
  return text
    .replace(/[ßæœøłđðþı]/g, (letter) => written[letter] ?? letter)
    .normalize('NFD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}]\p{Mn}*)\p{Mn}/gu, '')
    .normalize('NFC')
}

/** One word or phrase of a query: every spelling under which the index may have it. `open`: its last sign may begin a pair. */
export type Asked = { spellings: readonly string[]; open: boolean }

/**
 * A word or phrase of a query, cut as the index is cut. A Korean particle may be there or not, `ue` may mean `ü` and the
 * other way round.
 */
export function asked(text: string, configuration = 'simple'): Asked {
  const letters = lettersOf(text, configuration)
  const joined = /\p{Script=Arabic}\u200c\p{Script=Arabic}/u.test(text)
    ? [lettersOf(text.replaceAll('\u200c', ''), configuration)]
    : []
  const spellings = [letters, ...joined, ...withoutParticle(letters), withoutUmlauts(letters)]
  return {
    spellings: [...new Set([...spellings.flatMap((one) => [one, plain(one)]), withUmlauts(letters)].map(cutOpen))],
    open: openEnd.test(letters),
  }
}

/** Words as they stand in a text, an abbreviation with its points; scripts without spaces make long ones. */
export function wordsIn(text: string): { word: string; from: number; to: number }[] {
  return [...text.matchAll(words)].map(({ 0: word, index }) => ({ word, from: index, to: index + word.length }))
}

/** Whether a text has signs of a script that is written without spaces between words. */
export function isUnspaced(text: string): boolean {
  return someSign.test(text)
}

/** A Korean word without the particle at its end (도쿄에서 → 도쿄), when what is left is long enough to be a word. */
export function withoutParticle(text: string): string[] {
  const bare = text.replace(particles, '')
  return bare === text ? [] : [bare]
}

const signs =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}々ー'
const cluster = `[${signs}]\\p{M}*`
const unspaced = new RegExp(`(?:${cluster})+`, 'gu')
const openEnd = new RegExp(`(?:^|[^${signs}\\p{M}])${cluster}$`, 'u')
const someSign = new RegExp(`[${signs}]`, 'u')
const abbreviation = '(?<![\\p{L}\\p{M}\\p{N}.])\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{M}\\p{N}])'
const words = new RegExp(`${abbreviation}|[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*`, 'gu')
const abbreviations = new RegExp(abbreviation, 'gu')
const particles =
  /(?<=[가-힣]{2})(?:에서는|에서도|으로는|이라고|에서|에게|으로|까지|부터|처럼|보다|께서|에는|에도|은|는|을|를|의|에|와|과)$|(?<=[가-힣]{3})(?:이|가|로|도|만)$/u

function lettersOf(text: string, configuration: string): string {
  const even = text
    .normalize('NFKC')
    .replace(/(?<=\p{Script=Hebrew})["'״׳](?=\p{Script=Hebrew})/gu, '')
    .replace(points, '')
    .replace(/(?<=\p{Script=Arabic})\u200c/gu, ' ')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[أإآٱىیےةۀہھکؤئ]/g, (letter) => written[letter] ?? letter)
    .replaceAll('\u0901', '\u0902')
    .replace(figures, (figure) => String((figure.codePointAt(0)! - zeroOf(figure)) % 10))
    .replace(abbreviations, (one) => one.replaceAll('.', ''))
  const small = configuration === 'turkish' ? even.toLocaleLowerCase('tr') : even.toLowerCase()
  return small.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim()
}

/** Each word that a joiner holds together, without it: many write it so. */
function whole(text: string): string[] {
  return [...new Set(text.match(held))].map((word) => lettersOf(word.replaceAll('\u200c', ''), 'simple'))
}

const held = /[\p{Script=Arabic}\p{M}]+(?:\u200c[\p{Script=Arabic}\p{M}]+)+/gu
const points = /[\p{Mn}&&[\p{Script_Extensions=Arabic}\p{Script=Hebrew}]]|ـ/gv
const figures = /[٠-٩۰-۹०-९০-৯๐-๙]/g

const written: Readonly<Record<string, string>> = {
  ...{
    أ: 'ا',
    إ: 'ا',
    آ: 'ا',
    ٱ: 'ا',
    ى: 'ي',
    ی: 'ي',
    ے: 'ي',
    ة: 'ه',
    ۀ: 'ه',
    ہ: 'ه',
    ھ: 'ه',
    ک: 'ك',
    ؤ: 'و',
    ئ: 'ي',
    'ँ': 'ं',
  },
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
}

function zeroOf(figure: string): number {
  const code = figure.codePointAt(0)!
  return [0x660, 0x6f0, 0x966, 0x9e6, 0xe50].findLast((zero) => zero <= code) ?? code
}

function clustersOf(run: string): string[] {
  return run.match(/\P{M}\p{M}*/gu) ?? []
}

function pairs(run: string): string[] {
  const all = clustersOf(run)
  return all.slice(1).map((sign, at) => `${all[at]}${sign}`)
}

function last(run: string): string {
  return clustersOf(run).at(-1) ?? ''
}

/** As `searchable` cuts, but for the sign that ends the whole: more may follow it in the story. */
function cutOpen(text: string): string {
  return text
    .replace(unspaced, (run, at: number) => {
      const two = pairs(run)
      return ` ${(two.length && at + run.length === text.length ? two : [...two, last(run)]).join(' ')} `
    })
    .trim()
}

/** Never without its accents: `poet` is not `pot`. */
function withUmlauts(letters: string): string {
  return letters.replace(/([aou])e/g, (_, vowel: string) => umlauts[vowel] ?? vowel)
}

function withoutUmlauts(letters: string): string {
  return letters.replace(/[äöüåø]/g, (letter) => spelled[letter] ?? letter)
}

const umlauts: Readonly<Record<string, string>> = { a: 'ä', o: 'ö', u: 'ü' }
const spelled: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }

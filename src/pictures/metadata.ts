import { type Image } from '../story/picture.ts'
import { containerOf } from './container.ts'
import {
  dateField,
  type Field,
  listFields,
  otherFields,
  type PictureMetadata,
  type Plain,
  textFields,
} from './fields.ts'
import { iimText, isIimNewer } from './iim.ts'
import { unpacked } from './png-words.ts'

/** The most bytes of words that are parsed (EXIF, XMP, IIM, text chunks), and the most that are kept of one field. */
const limits = { parsed: 4 * 1024 * 1024, field: 10_000, values: 300, depth: 8 }

/**
 * What a picture that was taken in says of itself in XMP, IIM and EXIF. Where they differ XMP is right, unless IIM was written
 * later; EXIF comes last. Words that cannot be read, or are too many, are left out: a picture is not refused for them.
 */
export async function readMetadata(given: Uint8Array, type: Image['type']): Promise<PictureMetadata> {
  const bytes = type === 'image/png' ? unpacked(given) : given
  const parts = containerOf(bytes, type)?.parts ?? []
  if (parts.reduce((sum, { name, length }) => sum + (isColour(name) ? 0 : length), 0) > limits.parsed) return {}
  const said = await load(bytes)
  const order = isIimNewer(bytes, parts) ? (['iim', 'xmp', 'exif'] as const) : (['xmp', 'iim', 'exif'] as const)
  const read = (field: Field): string[] => {
    for (const where of order) {
      const name = field[where]
      const found = name ? said[where](name) : []
      if (found.length) return found
    }
    return []
  }
  const texts = Object.entries(textFields).map(([name, field]) => [name, read(field)[0]] as const)
  const lists = Object.entries(listFields).map(([name, field]) => [name, read(field)] as const)
  const date = isoDate(read(dateField)[0])
  const others = Object.entries(said.others)
  return Object.fromEntries([
    ...texts.filter(([, text]) => text),
    ...lists.filter(([, values]) => values.length),
    ...(date ? [['date', date] as const] : []),
    ...(others.length ? [['others', said.others] as const] : []),
  ]) as PictureMetadata
}

type Said = Record<'xmp' | 'iim' | 'exif', (name: string) => string[]> & { others: Record<string, Plain> }

async function load(bytes: Uint8Array): Promise<Said> {
  const nothing: Said = { xmp: () => [], iim: () => [], exif: () => [], others: {} }
  const { default: reader } = await import('exifreader') // needed only where pictures come in
  try {
    const tags = reader.load(Buffer.from(bytes), { expanded: true }) as unknown as Tags
    return {
      xmp: (name) => textsOf(plain(own(tags.xmp, name))),
      iim: (name) =>
        [own(tags.iptc, name) ?? []]
          .flat()
          .map((tag) => clean(iimText(numbers(tag))))
          .filter(Boolean),
      exif: (name) => [clean(own(tags.exif, name)?.description)].filter(Boolean),
      others: Object.fromEntries(
        Object.keys(tags.xmp ?? {})
          .filter((name) => otherFields.has(name))
          .map((name) => [name, plain(own(tags.xmp, name))])
          .filter(([, value]) => value !== ''),
      ),
    }
  } catch {
    return nothing // words that nobody can read
  }
}

/** What the reader gives: a value within a value within a value. */
type Tag = { value?: unknown; description?: unknown; attributes?: Record<string, unknown> }
type Tags = { xmp?: Record<string, Tag>; exif?: Record<string, Tag>; iptc?: Record<string, Tag | Tag[]> }

function own<T>(tags: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return tags && Object.hasOwn(tags, name) ? tags[name] : undefined
}

/** Values without what the reader says of them; of a text in several languages the default one. */
function plain(tag: unknown, depth = 0): Plain {
  if (typeof tag === 'string' || typeof tag === 'number') return clean(tag)
  if (typeof tag !== 'object' || tag === null || depth > limits.depth) return ''
  if (Array.isArray(tag)) {
    const tags = tag as Tag[]
    const languages = tags.filter((one) => one?.attributes && 'lang' in one.attributes)
    const first = languages.find((one) => one.attributes?.['lang'] === 'x-default') ?? languages[0]
    if (first) return plain(first, depth + 1)
    return tags.slice(0, limits.values).map((one) => plain(one, depth + 1))
  }
  if ('value' in tag && ('attributes' in tag || 'description' in tag)) return plain(tag.value, depth + 1)
  return Object.fromEntries(
    Object.entries(tag)
      .slice(0, limits.values)
      .map(([name, value]) => [name, plain(value, depth + 1)]),
  )
}

function textsOf(value: Plain): string[] {
  if (typeof value === 'string') return value ? [value] : []
  return Array.isArray(value) ? value.flatMap(textsOf) : []
}

function numbers(tag: Tag): number[] {
  return Array.isArray(tag.value) ? tag.value.filter((one) => typeof one === 'number') : []
}

function clean(text: unknown): string {
  if (typeof text !== 'string' && typeof text !== 'number') return ''
  return String(text)
    .replace(/[^\P{Cc}\n\t]/gu, (sign) => (sign === '\r' ? '\n' : ''))
    .trim()
    .slice(0, limits.field)
}

/** `20141103`, `2014:11:03 08:00:00` and `2014-11-03T08:00Z` are the same day; what is no day is left out. */
function isoDate(text = ''): string | undefined {
  const [, year, month, day] = /^([12]\d{3})(?:[-:]?(0[1-9]|1[0-2])(?:[-:]?(0[1-9]|[12]\d|3[01]))?)?/.exec(text) ?? []
  return [year, month, day].filter(Boolean).join('-') || undefined
}

/** Colour profiles are not words. */
function isColour(name: string): boolean {
  return name === 'e2' || name === 'iCCP' || name === 'ICCP' || name === 'PLTE' || name === 'VP8X' || name === 'ALPH'
}

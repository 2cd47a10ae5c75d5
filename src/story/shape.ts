import { type Block, type Embed, type Slot, type Table } from './copy.ts'
import { type Credit, type Credited, roles } from './credit.ts'
import { type Dateline, type DatelinePlace } from './dateline.ts'
import { type Embargo } from './embargo.ts'
import { isMoment, isZone, type Moment, zoneSources } from './moment.ts'
import { type Caption, captionFlags, type Focus, type Image, type Picture, type PictureCredit } from './picture.ts'
import { problem } from './problem.ts'
import { type Correction, type Publication } from './publication.ts'
import {
  also,
  form,
  list,
  number,
  oneOf,
  optional,
  otherwise,
  type Read,
  read,
  record,
  type Shape,
  states,
  text,
  truth,
  under,
} from './reading.ts'
import { type PictureRights, type Rights } from './rights.ts'
import { anchorShape, mostEntries, type Running, type RunningEntry } from './running.ts'
import { type Source } from './source.ts'
import { type Draft, type Story, type Subject } from './story.ts'
import { directionOf, type Mark, type Run } from './text.ts'
import { type Work } from './work.ts'

/**
 * Unknown data becomes a draft or a story here, once, at a door; behind it nobody checks again. Each problem names its
 * path. `strict` also refuses fields that nobody knows.
 */
export function readDraft(value: unknown, { strict = true }: { strict?: boolean } = {}): Read<Draft> {
  return settled(read(draft, value, { strict }))
}

/** A draft with what the house has added: as `export` writes it and as a row keeps it. */
export function readStory(value: unknown, { strict = true }: { strict?: boolean } = {}): Read<Story> {
  return settled(read(story, value, { strict }))
}

/** One moment, checked down to its zone. */
export function readMoment(value: unknown): Read<Moment> {
  return read(moment, value, { strict: true })
}

/** A direction that was not given follows from the language. */
function settled<T extends Draft>(result: Read<T>): Read<T> {
  if ('read' in result) result.read.direction ??= directionOf(result.read.language)
  return result
}

const texts = list(text)

const moment: Shape<Moment> = also(
  record<Moment>({ local: text, zone: text, zoneFrom: oneOf(...zoneSources) }),
  (value, { path, problems, strict }) => {
    if (!strict || isMoment(value)) return
    if (isZone(value.zone)) problems.push(problem('story.moment.shape', under(path, 'local'), { moment: value.local }))
    else problems.push(problem('story.zone.unknown', under(path, 'zone'), { zone: value.zone }))
  },
)

const mark = states<Mark>({
  strong: record({}),
  emphasis: record({}),
  superscript: record({}),
  subscript: record({}),
  link: record<{ href: string }>({ href: text }),
  language: record<{ language: string }>({ language: text }),
})
const run = record<Run>({ text, marks: optional(list(mark)) })
const runs = list(run)
const rows = list(list(runs))

const image = record<Image>({
  hash: form(/^[0-9a-f]{64}$/, 'SHA-256 in hex'),
  width: number,
  height: number,
  type: oneOf('image/jpeg', 'image/png', 'image/webp'),
})
const caption = record<Caption>({
  text,
  place: optional(text),
  date: optional(text),
  credit: optional(record<PictureCredit>({ agency: optional(text), photographer: optional(text) })),
  flags: optional(list(oneOf(...captionFlags))),
  via: optional(text),
  restrictions: optional(text),
  event: optional(text),
})
const rights = { holder: optional(text), notice: optional(text), usageTerms: optional(text) }
const picture = record<Picture>({
  image: optional(image),
  alt: text,
  caption,
  focus: optional(record<Focus>({ x: number, y: number })),
  rights: optional(record<PictureRights>({ ...rights, page: optional(text), obtain: optional(text) })),
})

/** Every block may also say in which language it is written. */
type Of<B extends Block> = Omit<B, 'is'> & { language?: string }
const language = optional(text)
const block = states<Block>({
  paragraph: record<Of<Extract<Block, { is: 'paragraph' }>>>({ text: runs, language }),
  subhead: record<Of<Extract<Block, { is: 'subhead' }>>>({ level: oneOf(2, 3, 4), text: runs, language }),
  quotation: record<Of<Extract<Block, { is: 'quotation' }>>>({
    paragraphs: list(runs),
    speaker: optional(runs),
    language,
  }),
  list: record<Of<Extract<Block, { is: 'list' }>>>({ ordered: truth, items: list(runs), language }),
  table: record<Of<Table>>({ caption: optional(runs), head: rows, rows, foot: rows, language }),
  preformatted: record<Of<Extract<Block, { is: 'preformatted' }>>>({ text, language }),
  picture: record<Of<Extract<Block, { is: 'picture' }>>>({ picture, language }),
  embed: record<Of<Embed>>({ provider: text, address: text, title: text, fallback: text, language }),
  slot: record<Of<Slot>>({ kind: oneOf('related', 'module'), story: optional(text), label: optional(text), language }),
})

const entry = record<RunningEntry>({
  anchor: form(anchorShape, 'entry-1'),
  at: moment,
  headline: optional(text),
  copy: list(block),
  key: optional(truth),
})
const entries = also(list(entry), (value, { path, problems }) => {
  if (value.length > mostEntries) problems.push(problem('running.full', path, { limit: String(mostEntries) }))
  if (new Set(value.map(({ anchor }) => anchor)).size < value.length)
    problems.push(problem('running.anchor-twice', path))
})
const running = states<Running>({
  live: record<Omit<Extract<Running, { is: 'live' }>, 'is'>>({ entries, given: otherwise(number, () => 0) }),
  closed: record<Omit<Extract<Running, { is: 'closed' }>, 'is'>>({
    at: moment,
    entries,
    given: otherwise(number, () => 0),
  }),
})

const credit = record<Credit>({
  role: oneOf(...roles),
  people: list(
    record<Credited>({
      name: text,
      place: optional(text),
      organisation: optional(text),
      kind: optional(oneOf('desk')),
      person: optional(text),
    }),
  ),
})

const dateline = record<Dateline>({
  places: list(
    record<DatelinePlace>({ name: text, region: optional(text), country: optional(text), zone: optional(text) }),
  ),
  date: optional(text),
  source: optional(text),
  raw: optional(text),
})

const source = record<Source>({
  provider: text,
  format: text,
  guid: optional(text),
  version: optional(text),
  raw: optional(text),
  path: optional(text),
  address: optional(text),
  lost: optional(texts),
})

const draftFields = {
  slug: text,
  headline: text,
  standfirst: optional(text),
  dateline: optional(dateline),
  byline: texts,
  copy: list(block),
  running: optional(running),
  pictures: list(picture),
  credits: list(credit),
  language: text,
  direction: optional(oneOf('ltr', 'rtl')),
  urgency: otherwise(number, () => 5),
  genre: optional(text),
  sections: texts,
  subjects: list(record<Subject>({ code: text, name: optional(text) })),
  keywords: texts,
  embargo: optional(record<Embargo>({ until: moment, reason: optional(text) })),
  rights: optional(record<Rights>(rights)),
  notes: otherwise(record<Draft['notes']>({ public: texts, desk: texts }), () => ({ public: [], desk: [] })),
  contact: texts,
  standards: optional(text),
  related: texts,
  translationOf: optional(text),
  updateOf: optional(text),
  source: optional(source),
  printed: optional(record<NonNullable<Draft['printed']>>({ published: optional(moment), updated: optional(moment) })),
  formerAddresses: texts,
}
const draft = record<Draft>(draftFields)

const work = states<Work>({
  none: record({}),
  filed: record<Omit<Extract<Work, { is: 'filed' }>, 'is'>>({ by: text, desk: optional(text) }),
  claimed: record<Omit<Extract<Work, { is: 'claimed' }>, 'is'>>({ by: text, since: moment }),
  ready: record<Omit<Extract<Work, { is: 'ready' }>, 'is'>>({ by: text }),
  held: record<Omit<Extract<Work, { is: 'held' }>, 'is'>>({ by: text, until: moment }),
})

const publication = states<Publication>({
  never: record({}),
  published: record<Omit<Extract<Publication, { is: 'published' }>, 'is'>>({ version: number, at: moment, by: text }),
  killed: record<Omit<Extract<Publication, { is: 'killed' }>, 'is'>>({
    version: number,
    at: moment,
    by: text,
    notice: text,
  }),
})

const correction = record<Correction>({
  wrong: text,
  right: text,
  where: optional(text),
  version: number,
  at: moment,
  by: text,
  grave: optional(truth),
})

const story = record<Story>({
  ...draftFields,
  id: text,
  version: number,
  work,
  assigned: optional(text),
  publication,
  firstPublished: optional(moment),
  updated: optional(moment),
  corrected: optional(moment),
  corrections: list(correction),
  archived: optional(truth),
})

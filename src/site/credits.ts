import { personAddress } from '../story/address.ts'
import { type Credit, type Credited } from '../story/credit.ts'
import { type StoryPage } from '../store/views/story.ts'
import { type Html, html, nothing } from '../web/html.ts'
import { type Words, conjunction } from '../words/words.ts'
import { filled } from './sentence.ts'

/** Addresses of our own people, by id. */
export type Known = Readonly<Record<string, string>>

/** Where our own people stand in an edition (`root`: `editionRoot`), by id. */
export function peopleAt(root: string, slugs: StoryPage['people']): Known {
  return Object.fromEntries(Object.entries(slugs).map(([id, slug]) => [id, personAddress(root, slug)]))
}

/** `By A and B`, each name a link where the person is our own; as it was printed when nobody is credited for it. */
export function bylineOf(
  story: { byline: readonly string[]; credits: readonly Credit[] },
  words: Words,
  known: Known,
): Html {
  const people = story.credits.filter(({ role }) => role === 'byline').flatMap((credit) => credit.people)
  if (people.length === 0) {
    const printed = story.byline.filter((line) => line.trim())
    return printed.length
      ? html`<p class="byline">${printed.map((line, at) => html`${at ? html`<br>` : ''}${line}`)}</p>\n`
      : nothing
  }
  return html`<p class="byline">${filled(words.by, {
    people: join(
      people.map((one) => named(one, known, true)),
      words,
    ),
  })}</p>\n`
}

/** `Additional reporting by A and B in X and C in Y; Editing by D`, composed as the language does it. */
export function creditsLine(credits: readonly Credit[], words: Words, known: Known): Html {
  const said = credits.filter(({ role, people }) => role !== 'byline' && people.length > 0)
  const parts = said.map(({ role, people }) =>
    filled(words.roles[role] ?? '{people}', { people: grouped(people, words, known) }),
  )
  return parts.length ? html`${parts.map((part, at) => html`${at ? words.betweenCredits : ''}${part}`)}` : nothing
}

/** People one after another; those who worked from one place share its name. */
function grouped(people: readonly Credited[], words: Words, known: Known): Html {
  const groups: { place: string | undefined; people: Credited[] }[] = []
  for (const one of people) {
    const last = groups.at(-1)
    if (last && last.place === one.place) last.people.push(one)
    else groups.push({ place: one.place, people: [one] })
  }
  return join(
    groups.map((group) => {
      const names = join(
        group.people.map((one) => named(one, known, false)),
        words,
      )
      return group.place ? filled(words.inPlace, { people: names, place: group.place }) : names
    }),
    words,
  )
}

function named({ name, organisation, person }: Credited, known: Known, author: boolean): Html {
  const address = person ? known[person] : undefined
  const words = address ? html`<a href="${address}"${author ? html` rel="author"` : ''}>${name}</a>` : html`${name}`
  return organisation ? html`${words} (${organisation})` : words
}

/** `A, B and C` as the language joins them. */
function join(parts: readonly Html[], words: Words): Html {
  if (parts.length === 1) return parts[0]!
  return html`${patternOf(parts.length, words).map((piece) => (typeof piece === 'number' ? parts[piece] : piece))}`
}

type Pattern = readonly (string | number)[]

const patterns = new WeakMap<Words, Pattern[]>()

/** What stands between so many, and where each of them stands; composing a list costs more than remembering how. */
function patternOf(many: number, words: Words): Pattern {
  let known = patterns.get(words)
  if (!known) patterns.set(words, (known = []))
  return (known[many] ??= conjunction(words)
    .formatToParts(Array.from({ length: many }, (_, at) => String(at)))
    .map(({ type, value }) => (type === 'element' ? Number(value) : value)))
}

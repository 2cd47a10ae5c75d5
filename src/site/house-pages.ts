import { type Said, passagesIn, saidIn } from '../config/house.ts'
import { personAddress, placeAddress } from '../story/address.ts'
import { dayOf } from '../story/moment.ts'
import { type Mended } from '../store/views/corrections.ts'
import { type PersonPage } from '../store/views/person.ts'
import { type Html, html, nothing } from '../web/html.ts'
import { type Words, counted } from '../words/words.ts'
import { desk } from './archive-pages.ts'
import { contactLine } from './contact.ts'
import { clockTime, monthName } from './dates.ts'
import { lang, marked } from './language.ts'
import { type On, dayLine, wire } from './lists.ts'
import { placeOf } from './place.ts'
import { feedLinks } from './feed-links.ts'
import { correctionsPath, editionRoot, feedNames, housePath, personFeedPath, routes } from './routes.ts'

/** The public log: every correction and withdrawal, newest first, a date line where the day changes. */
export function renderCorrections(
  ask: { log: readonly Mended[]; months: readonly { month: string; n: number }[]; month?: string },
  on: On,
): Html {
  const { about, words, language } = on
  const root = editionRoot(about.house, language)
  const figure = new Intl.NumberFormat(words.locale)
  const { contact } = about.house
  const head = html`<h1>${words.page.corrections}</h1>
<p class="standfirst">${words.log.about}</p>
${contact ? html`<p class="found">${contactLine(words.log.foundOne, contact)}</p>\n` : ''}`
  const facets = ask.months.length
    ? html`<nav class="facets" aria-label="${words.archive.months}">
<section>
<h2>${words.page.archive}</h2>
<ul>
${ask.months.map(({ month, n }) => html`<li><a href="${root}${correctionsPath(month)}"${month === ask.month ? html` aria-current="true"` : ''}>${monthName(month, words)} <data value="${n}">${figure.format(n)}</data></a></li>\n`)}</ul>
</section>
</nav>
`
    : nothing
  const days = Map.groupBy(ask.log, ({ at }) => dayOf(at, about.house.zone))
  const body = ask.log.length
    ? html`${[...days].map(([day, those]) => html`${dayLine(day, on, 2)}${those.map((one) => logLine(one, on))}`)}`
    : html`<p class="found">${words.log.none}</p>\n`
  return desk({ title: words.page.corrections, path: correctionsPath(ask.month), head, facets, body }, on)
}

function logLine(mended: Mended, on: On): Html {
  const { words, about, language } = on
  const time = clockTime(mended.at, words, about.house.zone)
  if (mended.is === 'withdrawn')
    return html`<article class="log">
${time}
<div>
<h3><a href="${mended.path}">${words.gone.title}</a></h3>
<p${lang(mended, language)}>${mended.notice}</p>
</div>
</article>
`
  const [before, after] = words.log.where.split('{where}')
  return html`<article class="log">
${time}
<div>
<h3><a href="${mended.path}#correction"${lang(mended, language)}>${mended.headline}</a></h3>
<dl class="said">
<div><dt>${words.log.weSaid}</dt> <dd><del${lang(mended, language)}>${mended.wrong}</del></dd></div>
<div><dt>${words.log.itIs}</dt> <dd><ins${lang(mended, language)}>${mended.right}</ins></dd></div>
</dl>
${mended.where ? html`<p class="stamp">${before}<span${lang(mended, language)}>${mended.where}</span>${after}</p>\n` : ''}</div>
</article>
`
}

/** How the house works and who owns it, as it says itself: in the language of the page where it has written it, else in its own. */
export function renderStandards(on: On): Html {
  const { about, words, language } = on
  const { house } = about
  const { contact } = house
  const own = (text: string): Said => ({ text, language })
  const said = (what: 'standards' | 'corrections' | 'ownership') => passagesIn(house, what, language)
  const [standards, corrections, ownership] = [said('standards'), said('corrections'), said('ownership')]
  /** Passages that stand under a heading of ours: one alone needs no other. */
  const under = ({ passages, language: tongue }: ReturnType<typeof said>) =>
    html`${passages.map(({ heading, paragraphs }) => html`${heading && passages.length > 1 ? html`<h3${lang({ language: tongue }, language)}>${heading}</h3>\n` : ''}${paragraphsOf(paragraphs, tongue, language)}`)}`
  const head = html`<h1>${words.page.standards}</h1>\n${contact ? html`<p class="found">${contactLine(`${words.page.contact}: {contact}`, contact)}</p>\n` : ''}`
  const parts: { id: string; title: Said; inner: Html }[] = [
    ...standards.passages.map(({ heading, paragraphs }, at) => ({
      id: `rule-${at + 1}`,
      title: heading ? { text: heading, language: standards.language } : own(words.page.standards),
      inner: paragraphsOf(paragraphs, standards.language, language),
    })),
    {
      id: 'corrections',
      title: own(words.page.corrections),
      inner: html`${under(corrections)}<p><a href="${housePath('corrections', language, house)}">${words.page.allCorrections}</a></p>\n`,
    },
    ...(ownership.passages.length
      ? [{ id: 'ownership', title: own(words.page.ownership), inner: under(ownership) }]
      : []),
  ]
  const facets = html`<nav class="facets" aria-label="${words.page.standards}">
<section>
<ul>
${parts.map(({ id, title }) => html`<li><a href="#${id}">${marked(title, language)}</a></li>\n`)}</ul>
</section>
</nav>
`
  const body = html`<div class="copy">
${parts.map(({ id, title, inner }) => html`<h2 id="${id}"${lang(title, language)}>${title.text}</h2>\n${inner}`)}</div>
`
  return desk({ title: words.page.standards, path: routes.standards, head, facets, body }, on)
}

function paragraphsOf(paragraphs: readonly string[], language: string, page: string): Html {
  return html`${paragraphs.map((text) => html`<p${lang({ language }, page)}>${text}</p>\n`)}`
}

/** One of our people: the newest stories, and what was done in each. */
export function renderPerson(person: PersonPage, on: On): Html {
  const { about, words, language } = on
  const { house } = about
  const name = saidIn(language, house, person.names, person.name) ?? { text: person.name, language }
  const title = saidIn(language, house, person.titles, person.title)
  const note = saidIn(language, house, person.abouts, person.about)
  const head = html`<h1${lang(name, language)}>${name.text}</h1>
${title ? html`<p class="standfirst"${lang(title, language)}>${title.text}</p>\n` : ''}${note ? html`<p${lang(note, language)}>${note.text}</p>\n` : ''}<p class="found"><strong>${counted(words, 'stories', person.total)}</strong></p>
`
  const roles = new Map(person.stories.map(({ id, roles: done }) => [id, done]))
  const days = Map.groupBy(person.stories, ({ firstPublished }) => dayOf(firstPublished, about.house.zone))
  const body = html`${[...days].map(
    ([day, those]) =>
      html`${dayLine(day, on, 2)}${wire(those, on, { mark: ({ id, corrected }) => marks(roles.get(id) ?? [], corrected !== undefined, words) })}`,
  )}`
  const feeds = feedLinks(about.base, name.text, (feed) => personFeedPath(person.slug, feed))
  return desk(
    {
      title: name.text,
      path: personAddress('', person.slug),
      head,
      facets: personFacets(person, on),
      body,
      feeds,
    },
    on,
  )
}

/** How to follow somebody, from where the stories were filed, and what was done in them. */
function personFacets({ slug, done, places }: PersonPage, { words, about, language }: On): Html {
  const root = editionRoot(about.house, language)
  const figure = new Intl.NumberFormat(words.locale)
  const known = Map.groupBy(places, ({ place }) => placeOf(place, about.house, language).slug)
  return html`<nav class="facets" aria-label="${words.page.everyWay}">
<section>
<h2>${words.page.everyWay}</h2>
<ul>
${feedNames.map(
  (feed) => html`<li><a href="${personFeedPath(slug, feed)}">${feedTitles[feed]}</a></li>
`,
)}</ul>
</section>
${facet(
  words.find.place,
  [...known].map(([place, those]) => {
    const n = those.reduce((sum, one) => sum + one.n, 0)
    const { name, language: tongue } = placeOf(place, about.house, language)
    return html`<a href="${placeAddress(root, place)}"><span class="place"${lang({ language: tongue }, language)}>${name || those[0]?.name}</span> <data value="${n}">${figure.format(n)}</data></a>`
  }),
)}${facet(
    words.page.credited,
    done.map(
      ({ role, n }) =>
        html`<span>${role === 'byline' ? words.page.byline : roleWord(role, words)} <data value="${n}">${figure.format(n)}</data></span>`,
    ),
  )}</nav>
`
}

function facet(title: string, lines: readonly Html[]): Html {
  if (lines.length === 0) return nothing
  return html`<section>
<h2>${title}</h2>
<ul>
${lines.map(
  (line) => html`<li>${line}</li>
`,
)}</ul>
</section>
`
}

const feedTitles = { rss: 'RSS', atom: 'Atom', 'feed.json': 'JSON Feed' } as const

/** What was done in a story besides signing it, and whether it was mended. */
function marks(roles: readonly string[], corrected: boolean, words: Words): string {
  const done = roles.filter((role) => role !== 'byline').map((role) => roleWord(role, words))
  return [...done, ...(corrected ? [words.story.corrected] : [])].join(' · ')
}

/** `Editing` of `Editing by {people}`: what is left of the sentence without its people. */
function roleWord(role: string, words: Words): string {
  return (
    (words.roles[role] ?? '')
      .replace(/(?:\s+(?:by|von|de|par|por|da|di|از))?\s*\{people\}\s*/u, '')
      .replace(/[:：・]$/u, '')
      .trim() || role
  )
}

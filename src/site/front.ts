import { saidIn, sectionIn } from '../config/house.ts'
import { archiveAddress } from '../story/address.ts'
import { dayOf, instant } from '../story/moment.ts'
import { room } from '../story/front.ts'
import { directionOf } from '../story/text.ts'
import { type ArrangedFront } from '../store/views/front.ts'
import { type Teaser } from '../store/views/teaser.ts'
import { type Html, html, nothing } from '../web/html.ts'
import { type Words, fill } from '../words/words.ts'
import { type Front, type Row, arrangeSection, lastNews } from './arrange.ts'
import { alternates } from './alternates.ts'
import { clockTime, longDay, shortDay } from './dates.ts'
import { lang } from './language.ts'
import { type About, layout, nameOf, today } from './layout.ts'
import { type On, item, lead, lines, wire, wireByDay } from './lists.ts'
import { chosenPath, editionRoot, housePath } from './routes.ts'

/** The front of the house in one of its languages. */
export function renderFront(front: Front, edition: string, about: About, words: Words, now: number): Html {
  const on = { about, words, language: edition, now }
  const name = nameOf(about.house, edition)
  const day = longDay(today(about.house, now), words)
  const title = fill(words.page.front, { house: name, day })
  const main = html`<h1 class="unseen">${title}</h1>
${front.bulletin ? bulletin(front.bulletin, on) : ''}${front.lead ? top(front, on) : emptyHouse(on)}${front.rows.map((row) => rowOf(row, on))}${columnsOf(front.columns, on)}`
  const description = about.house.taglines?.[edition] ?? about.house.tagline
  return layout(
    about,
    {
      kind: 'front',
      words,
      language: edition,
      direction: directionOf(edition),
      edition,
      title: name,
      path: chosenPath({ edition }, about.house),
      ...(description ? { description } : {}),
      head: [
        alternates(about, (other) => chosenPath({ edition: other }, about.house)),
        html`<meta property="og:type" content="website">\n<meta property="og:title" content="${name}">\n`,
      ],
      main,
    },
    now,
  )
}

/** A house that has published nothing yet says what it is for. */
function emptyHouse({ about: { house }, words, language }: On): Html {
  const says = saidIn(language, house, house.taglines, house.tagline) ?? { text: nameOf(house, language), language }
  return html`<div class="lead">
<h2${lang(says, language)}>${says.text}</h2>
<p class="standfirst">${words.page.empty}</p>
<p class="more"><a href="${housePath('about', language, house)}">${words.page.about}</a> <a href="${chosenPath({ edition: language, feed: 'rss' }, house)}">RSS</a></p>
</div>
`
}

/** A section: its newest story leads, the next four stand beside it, the rest is its wire. */
export function renderSection(
  stories: readonly Teaser[],
  ask: { edition: string; section: string; later: boolean; more: boolean; byHand?: ArrangedFront | undefined },
  about: About,
  words: Words,
  now: number,
): Html {
  const on = { about, words, language: ask.edition, now }
  const said = sectionIn(about.house, ask.section, ask.edition)
  const name = said.text
  const path = chosenPath(ask, about.house)
  const last = stories.at(-1)
  const older =
    ask.more && last ? `${path}?before=${encodeURIComponent(`${instant(last.firstPublished)}~${last.id}`)}` : undefined
  const inner =
    stories.length === 0
      ? html`<div class="lead">\n<p class="standfirst">${words.page.empty}</p>\n</div>\n`
      : ask.later
        ? wireByDay(stories, on, { level: 2 })
        : sectionTop(arrangeSection(stories, now, ask.byHand), name, on)
  const main = html`<header class="name">
<h1${lang(said, ask.edition)}>${name}</h1>
<p class="more"><a href="${chosenPath({ ...ask, feed: 'rss' }, about.house)}">RSS</a></p>
</header>
${inner}${older ? html`<nav class="turn" aria-label="${words.page.older}"><a href="${older}" rel="next">${words.page.older}</a></nav>\n` : ''}`
  return layout(
    about,
    {
      kind: 'front',
      words,
      language: ask.edition,
      direction: directionOf(ask.edition),
      edition: ask.edition,
      section: ask.section,
      title: name,
      lite: path,
      ...(ask.later ? {} : { path }),
      head: alternates(about, (edition) => chosenPath({ edition, section: ask.section }, about.house)),
      main,
    },
    now,
  )
}

function top({ lead: first, seconds, latest, with: beside }: Front, on: On): Html {
  const { about, words } = on
  const lastDay = latest.at(-1) ? dayOf(lastNews(latest.at(-1)!), about.house.zone) : undefined
  const now = today(about.house, on.now)
  return html`<div class="front ruled">
${first ? lead(first, on, { section: true, with: beside }) : ''}${secondsOf(seconds, words.page.also, on)}${
    latest.length
      ? html`<section class="latest" aria-labelledby="latest">
<h2 class="title" id="latest">${words.page.latest}</h2>
${wireByDay(latest, on, { when: lastNews })}${lastDay ? html`<p class="more"><a href="${archiveAddress(editionRoot(about.house, on.language), lastDay)}">${fill(words.page.wholeDay, { day: shortDay(lastDay, now, words) })}</a></p>\n` : ''}</section>
`
      : ''
  }</div>
`
}

/** So many lines of a section's wire stand beside its lead; the rest stands below in columns. */
const besideLead = 9

function sectionTop(
  { lead: first, seconds, with: beside, latest }: ReturnType<typeof arrangeSection>,
  name: string,
  on: On,
): Html {
  if (!first) return nothing
  const { words } = on
  return html`<div class="front ruled">
${lead(first, on, { section: false, with: beside })}${secondsOf(seconds, fill(words.page.alsoIn, { section: name }), on)}${
    latest.length
      ? html`<section class="latest" aria-labelledby="latest">
<h2 class="title" id="latest">${fill(words.page.latestIn, { section: name })}</h2>
${wireByDay(latest.slice(0, besideLead), on, { when: lastNews })}</section>
`
      : ''
  }</div>
${
  latest.length > besideLead
    ? html`<section class="older" aria-labelledby="older">
<h2 class="title" id="older">${words.page.older}</h2>
${wireByDay(latest.slice(besideLead), on, { when: lastNews })}</section>
`
    : ''
}`
}

/** Up to four stories; only the first picture among them is shown, or the column would be all pictures. */
function secondsOf(stories: readonly Teaser[], title: string, on: On): Html {
  if (stories.length === 0) return nothing
  const pictured = stories.find(({ picture }) => picture)
  return html`<section class="seconds" aria-label="${title}">
<div class="ruled">
${stories.map((one, at) => item(one, on, { level: 2, small: true, words: one !== pictured, spare: at >= room.seconds }))}</div>
</section>
`
}

function rowOf({ section, first, others, list }: Row, on: On): Html {
  const { house } = on.about
  const name = sectionIn(house, section, on.language)
  return html`<section class="row ruled" aria-labelledby="row-${section}">
<div class="title"><h2 id="row-${section}"><a href="${chosenPath({ edition: on.language, section }, house)}"${lang(name, on.language)}>${name.text}</a></h2></div>
${first ? html`<div class="first">\n${item(first, on, { level: 3 })}</div>\n` : ''}${others.length ? html`<div class="others">\n<div class="ruled">\n${others.map((one, at) => item(one, on, { level: 3, words: true, spare: Boolean(first) && list.length > 0 && at >= 4 }))}</div>\n</div>\n` : ''}${list.length ? html`<div class="list">\n${listOf(list, on)}</div>\n` : ''}</section>
`
}

/** The rest of a row: with their clocks when all are of today, else as lines, since days would take more room than news. */
function listOf(list: readonly Teaser[], on: On): Html {
  const { house } = on.about
  const day = today(house, on.now)
  return list.every(({ firstPublished }) => dayOf(firstPublished, house.zone) === day)
    ? wire(list, on)
    : lines(list, on)
}

/** Small sections side by side: the first story of each whole, the others as lines. */
function columnsOf(columns: Front['columns'], on: On): Html {
  if (columns.length === 0) return nothing
  const { house } = on.about
  return html`<div class="columns ruled">
${columns.map(({ section, stories: [first, ...rest] }) => {
  const name = sectionIn(house, section, on.language)
  return html`<section aria-labelledby="row-${section}">
<h2 class="title" id="row-${section}"><a href="${chosenPath({ edition: on.language, section }, house)}"${lang(name, on.language)}>${name.text}</a></h2>
${first ? item(first, on, { level: 3 }) : ''}${lines(rest, on)}</section>
`
})}</div>
`
}

function bulletin(teaser: Teaser, on: On): Html {
  const word = teaser.urgency === 1 ? on.words.page.flash : on.words.page.bulletin
  const time = clockTime(teaser.firstPublished, on.words, on.about.house.zone)
  return html`<p class="urgent"><strong>${word}</strong> ${time} <a href="${teaser.path}"${lang(teaser, on.language)}>${teaser.place ? html`<span class="place">${teaser.place}</span> ` : ''}${teaser.headline}</a></p>\n`
}

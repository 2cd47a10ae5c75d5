import { sectionIn } from '../config/house.ts'
import { type Moment, dayOf } from '../story/moment.ts'
import { creditLine } from '../story/picture.ts'
import { type Teaser } from '../store/views/teaser.ts'
import { type Html, html, nothing } from '../web/html.ts'
import { type Words, counted } from '../words/words.ts'
import { lastNews } from './arrange.ts'
import { clockTime, shortDay, stampTime } from './dates.ts'
import { lang } from './language.ts'
import { picture } from './figure.ts'
import { type About, today } from './layout.ts'
import { chosenPath, editionOf, editionRoot, searchPath } from './routes.ts'
import { shortened } from './shortened.ts'

/** What a list needs to know of the page it stands on. */
export type On = { about: About; words: Words; language: string; now: number }

/** The wire: one line a story, a day line wherever the day changes. The first day is not said when it is today. */
export function wireByDay(
  teasers: readonly Teaser[],
  on: On,
  { level = 3, when = published }: { level?: 2 | 3; when?: When } = {},
): Html {
  const days = Map.groupBy(teasers, (teaser) => dayOf(when(teaser), on.about.house.zone))
  const now = today(on.about.house, on.now)
  return html`${[...days].map(([day, those]) => html`${day === now && level === 3 ? '' : dayLine(day, on, level)}${wire(those, on, { when })}`)}`
}

/** Which moment of a story a list goes by. */
type When = (teaser: Teaser) => Moment

const published: When = ({ firstPublished }) => firstPublished

/** The date line in small: here one day becomes another. */
export function dayLine(day: string, { about, words, now }: On, level: 2 | 3): Html {
  const time = html`<time datetime="${day}">${shortDay(day, today(about.house, now), words)}</time>`
  return level === 2 ? html`<h2 class="day">${time}</h2>\n` : html`<h3 class="day">${time}</h3>\n`
}

/** Time, place, headline: one line each. `mark` adds a word of furniture behind the headline. */
export function wire(
  teasers: readonly Teaser[],
  on: On,
  how: { mark?: (teaser: Teaser) => string; when?: When } = {},
): Html {
  if (teasers.length === 0) return nothing
  return html`<ol class="wire">
${teasers.map((teaser) => wireLine(teaser, (how.when ?? published)(teaser), on, how.mark?.(teaser)))}</ol>
`
}

function wireLine(teaser: Teaser, at: Moment, on: On, mark?: string): Html {
  const time = clockTime(at, on.words, on.about.house.zone)
  const line = html`${liveMark(teaser, on)}<a href="${teaser.path}"${lang(teaser, on.language)}>${place(teaser, on)}${teaser.headline}</a>`
  return html`<li>${time} <p>${line}${mark ? html` <span class="stamp">${mark}</span>` : ''}</p></li>\n`
}

/** A story in a list: headline, standfirst, place and time, its picture if it has one. A spare one is not shown everywhere. */
export function item(
  teaser: Teaser,
  on: On,
  how: { level: 2 | 3; small?: boolean; words?: boolean; spare?: boolean },
): Html {
  const headline = html`${liveMark(teaser, on)}<a href="${teaser.path}"${lang(teaser, on.language)}>${teaser.headline}</a>`
  return html`<article class="item${how.small ? ' small' : ''}${how.spare ? ' spare' : ''}">
<div>
${how.level === 2 ? html`<h2>${headline}</h2>` : html`<h3>${headline}</h3>`}
${standfirst(teaser, on)}${stamp(teaser, on)}</div>
${!how.words && teaser.picture ? picture(teaser.picture, how.small ? 'thumb' : 'item', { alt: '' }) : ''}</article>
`
}

/** The first story of a front. Without a picture its headline takes the size of a story's. */
export function lead(teaser: Teaser, on: On, how: { section: boolean; with?: readonly Teaser[] }): Html {
  const { picture: shown } = teaser
  return html`<article class="lead">
${how.section && teaser.section ? sectionLink(teaser.section, on) : ''}<h2>${liveMark(teaser, on)}<a href="${teaser.path}"${lang(teaser, on.language)}>${teaser.headline}</a></h2>
${standfirst(teaser, on)}${stamp(teaser, on, true)}${shown ? html`${picture(shown, 'lead', { alt: '', first: true })}<p class="stamp"${lang(teaser, on.language)}>${caption(shown)}</p>\n` : ''}${lines(how.with ?? [], on)}</article>
`
}

/** Headlines alone, a line each: stories that go with another one. */
export function lines(teasers: readonly Teaser[], on: On): Html {
  if (teasers.length === 0) return nothing
  return html`<ul class="with">
${teasers.map((one) => html`<li>${liveMark(one, on)}<a href="${one.path}"${lang(one, on.language)}>${one.headline}</a></li>\n`)}</ul>
`
}

/** Stands before the headline of a running story while it runs. */
export function liveMark({ live }: Teaser, { words }: On): Html {
  return live ? html`<span class="live">${words.running.live}</span> ` : nothing
}

export function sectionLink(section: string, { about, language }: On): Html {
  const known = about.house.sections.some(({ slug }) => slug === section)
  const path = known
    ? chosenPath({ edition: editionOf(about.house, language), section }, about.house)
    : editionRoot(about.house, language) + searchPath({ section })
  const name = sectionIn(about.house, section, language)
  return html`<a class="section" href="${path}"${lang(name, language)}>${name.text}</a>\n`
}

/** What a story is about, in a sentence or two: its standfirst, or how its copy begins. */
function standfirst(teaser: Teaser, on: On): Html {
  const { opening, language } = teaser
  const says = teaser.standfirst ?? (opening && shortened(opening, 180, language))
  return says ? html`<p class="standfirst"${lang(teaser, on.language)}>${says}</p>\n` : nothing
}

function stamp(teaser: Teaser, on: On, age = false): Html {
  const { about, words } = on
  const many = teaser.pictures > 1 ? ` · ${counted(words, 'pictures', teaser.pictures)}` : ''
  return html`<p class="stamp">${place(teaser, on)}${stampTime(lastNews(teaser), words, today(about.house, on.now), about.house.zone, age ? on.now : undefined)}${many}</p>\n`
}

function place(teaser: Teaser, { language }: On): Html {
  return teaser.place ? html`<span class="place"${lang(teaser, language)}>${teaser.place}</span> ` : nothing
}

function caption({ caption: { text, credit } }: NonNullable<Teaser['picture']>): string {
  return [text, credit ? creditLine(credit) : ''].filter(Boolean).join(' ')
}

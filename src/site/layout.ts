import { type House, saidIn, sectionIn, sectionName } from '../config/house.ts'
import { archiveAddress, uriOf } from '../story/address.ts'
import { momentAt } from '../story/moment.ts'
import { type Direction } from '../story/text.ts'
import { type Html, type Part, html, nothing, raw } from '../web/html.ts'
import { type Words, fill, wordsFor } from '../words/words.ts'
import { longDay, zoneName } from './dates.ts'
import { type Scripts, type Styles, scriptOf } from './assets.ts'
import { feedLinks } from './feed-links.ts'
import { lang, marked } from './language.ts'
import { type Kind, isLong } from './stylesheet.ts'
import { openGraph } from './open-graph.ts'
import { styleFor } from './own-style.ts'
import {
  type FeedName,
  chosenPath,
  editionOf,
  editionRoot,
  housePath,
  housePreviewPath,
  litePath,
  routes,
} from './routes.ts'

/** Who speaks on every page: the house, where it stands, and the styles and scripts its pages carry. */
export type About = {
  house: House
  /** Public address without a slash at its end. */
  base: string
  authority: string
  style: Styles
  scripts: Scripts
}

/** What a page says besides its own middle. */
export type Page = {
  kind: Kind
  words: Words
  language: string
  direction: Direction
  title: string
  description?: string
  /** Canonical path; a page without one is not for search engines. */
  path?: string
  /** The section whose name is marked, and whose feeds are offered. */
  section?: string
  edition?: string
  /** The day whose clocks its times go by; today when left out. */
  day?: string
  /** The path of the page itself, where it can be had without pictures; otherwise the front is offered so. */
  lite?: string
  /** Links to the feeds of the page; without them those of its section or of the house. */
  feeds?: Html
  /** More for the head: metadata of a story, links to other pages of a list. */
  head?: Part
  /** What the page is in the first link: most are a list. */
  main: Html
}

/** A whole page round its middle. `now` (milliseconds) is for today's date and nothing else. */
export function layout(about: About, page: Page, now: number): Html {
  const { house, base, style, scripts } = about
  const name = nameOf(house, page.language)
  const edition = page.edition ?? editionOf(house, page.language)
  return html`<!DOCTYPE html>
<html lang="${page.language}" dir="${page.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title === name ? name : `${page.title} · ${name}`}</title>
${page.description ? html`<meta name="description" content="${page.description}">\n` : ''}<meta name="robots" content="${page.path ? 'max-image-preview:large' : 'noindex'}">
<meta name="theme-color" content="#fff" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#121416" media="(prefers-color-scheme: dark)">
<link rel="icon" href="${routes.icon}">
<style>${raw(styleFor(style, page.kind, page.language))}</style>
${page.path ? html`<link rel="canonical" href="${uriOf(base + page.path)}">\n` : ''}${page.feeds ?? sectionFeeds(about, page, edition)}<link rel="search" type="application/opensearchdescription+xml" title="${name}" href="${routes.openSearch}">
${page.path && (page.kind === 'front' || page.kind === 'desk') ? houseGraph(about, page, edition) : ''}${page.head}<script src="${scriptOf(page.kind, scripts)}" defer></script>
</head>
<body>
<a class="skip" href="#main">${page.words.page.skip}</a>
${masthead(about, page, edition, now)}
<main id="main">
${page.main}
</main>
${imprint(about, page, edition, now)}
</body>
</html>
`
}

export function nameOf(house: House, language: string): string {
  return house.names?.[language.split('-')[0] ?? ''] ?? house.name
}

export function today(house: House, now: number): string {
  return momentAt(now, house.zone).local.slice(0, 10)
}

/** The day before on the calendar, which around a change of the clocks is not the day of 24 hours ago. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

function masthead(about: About, page: Page, edition: string, now: number): Html {
  const { house } = about
  const { words, language } = page
  const day = today(house, now)
  return kept(about, page, ['masthead', edition, language, day], () => {
    const others = house.languages.filter((one) => one !== edition)
    const name = nameOf(house, language)
    return html`<header class="masthead">
<a class="wordmark${isLong(name) ? ' long' : ''}" href="${chosenPath({ edition }, house)}">${name}</a>
<ul class="tools">
<li class="today"><time datetime="${day}">${longDay(day, words)}</time></li>
${others.length ? html`<li class="tongues"><ul>\n${others.map((one) => html`<li><a href="${chosenPath({ edition: one }, house)}" hreflang="${one}"${lang({ language: one }, language)}>${wordsFor(one).self}</a></li>\n`)}</ul></li>\n` : ''}<li><a href="${housePath('search', edition, house)}">${words.page.search}</a></li>
</ul>
${sectionNav(house, page, edition)}</header>`
  })
}

function sectionNav(house: House, { words, section: current }: Page, edition: string): Html {
  if (house.sections.length === 0) return html`<div class="sections"></div>\n`
  return html`<nav class="sections" aria-label="${words.page.sections}">
<ul>
${house.sections.map(({ slug }) => {
  const name = sectionIn(house, slug, edition)
  return html`<li><a href="${chosenPath({ edition, section: slug }, house)}"${slug === current ? html` aria-current="true"` : ''}${lang(name, edition)}>${name.text}</a></li>\n`
})}</ul>
</nav>
`
}

function imprint(about: About, page: Page, edition: string, now: number): Html {
  const { house } = about
  const { words, lite = chosenPath({ edition }, house) } = page
  const yesterday = dayBefore(today(house, now))
  const zone = zoneName(momentAt(page.day ? `${page.day}T12:00:00Z` : now, house.zone), words)
  const above = kept(about, page, ['ways', edition, yesterday], () => waysOn(about, page, edition, yesterday))
  const below = kept(about, page, ['house', edition, zone], () => houseLine(about, page, edition, zone))
  return html`${above}${items([[litePath(lite), words.page.lite]])}${below}`
}

/** The imprint as far as the page's own form without pictures, which ends the last list. */
function waysOn({ house }: About, { words, section }: Page, edition: string, yesterday: string): Html {
  const feed = (name: FeedName) => chosenPath({ edition, ...(section ? { section } : {}), feed: name }, house)
  const standards = housePath('standards', edition, house)
  return html`<footer class="imprint">
<nav aria-label="${words.page.house}">
${list(words.page.house, [
  [housePath('about', edition, house), words.page.about],
  [housePath('corrections', edition, house), words.page.corrections],
  ...(house.standards.length ? [[standards, words.page.standards] as const] : []),
  ...(house.ownership.length ? [[`${standards}#ownership`, words.page.ownership] as const] : []),
  ...(house.contact?.includes('@') ? [[`mailto:${house.contact}`, words.page.contact] as const] : []),
])}${list(
    words.page.sections,
    house.sections.map(({ slug }) => {
      const name = sectionIn(house, slug, edition)
      return [chosenPath({ edition, section: slug }, house), name.text, lang(name, edition)]
    }),
  )}${list(words.page.searchAndArchive, [
    [housePath('search', edition, house), words.page.search],
    [archiveAddress(editionRoot(house, edition), yesterday), words.page.yesterday],
    [housePath('archive', edition, house), words.archive.everyYear],
  ])}<section>
<h2>${words.page.everyWay}</h2>
<ul>
${items([
  [feed('rss'), 'RSS'],
  [feed('atom'), 'Atom'],
  [feed('feed.json'), 'JSON Feed'],
])}`
}

function houseLine({ house }: About, { words }: Page, edition: string, zone: string): Html {
  const tagline = saidIn(edition, house, house.taglines, house.tagline)
  return html`</ul>
</section>
</nav>
<p class="house" data-own="${words.page.ownTimes}" data-printed="${words.page.houseTimes}" data-now="${words.page.timesNow}" data-moment="${words.moment}" data-locale="${words.locale}">${tagline ? html`${nameOf(house, edition)} – ${marked(tagline, edition)}<br>\n` : ''}<span class="zone">${fill(words.page.times, { zone })}</span> ${words.page.promise}</p>
</footer>`
}

const furniture = new WeakMap<About, Map<string, Html>>()

/** What changes only with the house, the words, the section and what else is named is made once for them. */
function kept(about: About, { words, section }: Page, on: readonly string[], make: () => Html): Html {
  let all = furniture.get(about)
  if (!all) furniture.set(about, (all = new Map()))
  const key = `${on.join()},${words.language},${section}`
  let made = all.get(key)
  if (!made) {
    if (all.size >= 500) all.clear() // days go by
    all.set(key, (made = make()))
  }
  return made
}

type Link = readonly [href: string, text: string, tongue?: Html]

function list(title: string, links: readonly Link[]): Html {
  if (links.length === 0) return nothing
  return html`<section>
<h2>${title}</h2>
<ul>
${items(links)}</ul>
</section>
`
}

function items(links: readonly Link[]): Html {
  return html`${links.map(([href, text, tongue]) => html`<li><a href="${href}"${tongue ?? ''}>${text}</a></li>\n`)}`
}

/** What a page that shows no one story says of itself: the house's own drawn picture. */
function houseGraph({ house, base }: About, { title, path = '', description }: Page, edition: string): Html {
  const name = nameOf(house, edition)
  return openGraph({
    type: 'website',
    site: name,
    title,
    address: uriOf(base + path),
    description: description ?? house.taglines?.[edition] ?? house.tagline,
    image: { address: base + housePreviewPath(edition), width: 1200, height: 630, alt: name },
  })
}

function sectionFeeds(about: About, page: Page, edition: string): Html {
  const { house, base } = about
  const { section } = page
  return kept(about, page, ['feeds', edition], () => {
    const title = section ? sectionName(house, section, edition) : nameOf(house, edition)
    const of = section ? { edition, section } : { edition }
    return feedLinks(base, title, (feed) => chosenPath({ ...of, feed }, house))
  })
}

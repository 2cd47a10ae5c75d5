import { sectionIn, sectionName } from '../config/house.ts'
import { uriOf } from '../story/address.ts'
import { type Copy } from '../story/copy.ts'
import { epoch } from '../story/moment.ts'
import { newestFirst } from '../story/running.ts'
import { directionOf } from '../story/text.ts'
import { type StoryPage } from '../store/views/story.ts'
import { type Teaser } from '../store/views/teaser.ts'
import { type Html, type Part, html, raw } from '../web/html.ts'
import { type Words } from '../words/words.ts'
import { copyOf } from './copy.ts'
import { bylineOf, creditsLine, peopleAt } from './credits.ts'
import { fullTime } from './dates.ts'
import { lang } from './language.ts'
import { type About, nameOf } from './layout.ts'
import { type On, wireByDay } from './lists.ts'
import { styleFor } from './own-style.ts'
import { lastNews } from './arrange.ts'
import { chosenPath, editionOf, editionRoot, housePath, litePath, routes } from './routes.ts'
import { allCorrections, times } from './story.ts'

/** A story without pictures and script, for poor connections; search engines are sent to the whole page. */
export function renderLiteStory({ page, path }: { page: StoryPage; path: string }, about: About, words: Words): Html {
  const { story } = page
  const language = words.language === story.language.split('-')[0] ? story.language : words.language
  const root = editionRoot(about.house, language)
  const people = peopleAt(root, page.people)
  const round = { words, language: story.language, slots: page.slots, root }
  const copy = copyOf(wordsOnly(story.copy), { ...round, ...(story.dateline ? { dateline: story.dateline } : {}) })
  const credits = creditsLine(story.credits, words, people)
  const main = html`<article${lang(story, language)}>
<h1>${story.headline}</h1>
${story.standfirst ? html`<p>${story.standfirst}</p>\n` : ''}${times(page, words)}${bylineOf(story, words, people)}${allCorrections(page, words, root)}${copy}${newestFirst(
    story,
  ).map(
    ({ anchor, at, headline, copy: said }) =>
      html`<section id="${anchor}">
<h2>${headline ?? fullTime(at, words)}</h2>
${headline ? html`<p>${fullTime(at, words)}</p>\n` : ''}${copyOf(wordsOnly(said), round)}</section>
`,
  )}${story.notes.public.map((note) => html`<p>${words.story.note}: ${note}</p>\n`)}${credits.length ? html`<p><small>${credits}</small></p>\n` : ''}</article>
`
  return lite({ title: story.headline, language, full: path, main }, about, words)
}

/** A front or a section as one list of its newest stories. */
export function renderLiteFront(
  { stories, edition, section }: { stories: readonly Teaser[]; edition: string; section?: string | undefined },
  about: About,
  words: Words,
  now: number,
): Html {
  const on: On = { about, words, language: edition, now }
  const title = section ? sectionName(about.house, section, edition) : nameOf(about.house, edition)
  const linked = stories
    .toSorted((one, other) => epoch(lastNews(other)) - epoch(lastNews(one)))
    .map((story) => ({ ...story, path: litePath(story.path) }))
  const list = stories.length ? wireByDay(linked, on, { level: 2, when: lastNews }) : html`<p>${words.page.empty}</p>\n`
  const full = chosenPath({ edition, ...(section ? { section } : {}) }, about.house)
  return lite({ title, language: edition, full, main: html`<h1>${title}</h1>\n${list}` }, about, words)
}

/** Copy without what would have to be fetched. */
function wordsOnly(copy: Copy): Copy {
  return copy.filter(({ is }) => is !== 'picture')
}

/** `canonical` without `noindex`: links to this page count for the whole one, and a page that is to be forgotten has no such say. */
function lite(page: { title: string; language: string; full: string; main: Part }, about: About, words: Words): Html {
  const { house, base, style } = about
  const edition = editionOf(house, page.language)
  const name = nameOf(house, page.language)
  const front = chosenPath({ edition }, house)
  return html`<!DOCTYPE html>
<html lang="${page.language}" dir="${directionOf(page.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title === name ? name : `${page.title} · ${name}`}</title>
<link rel="canonical" href="${uriOf(base + page.full)}">
<link rel="icon" href="${routes.icon}">
<style>${raw(styleFor(style, 'lite', page.language))}</style>
</head>
<body>
<nav aria-label="${words.page.sections}">
<ul>
<li><a href="${litePath(front)}">${name}</a></li>
${house.sections.map(({ slug }) => {
  const name = sectionIn(house, slug, edition)
  return html`<li><a href="${litePath(chosenPath({ edition, section: slug }, house))}"${lang(name, edition)}>${name.text}</a></li>\n`
})}<li><a href="${housePath('search', edition, house)}">${words.page.search}</a></li>
</ul>
</nav>
<main>
${page.main}</main>
<footer>
<p><a href="${page.full}">${words.page.whole}</a> · <a href="${housePath('about', edition, house)}">${words.page.about}</a> · <a href="${housePath('corrections', edition, house)}">${words.page.corrections}</a></p>
</footer>
</body>
</html>
`
}

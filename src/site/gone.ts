import { directionOf } from '../story/text.ts'
import { type Gone } from '../store/views/story.ts'
import { type Teaser } from '../store/views/teaser.ts'
import { type Html, html, nothing } from '../web/html.ts'
import { type Words } from '../words/words.ts'
import { fullTime } from './dates.ts'
import { lang } from './language.ts'
import { type About, layout } from './layout.ts'
import { type On, sectionLink, wireByDay } from './lists.ts'
import { chosenPath, correctionsPath, editionRoot, housePath } from './routes.ts'

/** What stands at the address of a story that was withdrawn: the notice, and none of the story's words. */
export function renderGone(gone: Gone, about: About, words: Words, now: number): Html {
  const language = words.language === gone.language.split('-')[0] ? gone.language : words.language
  const on = { about, words, language, now }
  const root = editionRoot(about.house, language)
  const main = html`<article class="story">
<header class="head">
${gone.section ? sectionLink(gone.section, on) : ''}<h1>${words.gone.title}</h1>
<p class="standfirst"${lang(gone, language)}>${gone.notice}</p>
</header>
<div class="signed">
<dl class="times">
<div><dt>${words.story.withdrawn}</dt> <dd>${fullTime(gone.at, words, now)}</dd></div>
${gone.firstPublished ? html`<div><dt>${words.story.published}</dt> <dd>${fullTime(gone.firstPublished, words)}</dd></div>\n` : ''}</dl>
</div>
<div class="body">
<div class="copy">
<p>${words.gone.advice} ${words.gone.stays}</p>
</div>
<footer class="foot">
<p><a href="${root}${correctionsPath()}">${words.page.allCorrections}</a></p>
</footer>
</div>
</article>`
  return layout(
    about,
    { kind: 'story', words, language, direction: directionOf(language), title: words.gone.title, main },
    now,
  )
}

/** A page for an address at which nothing has ever stood: what one may do, and what is new. */
export function renderNotFound(newest: readonly Teaser[], on: On): Html {
  const { words } = on
  const list = newest.length
    ? html`<section class="part" aria-labelledby="latest">
<h2 id="latest">${words.page.latest}</h2>
${wireByDay(newest, on)}</section>
`
    : nothing
  return sentence(words.gone.notFound, words.gone.notFoundAdvice, on, list)
}

/** A page for a fault of ours: what happened stands in the log, not here. */
export function renderFault(on: On): Html {
  return sentence(on.words.gone.fault, on.words.gone.faultAdvice, on)
}

function sentence(title: string, advice: string, on: On, more = nothing): Html {
  const { about, words, language, now } = on
  const { house } = about
  const main = html`<div class="desk">
<header class="head">
<h1>${title}</h1>
<p class="standfirst">${advice}</p>
<form class="ask" role="search" action="${housePath('search', language, house)}">
<label class="unseen" for="q">${words.find.label}</label>
<input id="q" name="q" type="search" placeholder="${words.find.label}">
<button type="submit">${words.page.search}</button>
</form>
<p class="found"><a href="${chosenPath({ edition: language }, house)}">${words.page.latest}</a> <a href="${housePath('archive', language, house)}">${words.page.archive}</a></p>
</header>
${more}</div>`
  return layout(about, { kind: 'desk', words, language, direction: directionOf(language), title, main }, now)
}

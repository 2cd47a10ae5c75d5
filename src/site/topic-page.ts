import { instant } from '../story/moment.ts'
import { directionOf } from '../story/text.ts'
import { type Teaser } from '../store/views/teaser.ts'
import { type Topic, above, labelOf } from '../topics/topics.ts'
import { type Html, type Part, html } from '../web/html.ts'
import { type Words } from '../words/words.ts'
import { feedLinks } from './feed-links.ts'
import { lang } from './language.ts'
import { type About, layout, nameOf } from './layout.ts'
import { type On, wireByDay } from './lists.ts'
import { topicFeedPath, topicPath } from './routes.ts'
import { topicLink } from './topic-links.ts'

/** What stands on the page of a topic in an edition. `narrower` are those that have stories; `later` is a page behind the first. */
export type TopicPage = {
  topic: Topic
  edition: string
  stories: readonly Teaser[]
  narrower: readonly Topic[]
  later: boolean
  more: boolean
}

/** What was published about a topic and the narrower ones under it, newest first. */
export function renderTopic(page: TopicPage, about: About, words: Words, now: number): Html {
  const { topic, edition, stories, narrower, later, more } = page
  const { house, base } = about
  const on = { about, words, language: edition, now }
  const path = topicPath(topic, edition, house)
  const title = titleOf(topic, edition)
  const last = stories.at(-1)
  const older =
    more && last ? `${path}?before=${encodeURIComponent(`${instant(last.firstPublished)}~${last.id}`)}` : undefined
  const name = labelOf(topic, edition)
  const main = html`<div class="desk">
<header class="head">
${broader(topic, on)}<h1${lang(name, edition)}>${title}</h1>
<p class="more"><a href="${topicFeedPath(topic, edition, house, 'rss')}">RSS</a></p>
</header>
${narrower.length ? facets(narrower, on) : ''}<div class="body">
${stories.length ? wireByDay(stories, on, { level: 2 }) : html`<p class="found">${words.page.empty}</p>\n`}${
    older
      ? html`<nav class="turn" aria-label="${words.page.older}"><a href="${older}" rel="next">${words.page.older}</a></nav>\n`
      : ''
  }</div>
</div>`
  return layout(
    about,
    {
      kind: 'desk',
      words,
      language: edition,
      direction: directionOf(edition),
      edition,
      title,
      // A page without stories, and those behind the first, are not for search engines.
      ...(later || stories.length === 0 ? {} : { path }),
      feeds: feedLinks(base, `${nameOf(house, edition)}: ${title}`, (feed) =>
        topicFeedPath(topic, edition, house, feed),
      ),
      main,
    },
    now,
  )
}

/** The name of a topic as a heading: the table writes it small. */
export function titleOf(topic: Topic, language: string): string {
  const { text } = labelOf(topic, language)
  const [first = ''] = text
  return first.toLocaleUpperCase(language) + text.slice(first.length)
}

/** What it falls under, the broadest first, as a trail of links. */
function broader(topic: Topic, on: On): Part {
  const trail = above(topic)
  if (trail.length === 0) return ''
  return html`<div class="topics">
<ul>
${trail.map((one) => html`<li>${topicLink(one, on)}</li>\n`)}</ul>
</div>
`
}

function facets(narrower: readonly Topic[], on: On): Html {
  return html`<nav class="facets" aria-label="${on.words.story.topics}">
<section>
<h2>${on.words.story.topics}</h2>
<ul>
${narrower.map((one) => html`<li>${topicLink(one, on)}</li>\n`)}</ul>
</section>
</nav>
`
}

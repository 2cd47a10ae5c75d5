import { type Said, saidIn } from '../config/house.ts'
import { type Correction } from '../story/publication.ts'
import { directionOf } from '../story/text.ts'
import { dayOf, hasClock, isoOf } from '../story/moment.ts'
import { type Step, type StoryPage } from '../store/views/story.ts'
import { type Html, html, nothing } from '../web/html.ts'
import { type Words, fill } from '../words/words.ts'
import { copyOf } from './copy.ts'
import { type Known, bylineOf, creditsLine, peopleAt } from './credits.ts'
import { clockTime, fullTime } from './dates.ts'
import { isSlideShow, leadPictures } from './figure.ts'
import { lang } from './language.ts'
import { entriesOf, keyEvents, shownOf, stateOf } from './live-page.ts'
import { type About, layout } from './layout.ts'
import { type On, dayLine, sectionLink } from './lists.ts'
import { description } from './description.ts'
import { metadataOf } from './metadata.ts'
import { lastChange } from './moments.ts'
import { chosenPath, correctionsPath, editionOf, editionRoot, housePath } from './routes.ts'
import { filled } from './sentence.ts'
import { topicLinks } from './topic-links.ts'

/** The page of a story, whole. A part of it that the story does not have leaves nothing behind. */
export function renderStory(
  page: StoryPage,
  about: About,
  words: Words,
  now: number,
  /** Of a running story: the anchor before whose entry those stand that are wanted. */
  before?: string,
): Html {
  const { story, path } = page
  // A page whose furniture cannot be said in the story's tongue is in the house's, with the story marked as foreign.
  const language = words.language === story.language.split('-')[0] ? story.language : words.language
  const on = { about, words, language, now }
  const root = editionRoot(about.house, language)
  const people = peopleAt(root, page.people)
  const pictures = leadPictures(story.pictures, words)
  const shown = shownOf(page, before)
  const grave = story.corrections.filter((one) => one.grave)
  const light = story.corrections.filter((one) => !one.grave)
  const copy =
    story.copy.length || !shown
      ? html`<div class="copy">
${copyOf(story.copy, { words, language: story.language, slots: page.slots, root, ...(story.dateline ? { dateline: story.dateline } : {}) })}</div>
`
      : nothing
  const body = shown
    ? html`${
        shown.before
          ? ''
          : html`<div class="mended">${allCorrections(page, words, root)}</div>
${copy}<section class="known"${story.running?.entries.some(({ key }) => key) ? html` aria-labelledby="key-events"` : ''}>${keyEvents(page, on)}</section>
`
      }${entriesOf(page, shown, on)}`
    : html`${corrections(grave, words, root, ' first', 'correction')}${copy}${corrections(light, words, root, '', grave.length ? 'corrections' : 'correction')}`
  const main = html`<article class="story${shown ? ' running' : ''}"${lang(story, language)}>
<header class="head">
${story.sections[0] ? sectionLink(story.sections[0], on) : ''}<h1>${story.headline}</h1>
${story.standfirst ? html`<p class="standfirst">${story.standfirst}</p>\n` : ''}</header>
<div class="signed">
${shown ? html`<p class="state">${stateOf(shown.running, story.firstPublished, on)}</p>\n` : ''}${times(page, words, now)}${bylineOf(story, words, people)}</div>
${pictures}<div class="body">
${body}${notes(story.notes.public, words)}${foot(story, people, on)}</div>
${side(page, on)}<p class="address"><bdi>${(about.base + path).replace(/^https?:\/\//, '')}</bdi> · ${filled(words.story.version, { n: story.version, when: fullTime(lastChange(story), words) })}</p>
</article>`
  return layout(
    about,
    {
      kind: shown ? 'live' : isSlideShow(story.pictures) ? 'slides' : 'story',
      words,
      language,
      direction: directionOf(language),
      title: story.headline,
      description: description(page),
      path,
      lite: path,
      ...(story.sections[0] && about.house.sections.some(({ slug }) => slug === story.sections[0])
        ? { section: story.sections[0] }
        : {}),
      head: metadataOf(page, about, words),
      main,
    },
    now,
  )
}

/** Published, updated and corrected: three moments, the newest first and with its age, each said only if it is. */
export function times({ story }: StoryPage, words: Words, now?: number): Html {
  const lines = [
    { word: words.story.published, at: story.firstPublished },
    ...(story.updated ? [{ word: words.story.updated, at: story.updated }] : []),
    ...(story.corrected ? [{ word: words.story.corrected, at: story.corrected }] : []),
  ].toSorted((one, other) => Date.parse(isoOf(other.at)) - Date.parse(isoOf(one.at)))
  return html`<dl class="times">
${lines.map(({ word, at }, line) => html`<div><dt>${word}</dt> <dd>${fullTime(at, words, line === 0 ? now : undefined)}</dd></div>\n`)}</dl>
`
}

/** What was mended, the grave first; the way to the log of the edition (`editionRoot`) below. */
export function allCorrections({ story }: StoryPage, words: Words, root: string): Html {
  const grave = story.corrections.filter((one) => one.grave)
  const light = story.corrections.filter((one) => !one.grave)
  return html`${corrections(grave, words, root, ' first', 'correction')}${corrections(light, words, root, ' first', grave.length ? 'corrections' : 'correction')}`
}

function corrections(all: readonly Correction[], words: Words, root: string, first: string, id: string): Html {
  if (all.length === 0) return nothing
  return html`<section class="mend${first}" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${words.story.correction}</h2>
${all.map(
  ({ wrong, right, where, at }) => html`<dl class="said">
<div><dt>${words.log.weSaid}</dt> <dd><del>${wrong}</del></dd></div>
<div><dt>${words.log.itIs}</dt> <dd><ins>${right}</ins></dd></div>
</dl>
<p class="stamp">${where ? html`${fill(words.log.where, { where })} ` : ''}${filled(words.story.mendedAt, { when: fullTime(at, words) })}</p>
`,
)}<p class="more"><a href="${root}${correctionsPath()}">${words.page.allCorrections}</a></p>
</section>
`
}

function notes(all: readonly string[], words: Words): Html {
  if (all.length === 0) return nothing
  return html`<section class="mend" aria-labelledby="note-title">
<h2 id="note-title">${words.story.note}</h2>
${all.map((note) => html`<p>${note}</p>\n`)}</section>
`
}

function foot(story: StoryPage['story'], people: Known, on: On): Html {
  const { about, words } = on
  const credits = creditsLine(story.credits, words, people)
  const { house } = about
  const line = saidIn(words.language, house, house.standardsLine)
  const topics = topicLinks(story, on)
  if (!credits.length && !line && topics.length === 0) return nothing
  return html`<footer class="foot">
${credits.length ? html`<p>${credits}</p>\n` : ''}${line ? standards(line, on) : ''}${
    topics.length
      ? html`<nav class="topics" aria-label="${words.story.topics}">
<ul>
${topics.map((topic) => html`<li>${topic}</li>\n`)}</ul>
</nav>
`
      : ''
  }</footer>
`
}

/** `Our standards: The rules of the house`, the words after the colon a link. */
function standards(line: Said, { about: { house }, words, language }: On): Html {
  const path = housePath('standards', editionOf(house, language), house)
  const tongue = lang(line, language)
  const [, label, rest] = /^([^:：]{1,40}[:：]\s*)(.+)$/.exec(line.text) ?? []
  return label
    ? html`<p${tongue}>${label}<a href="${path}">${rest}</a></p>\n`
    : html`<p>${words.story.ourStandards}: <a href="${path}"${tongue}>${line.text}</a></p>\n`
}

function side(page: StoryPage, on: On): Html {
  const { story, related, path } = page
  const { words, about } = on
  const edition = editionOf(about.house, story.language)
  const section = about.house.sections.find(({ slug }) => slug === story.sections[0])?.slug
  const feed = { edition, ...(section ? { section } : {}) }
  const mail = `mailto:?subject=${encodeURIComponent(story.headline)}&body=${encodeURIComponent(about.base + path)}`
  return html`<div class="side">
${page.soFar.length > 1 ? part('so-far', words.story.soFar, soFar(page.soFar, on)) : ''}${
    related.length
      ? part(
          'around',
          words.story.around,
          html`<ul class="with">\n${related.map((one) => html`<li><a href="${one.path}"${lang(one, on.language)}>${one.headline}</a></li>\n`)}</ul>\n`,
        )
      : ''
  }${
    page.translations.length
      ? part(
          'tongues',
          words.story.translations,
          html`<ul class="with">\n${page.translations.map((one) => html`<li><a href="${one.path}"${lang(one, on.language)} hreflang="${one.language}">${one.headline}</a></li>\n`)}</ul>\n`,
        )
      : ''
  }${part(
    'keep',
    words.story.send,
    html`<ul class="share">
<li><a href="${mail}">${words.story.email}</a></li>
<li><a href="${path}">${words.story.link}</a></li>
<li><a href="${chosenPath({ ...feed, feed: 'rss' }, about.house)}">RSS</a></li>
<li><a href="${chosenPath({ ...feed, feed: 'atom' }, about.house)}">Atom</a></li>
<li><a href="${chosenPath({ ...feed, feed: 'feed.json' }, about.house)}">JSON Feed</a></li>
</ul>
`,
  )}</div>
`
}

function part(id: string, title: string, inner: Html): Html {
  return html`<section aria-labelledby="${id}">
<h2 class="title" id="${id}">${title}</h2>
${inner}</section>
`
}

/** What went out before and after, a date line where the day changes. */
function soFar(steps: readonly Step[], on: On): Html {
  const said = steps.map((step, at) => ({ ...step, again: step.headline === steps[at + 1]?.headline }))
  const days = Map.groupBy(said, ({ at }) => dayOf(at, on.about.house.zone))
  return html`${[...days].map(
    ([day, those]) => html`${dayLine(day, on, 3)}<ol class="wire">
${those.map((step) => html`<li>${hasClock(step.at) ? clockTime(step.at, on.words, on.about.house.zone) : html`<span></span>`} ${stepLine(step, on.words)}</li>\n`)}</ol>
`,
  )}`
}

/** `again`: under the headline of the step before it, which need not be read twice. */
function stepLine({ headline, what, right, path, current, again }: Step & { again: boolean }, words: Words): Html {
  const update = what === 'updated' && again ? words.story.updated : headline
  const line = what === 'corrected' ? `${words.story.correction}: ${right ?? headline}` : update
  if (!path) return html`<span>${line}</span>`
  return html`<a href="${path}"${current ? html` aria-current="true"` : ''}>${line}</a>`
}

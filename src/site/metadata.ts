import { sectionName } from '../config/house.ts'
import { personAddress, pictureAddress, storyTag } from '../story/address.ts'
import { isoOf } from '../story/moment.ts'
import { creditLine } from '../story/picture.ts'
import { everyLine } from '../story/running.ts'
import { type StoryPage } from '../store/views/story.ts'
import { type Html, html, jsonScript } from '../web/html.ts'
import { type Words } from '../words/words.ts'
import { liveBlog } from './live-metadata.ts'
import { type About, nameOf } from './layout.ts'
import { correctionsPath, routes } from './routes.ts'
import { datelineOf } from './copy.ts'

/** What machines read at the head of a story: Open Graph, translations, and a schema.org `NewsArticle`. */
export function metadataOf(page: StoryPage, about: About, words: Words): Html {
  const { story, path, translations } = page
  const { base } = about
  const image = story.pictures.find((picture) => picture.image)?.image
  const property = (name: string, content: string) => html`<meta property="${name}" content="${content}">\n`
  const tongues = translations.length ? [{ language: story.language, path }, ...translations] : []
  return html`${tongues.map((one) => html`<link rel="alternate" hreflang="${one.language}" href="${base}${one.path}">\n`)}${property('og:type', 'article')}${property('og:site_name', nameOf(about.house, story.language))}${property('og:title', story.headline)}${property('og:url', base + path)}${description(page) ? property('og:description', description(page)) : ''}${image ? html`${property('og:image', pictureAddress(base, image))}${property('og:image:width', String(image.width))}${property('og:image:height', String(image.height))}` : ''}${property('article:published_time', isoOf(story.firstPublished))}${property('article:modified_time', isoOf(lastChange(page)))}${jsonScript('application/ld+json', newsArticle(page, about, words))}
`
}

/** A sentence or two that say what the story is: its standfirst, or the beginning of its copy. */
export function description({ story }: StoryPage): string {
  const text = story.standfirst ?? everyLine(story).find((line) => line.trim()) ?? ''
  if (text.length <= 200) return text
  const cut = text.slice(0, 200)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 120))} …`
}

/** When the story last carried more news or was mended: the later of the two, or its publication. */
export function lastChange({ story }: StoryPage) {
  const moments = [story.firstPublished, story.updated, story.corrected].filter((moment) => moment !== undefined)
  return moments.reduce((latest, moment) => (Date.parse(isoOf(moment)) > Date.parse(isoOf(latest)) ? moment : latest))
}

/** schema.org 30.0 `NewsArticle`; every field that is not known is left out. */
function newsArticle(page: StoryPage, about: About, words: Words): Record<string, unknown> {
  const { story, path, people } = page
  const { base, house } = about
  const authors = story.credits.filter(({ role }) => role === 'byline').flatMap((credit) => credit.people)
  const images = story.pictures.filter(({ image }) => image)
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    identifier: storyTag(about.authority, story.id),
    mainEntityOfPage: base + path,
    url: base + path,
    headline: story.headline,
    inLanguage: story.language,
    datePublished: isoOf(story.firstPublished),
    dateModified: isoOf(lastChange(page)),
    ...(story.standfirst ? { description: story.standfirst } : {}),
    ...(story.dateline ? { dateline: plainText(datelineOf(story.dateline, words)) } : {}),
    ...(story.sections[0] ? { articleSection: sectionName(house, story.sections[0], story.language) } : {}),
    ...(story.keywords.length ? { keywords: story.keywords } : {}),
    author: authors.length
      ? authors.map(({ name, person }) => ({
          '@type': 'Person',
          name,
          ...(person && people[person] ? { url: personAddress(base, people[person]) } : {}),
        }))
      : [{ '@type': 'NewsMediaOrganization', name: house.name, url: `${base}/` }],
    ...(images.length
      ? {
          image: images.map(({ image, caption }) => ({
            '@type': 'ImageObject',
            url: pictureAddress(base, image!),
            width: image!.width,
            height: image!.height,
            ...(caption.text ? { caption: caption.text } : {}),
            ...(caption.credit ? { creditText: creditLine(caption.credit) } : {}),
          })),
        }
      : {}),
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: house.name,
      url: `${base}/`,
      ...(house.standards.length ? { publishingPrinciples: base + routes.standards } : {}),
      correctionsPolicy: base + correctionsPath(),
    },
    ...(house.standards.length ? { publishingPrinciples: base + routes.standards } : {}),
    ...(story.corrections.length
      ? {
          correction: story.corrections.map(({ wrong, right, at }) => ({
            '@type': 'CorrectionComment',
            datePublished: isoOf(at),
            text: `${words.log.weSaid}: ${wrong} ${words.log.itIs}: ${right}`,
          })),
        }
      : {}),
    isAccessibleForFree: true,
    ...liveBlog(page, base),
  }
}

function plainText(markup: Html): string {
  return String(markup)
    .replace(/<[^>]*>/g, '')
    .replace(/\s*[–-]\s*$/, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .trim()
}

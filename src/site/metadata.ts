import { uriOf } from '../story/address.ts'
import { isoOf } from '../story/moment.ts'
import { cropAddress } from '../story/rendition.ts'
import { type StoryPage } from '../store/views/story.ts'
import { type Html, html, jsonScript } from '../web/html.ts'
import { type Words } from '../words/words.ts'
import { description } from './description.ts'
import { type About, nameOf } from './layout.ts'
import { lastChange } from './moments.ts'
import { newsArticle } from './news-article.ts'
import { type Shown, openGraph, property } from './open-graph.ts'
import { mainLanguage, previewPath } from './routes.ts'

/** What machines read at the head of a story: its translations, Open Graph, and a schema.org `NewsArticle`. */
export function metadataOf(page: StoryPage, about: About, words: Words): Html {
  const { story, path } = page
  const { base, house } = about
  return html`${tongues(page, about)}${openGraph({
    type: 'article',
    site: nameOf(house, story.language),
    title: story.headline,
    address: uriOf(base + path),
    description: description(page),
    image: imageOf(page, base),
  })}${property('article:published_time', isoOf(story.firstPublished))}${property('article:modified_time', isoOf(lastChange(story)))}${jsonScript('application/ld+json', newsArticle(page, about, words))}
`
}

/** The story in every language it is there in, itself too; whoever reads none of them gets the house's own, or the original. */
function tongues({ story, path, translations }: StoryPage, { base, house }: About): Html | string {
  if (translations.length === 0) return ''
  const self = { language: story.language, path, original: !story.translationOf }
  const all = [self, ...translations]
  const main = mainLanguage(house).split('-')[0]
  const otherwise =
    all.find(({ language }) => language.split('-')[0] === main) ?? all.find(({ original }) => original) ?? self
  const link = (language: string, to: string) =>
    html`<link rel="alternate" hreflang="${language}" href="${uriOf(base + to)}">\n`
  return html`${all.map((one) => link(one.language, one.path))}${link('x-default', otherwise.path)}`
}

function imageOf({ story }: StoryPage, base: string): Shown {
  const lead = story.pictures.find(({ image }) => image)
  if (lead?.image) return { ...cropAddress(base, lead.image, '16:9', { focus: lead.focus }), alt: lead.alt }
  return { address: base + previewPath(story.id, story.version), width: 1200, height: 630, alt: story.headline }
}

import { pictureAddress, storyTag, uriOf } from '../story/address.ts'
import { type Copy, copyLines } from '../story/copy.ts'
import { binds } from '../story/embargo.ts'
import { type Moment, epoch, instant } from '../story/moment.ts'
import { type Image, type Picture, creditLine } from '../story/picture.ts'
import { everyBlock } from '../story/running.ts'
import { type Story } from '../story/story.ts'
import { labelOf, topicOf } from '../topics/topics.ts'
import { pageAddress } from './address.ts'
import { type FeedAbout, type Outgoing, type Publisher } from './format.ts'
import { escapeHtml, figureHtml, htmlOf } from './html.ts'
import { creditsText, datelineText } from './printed.ts'
import { wholeCopy } from './running.ts'
import { oneLine } from './text.ts'

/** A feed as all three feed formats say it: one builder, three writers. */
export type Feed = FeedAbout & { id: string; language: string; updated: string; items: readonly FeedItem[] }

/**
 * A story in a feed. `id` never changes; `published` is when the public first had it, `updated` when it last changed
 * (instants). A killed story has neither copy nor address: its notice stands in `html`.
 */
export type FeedItem = {
  id: string
  address?: string
  title: string
  summary: string
  html: string
  published: string
  updated: string
  language: string
  authors: readonly string[]
  sections: readonly { slug: string; name: string }[]
  /** Media Topics by number, with their names in the language of the story. */
  topics: readonly { number: string; name: string }[]
  keywords: readonly string[]
  pictures: readonly FeedPicture[]
}

export type FeedPicture = Image & { address: string; caption: string; credit: string; alt: string; size?: number }

/** How long a feed announces that a story was withdrawn. */
export const noticeDays = 7

/** The most items that a feed holds. */
export const feedLimit = 100

/**
 * Whether a story may stand in a feed at an instant (milliseconds): it is out, no embargo binds it, it did not come
 * from an archive, and if it was killed that is not long ago.
 */
export function inFeed(story: Story, now: number): boolean {
  if (story.archived || binds(story.embargo, now) || !story.firstPublished) return false
  if (story.publication.is === 'killed') return now - epoch(story.publication.at) < noticeDays * 86_400_000
  return story.publication.is === 'published'
}

/** The feed of those stories that may stand in one, in the order given. */
export function feedOf(stories: readonly Outgoing[], about: Publisher): Feed {
  const feed = about.feed ?? {
    title: about.name,
    self: `${about.base}/feed`,
    page: `${about.base}/`,
    at: new Date(0).toISOString(),
  }
  const items = stories
    .filter(({ story }) => inFeed(story, Date.parse(feed.at)))
    .slice(0, feedLimit)
    .map((outgoing) => itemOf(outgoing, about))
  const newest = items.reduce((latest, { updated }) => (updated > latest ? updated : latest), '')
  const path = feed.self.startsWith(about.base) ? feed.self.slice(about.base.length) : feed.self
  return {
    ...feed,
    self: uriOf(feed.self),
    page: uriOf(feed.page),
    title: oneLine(feed.title),
    id: `tag:${about.authority}:feed${path}`,
    language: feed.language ?? about.language,
    updated: newest || feed.at,
    items,
  }
}

function itemOf({ story, sizes }: Outgoing, about: Publisher): FeedItem {
  const published = story.firstPublished as Moment
  const known = {
    id: storyTag(about.authority, story.id),
    published: instant(published),
    language: story.language,
    sections: story.sections.map((slug) => ({ slug, name: about.sectionName?.(slug, story.language) ?? slug })),
  }
  if (story.publication.is === 'killed') {
    const { notice, at } = story.publication
    const title = about.say?.('withdrawn', story.language) ?? 'Withdrawn'
    const html = `<p>${escapeHtml(notice)}</p>`
    return {
      ...known,
      title,
      summary: oneLine(notice),
      html,
      updated: instant(at),
      authors: [],
      topics: [],
      keywords: [],
      pictures: [],
    }
  }
  return {
    ...known,
    address: pageAddress({ firstPublished: published, slug: story.slug }, about),
    title: oneLine(story.headline),
    summary: oneLine(story.standfirst ?? firstParagraph(everyBlock(story))),
    html: about.summaries ? beginningOf(story) : bodyOf(story, about),
    updated: lastChange(story, published),
    authors: authorsOf(story),
    topics: topicsOf(story),
    keywords: [...new Set(story.keywords.map(oneLine).filter(Boolean))],
    pictures: picturesOf(story, about, sizes),
  }
}

/** What a house that keeps its copy to itself gives away: the standfirst, or the first paragraph. */
function beginningOf(story: Story): string {
  const text = story.standfirst ?? firstParagraph(everyBlock(story))
  return text ? `<p>${escapeHtml(text)}</p>` : ''
}

function topicsOf({ subjects, language }: Story): FeedItem['topics'] {
  const topics = new Map(subjects.flatMap(({ code }) => topicOf(code) ?? []).map((topic) => [topic.number, topic]))
  return [...topics.values()].map((topic) => ({ number: topic.number, name: labelOf(topic, language).text }))
}

function bodyOf(story: Story, about: Publisher): string {
  const credits = creditsText(story.credits, story.language)
  const corrections = story.corrections.map(({ wrong, right, where }) => {
    const word = about.say?.('correction', story.language) ?? 'Correction'
    return `<p>${escapeHtml(`${word}: ${[where, `${wrong} → ${right}`].filter(Boolean).join(': ')}`)}</p>`
  })
  return [
    ...(story.standfirst ? [`<p>${escapeHtml(story.standfirst)}</p>`] : []),
    ...story.pictures.slice(0, 1).map((picture) => figureHtml(picture, { base: about.base })),
    htmlOf(wholeCopy(story, pageAddress({ firstPublished: story.firstPublished!, slug: story.slug }, about)), {
      base: about.base,
      dateline: datelineText(story.dateline, story.language),
    }),
    ...(credits ? [`<p>${escapeHtml(credits)}</p>`] : []),
    ...corrections,
  ].join('')
}

function lastChange(story: Story, published: Moment): string {
  const moments = [published, story.updated, story.corrected].filter((moment) => moment !== undefined)
  return new Date(Math.max(...moments.map(epoch))).toISOString()
}

function authorsOf(story: Story): string[] {
  const signed = story.credits.filter(({ role }) => role === 'byline')
  return signed.flatMap(({ people }) => people.map(({ name }) => oneLine(name))).filter(Boolean)
}

function picturesOf(story: Story, about: Publisher, sizes: Outgoing['sizes']): FeedPicture[] {
  const inCopy = everyBlock(story).flatMap((block) => (block.is === 'picture' ? [block.picture] : []))
  return [...story.pictures, ...inCopy].flatMap((picture: Picture) => {
    if (!picture.image) return []
    const { hash } = picture.image
    const size = sizes?.[hash]
    const caption = oneLine(picture.caption.text)
    const credit = picture.caption.credit ? oneLine(creditLine(picture.caption.credit)) : ''
    const address = pictureAddress(about.base, picture.image)
    return [{ ...picture.image, address, caption, credit, alt: oneLine(picture.alt), ...(size ? { size } : {}) }]
  })
}

function firstParagraph(copy: Copy): string {
  const paragraph = copy.find((block) => block.is === 'paragraph')
  return paragraph ? copyLines([paragraph]).join(' ') : ''
}

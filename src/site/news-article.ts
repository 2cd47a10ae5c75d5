import { sectionName } from '../config/house.ts'
import { personAddress, pictureAddress, storyTag, uriOf } from '../story/address.ts'
import { isoOf } from '../story/moment.ts'
import { type Caption, type Picture, creditLine } from '../story/picture.ts'
import { cropAddress } from '../story/rendition.ts'
import { type PictureRights, licenceOf, webPage } from '../story/rights.ts'
import { type Story } from '../story/story.ts'
import { type StoryPage } from '../store/views/story.ts'
import { labelOf, topicOf } from '../topics/topics.ts'
import { type Html } from '../web/html.ts'
import { type Words, fill } from '../words/words.ts'
import { datelineOf } from './copy.ts'
import { description } from './description.ts'
import { type About, nameOf } from './layout.ts'
import { liveBlog } from './live-metadata.ts'
import { lastChange } from './moments.ts'
import { correctionsPath, editionOf, markPath, previewPath, routes, topicPath } from './routes.ts'

type Thing = Record<string, unknown>

/** schema.org 30.0 `NewsArticle`; every field that is not known is left out. */
export function newsArticle(page: StoryPage, about: About, words: Words): Thing {
  const { story, path } = page
  const { base, house } = about
  const { rights } = story
  const address = uriOf(base + path)
  const says = description(page)
  const licence = licenceOf(rights) ?? webPage(house.licence)
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    identifier: storyTag(about.authority, story.id),
    mainEntityOfPage: address,
    url: address,
    headline: story.headline,
    inLanguage: story.language,
    datePublished: isoOf(story.firstPublished),
    dateModified: isoOf(lastChange(story)),
    ...(says ? { description: says } : {}),
    ...(story.dateline ? { dateline: plainText(datelineOf(story.dateline, words)) } : {}),
    ...(story.sections[0] ? { articleSection: sectionName(house, story.sections[0], story.language) } : {}),
    ...(story.keywords.length ? { keywords: story.keywords } : {}),
    author: authorsOf(page, about),
    image: imagesOf(story, about),
    publisher: houseOf(about),
    isPartOf: { '@type': 'WebSite', name: nameOf(house, story.language), url: `${base}/` },
    ...(house.standards.length ? { publishingPrinciples: base + routes.standards } : {}),
    ...(rights?.holder ? { copyrightHolder: { '@type': 'Organization', name: rights.holder } } : {}),
    ...(rights?.notice ? { copyrightNotice: rights.notice } : {}),
    ...(licence ? { license: licence } : {}),
    ...many('correction', story.corrections.map(correctionOf(words))),
    ...many('about', topicsOf(story, about)),
    ...many('mentions', placesOf(story)),
    ...translations(page, base),
    isAccessibleForFree: true,
    ...liveBlog(page, base),
  }
}

/** Nothing, one thing, or a list of them. */
function many(name: string, things: readonly Thing[]): Thing {
  return things.length ? { [name]: things } : {}
}

function authorsOf({ story, people }: StoryPage, about: About): Thing[] {
  const signed = story.credits.filter(({ role }) => role === 'byline').flatMap((credit) => credit.people)
  if (signed.length === 0) return [{ '@type': 'NewsMediaOrganization', name: about.house.name, url: `${about.base}/` }]
  return signed.map(({ name, person }) => ({
    '@type': 'Person',
    name,
    ...(person && people[person] ? { url: uriOf(personAddress(about.base, people[person])) } : {}),
  }))
}

/** The house itself: its sign, and where it says by what rules it works and whose it is. */
export function houseOf({ base, house }: Pick<About, 'base' | 'house'>): Thing {
  const standards = base + routes.standards
  return {
    '@type': 'NewsMediaOrganization',
    name: house.name,
    url: `${base}/`,
    logo: { '@type': 'ImageObject', url: base + markPath, width: 512, height: 512 },
    ...(house.standards.length ? { publishingPrinciples: standards, ethicsPolicy: standards } : {}),
    ...(house.ownership.length ? { ownershipFundingInfo: `${standards}#ownership` } : {}),
    correctionsPolicy: base + correctionsPath(),
    ...(house.trust?.social ? { sameAs: house.trust.social } : {}),
  }
}

/** The first picture in three shapes, the others as they are; a story without pictures has the one that was drawn. */
function imagesOf(story: Story, { base, house }: About): Thing[] {
  const [lead, ...others] = story.pictures.filter(({ image }) => image)
  if (!lead) {
    const drawn = { address: base + previewPath(story.id, story.version), width: 1200, height: 630 }
    const own = { text: '', credit: { agency: nameOf(house, story.language) } }
    return [imageOf(drawn, own, house.licence ? { page: house.licence } : undefined)]
  }
  const shapes = (['16:9', '4:3', '1:1'] as const).map((crop) => {
    const { address, width, height } = cropAddress(base, lead.image!, crop, { focus: lead.focus })
    return imageOf({ address, width, height }, lead.caption, rightsOf(lead, story))
  })
  return [
    ...shapes,
    ...others.map((one) =>
      imageOf({ ...one.image!, address: pictureAddress(base, one.image!) }, one.caption, rightsOf(one, story)),
    ),
  ]
}

/** Those of the picture itself; those of the story only where the picture is credited to whoever owns the story. */
function rightsOf({ rights, caption: { credit } }: Picture, story: Story): PictureRights | undefined {
  return rights ?? (credit?.agency && credit.agency === story.rights?.holder ? story.rights : undefined)
}

function imageOf(
  { address, width, height }: { address: string; width: number; height: number },
  { text, credit = {} }: Pick<Caption, 'text' | 'credit'>,
  rights: PictureRights | undefined,
): Thing {
  const says = creditLine(credit) || rights?.holder
  const licence = licenceOf(rights)
  const obtain = webPage(rights?.obtain)
  return {
    '@type': 'ImageObject',
    url: address,
    width,
    height,
    ...(text ? { caption: text } : {}),
    ...(says ? { creditText: says } : {}),
    ...(credit.photographer ? { creator: { '@type': 'Person', name: credit.photographer } } : {}),
    ...(rights?.notice ? { copyrightNotice: rights.notice } : {}),
    ...(licence ? { license: licence } : {}),
    ...(obtain ? { acquireLicensePage: obtain } : {}),
  }
}

function correctionOf(words: Words) {
  return ({ wrong, right, at }: Story['corrections'][number]): Thing => ({
    '@type': 'CorrectionComment',
    datePublished: isoOf(at),
    text: fill(words.log.mended, { wrong, right }),
  })
}

function topicsOf({ subjects, language }: Story, { base, house }: About): Thing[] {
  const topics = new Map(subjects.flatMap(({ code }) => topicOf(code) ?? []).map((topic) => [topic.number, topic]))
  return [...topics.values()].map((topic) => ({
    '@type': 'Thing',
    name: labelOf(topic, language).text,
    url: uriOf(base + topicPath(topic, editionOf(house, language), house)),
    sameAs: `http://cv.iptc.org/newscodes/mediatopic/${topic.number}`,
  }))
}

function placesOf({ dateline }: Story): Thing[] {
  return (dateline?.places ?? []).map(({ name }) => ({ '@type': 'Place', name }))
}

function translations({ translations: all }: StoryPage, base: string): Thing {
  const work = ({ path, language }: (typeof all)[number]) => ({
    '@type': 'NewsArticle',
    url: uriOf(base + path),
    inLanguage: language,
  })
  const original = all.find((one) => one.original)
  if (original) return { translationOfWork: work(original) }
  return many('workTranslation', all.map(work))
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

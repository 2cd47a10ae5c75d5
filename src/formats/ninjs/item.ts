import { storyTag } from '../../story/address.ts'
import { instant } from '../../story/moment.ts'
import { type Story, type Subject } from '../../story/story.ts'
import { pageAddress } from '../address.ts'
import { type Outgoing, type Publisher } from '../format.ts'
import { htmlOf } from '../html.ts'
import { datelineText } from '../printed.ts'
import { wholeCopy } from '../running.ts'
import { oneLine, plainText, sound } from '../text.ts'
import { associationsOf } from './associations.ts'
import { bare } from './bare.ts'
import { type Extension, extensionOf, extensionType, killExtension, profile } from './extension.ts'
import { peopleAndPlaces } from './people.ts'
import { type Body, type Item, type Words } from './shape.ts'

/**
 * A story as a ninjs 3.1 item. Its `uri` is the same for all versions and `version` counts them: whoever stores by the
 * two sees each once. A killed story is `canceled`: its notice, and none of its words.
 */
export function itemOf(outgoing: Outgoing, about: Publisher): Item {
  const { story } = outgoing
  if (story.publication.is === 'killed') return killOf(outgoing, story.publication, about)
  const { entry } = outgoing
  const open = !entry?.embargoedUntil
  const note = story.notes.public.map(sound).join('\n')
  return bare({
    ...headOf(outgoing, about),
    representationType: 'full',
    ...(story.firstPublished ? { firstCreated: instant(story.firstPublished) } : {}),
    ...(entry?.embargoedUntil ? { embargoedUntil: entry.embargoedUntil } : {}),
    contentCreated: instant(story.printed?.published ?? story.firstPublished ?? entry?.at ?? epochStart),
    pubStatus: 'usable',
    urgency: story.urgency,
    headlines: words('main', oneLine(story.headline)),
    descriptions: [...words('summary', oneLine(story.standfirst ?? '')), ...extended(extensionOf(outgoing, about))],
    bodies: bodiesOf(story, about, open),
    ...peopleAndPlaces(story, about.name),
    subjects: [
      ...story.subjects.map(subjectOf),
      ...story.sections.map((slug) => sectionOf(slug, story.language, about)),
    ],
    genres: story.genre && oneLine(story.genre) ? [{ name: oneLine(story.genre) }] : [],
    ...(story.rights?.holder ? { copyrightHolder: oneLine(story.rights.holder) } : {}),
    ...(story.rights?.notice ? { copyrightNotice: oneLine(story.rights.notice) } : {}),
    ...(story.rights?.usageTerms ? { usageTerms: sound(story.rights.usageTerms) } : {}),
    ...(note ? { edNote: note } : {}),
    renditions:
      open && story.firstPublished
        ? [
            {
              name: 'web',
              href: pageAddress({ ...story, firstPublished: story.firstPublished }, about),
              contentType: 'text/html',
            },
          ]
        : [],
    associations: associationsOf(outgoing, about),
    trustIndicators: trustOf(about),
  })
}

function killOf(outgoing: Outgoing, kill: Extract<Story['publication'], { is: 'killed' }>, about: Publisher): Item {
  return bare({
    ...headOf(outgoing, about),
    pubStatus: 'canceled',
    edNote: sound(kill.notice),
    descriptions: extended(killExtension(outgoing, kill)),
  })
}

function headOf({ story, entry }: Outgoing, about: Publisher): Item {
  const newest = story.publication.is === 'never' ? undefined : story.publication.at
  const created = entry?.at ?? newest
  return {
    uri: storyTag(about.authority, story.id),
    type: 'text',
    profile,
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
    version: String(story.version),
    ...(created ? { versionCreated: instant(created) } : {}),
    language: story.language,
    slugline: story.slug,
    altIds: [{ role: 'story', value: story.id }, ...(entry ? [{ role: 'journal', value: String(entry.number) }] : [])],
  }
}

/** While an embargo binds there is no page that an entry could point to. */
function bodiesOf(story: Story, about: Publisher, open: boolean): Body[] {
  const dateline = datelineText(story.dateline, story.language)
  const page = open && story.firstPublished && pageAddress({ ...story, firstPublished: story.firstPublished }, about)
  const copy = wholeCopy(story, page || undefined)
  const text = plainText(copy, dateline)
  const counted = {
    charCount: text.length - (text.match(/[\ud800-\udbff]/g)?.length ?? 0),
    // Scripts without spaces have no words to count this way.
    ...(/^(?:ja|zh|th|km|lo|my)\b/.test(story.language) ? {} : { wordCount: text.match(/\S+/g)?.length ?? 0 }),
  }
  const html = htmlOf(copy, { base: about.base, dateline, captionsAlone: true })
  return [
    { role: 'main', contentType: 'text/html', ...counted, value: html },
    { role: 'text', contentType: 'text/plain', ...counted, value: text },
  ]
}

function subjectOf({ code, name }: Subject): NonNullable<Item['subjects']>[number] {
  const topic = /^medtop:(\d{8})$/.exec(code)?.[1]
  const known = topic ? { uri: `http://cv.iptc.org/newscodes/mediatopic/${topic}` } : { literal: code }
  return { ...(name ? { name: oneLine(name) } : {}), rel: 'about', ...known }
}

function sectionOf(slug: string, language: string, about: Publisher): NonNullable<Item['subjects']>[number] {
  return { name: about.sectionName?.(slug, language) ?? slug, rel: 'section', literal: slug }
}

function trustOf({ standards, corrections, ownership }: Publisher): NonNullable<Item['trustIndicators']> {
  return [
    { role: 'publishingPrinciples', title: 'Standards', href: standards },
    { role: 'correctionsPolicy', title: 'Corrections', href: corrections },
    { role: 'ownershipFundingInfo', title: 'Ownership', href: ownership },
  ].flatMap(({ role, title, href }) =>
    href ? [{ role: `http://cv.iptc.org/newscodes/trustindicator/${role}`, title, href }] : [],
  )
}

function extended(extension: Extension): Words[] {
  return [{ role: profile, contentType: extensionType, value: sound(JSON.stringify(extension)) }]
}

function words(role: string, value: string): Words[] {
  return value ? [{ role, contentType: 'text/plain', value }] : []
}

const epochStart = { local: '1970-01-01T00:00:00Z', zone: 'UTC', zoneFrom: 'house' } as const

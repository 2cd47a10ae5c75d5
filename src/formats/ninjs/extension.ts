import { storyTag } from '../../story/address.ts'
import { type Dateline } from '../../story/dateline.ts'
import { type Moment } from '../../story/moment.ts'
import { newestFirst, type RunningEntry } from '../../story/running.ts'
import { type Story } from '../../story/story.ts'
import { type Outgoing, type Publisher } from '../format.ts'
import { datelineText } from '../printed.ts'
import { oneLine } from '../text.ts'

/** The name of the profile, and of the description in which the extension travels. */
export const profile = 'dateline'

/** The media type of the extension. It travels as JSON text, since ninjs allows no property that it does not know. */
export const extensionType = 'application/vnd.dateline+json'

/**
 * What ninjs has no place for, as docs/wire.md describes it. Ids of our own people, desk notes, contacts and where the
 * copy came from are not in it and never leave.
 */
export type Extension = {
  story: string
  version: number
  journal?: { number: number; what: string; at: Moment }
  published?: Moment
  updated?: Moment
  corrected?: Moment
  embargo?: { until: Moment; reason?: string }
  archived?: true
  direction?: 'ltr' | 'rtl'
  dateline?: Omit<Dateline, 'raw'> & { text: string }
  credits?: readonly { role: string; people: readonly CreditedPerson[] }[]
  corrections?: readonly { wrong: string; right: string; where?: string; version: number; at: Moment; grave?: true }[]
  /** The entries of a running story, the newest first; their copy stands in the bodies. */
  running?: { is: 'live' | 'closed'; at?: Moment; entries: readonly Omit<RunningEntry, 'copy'>[] }
  kill?: { notice: string; at: Moment }
  sections?: readonly string[]
  keywords?: readonly string[]
  links?: readonly { rel: string; uri: string }[]
}

export type CreditedPerson = { name: string; place?: string; organisation?: string; desk?: true }

/** The extension of a story that is out. */
export function extensionOf({ story, entry, links = [] }: Outgoing, about: Publisher): Extension {
  return {
    ...headOf({ story, ...(entry ? { entry } : {}) }),
    ...(story.firstPublished ? { published: story.firstPublished } : {}),
    ...(story.updated ? { updated: story.updated } : {}),
    ...(story.corrected ? { corrected: story.corrected } : {}),
    ...(story.embargo && entry?.embargoedUntil ? { embargo: story.embargo } : {}),
    ...(story.archived ? { archived: true } : {}),
    direction: story.direction,
    ...(story.dateline ? { dateline: datelineOf(story.dateline, story.language) } : {}),
    credits: creditsOf(story),
    corrections: correctionsOf(story),
    ...(story.running ? { running: runningOf(story.running) } : {}),
    sections: story.sections,
    keywords: story.keywords,
    links: links.map(({ rel, id }) => ({ rel, uri: storyTag(about.authority, id) })),
  }
}

/** The extension of a story that was killed: which one, and the notice. */
export function killExtension(outgoing: Outgoing, kill: { notice: string; at: Moment }): Extension {
  return { ...headOf(outgoing), kill: { notice: kill.notice, at: kill.at } }
}

function headOf({ story, entry }: Outgoing): Extension {
  return {
    story: story.id,
    version: story.version,
    ...(entry ? { journal: { number: entry.number, what: entry.what, at: entry.at } } : {}),
  }
}

function datelineOf(dateline: Dateline, language: string): NonNullable<Extension['dateline']> {
  const { raw: _raw, ...parts } = dateline
  return { text: oneLine(datelineText(dateline, language)), ...parts }
}

function runningOf(running: NonNullable<Story['running']>): NonNullable<Extension['running']> {
  const { given: _given, ...state } = running
  return { ...state, entries: newestFirst({ running }).map(({ copy: _copy, ...entry }) => entry) }
}

function creditsOf(story: Story): NonNullable<Extension['credits']> {
  return story.credits.map(({ role, people }) => ({
    role,
    people: people.map(({ name, place, organisation, kind }) => ({
      name,
      ...(place ? { place } : {}),
      ...(organisation ? { organisation } : {}),
      ...(kind ? { desk: true as const } : {}),
    })),
  }))
}

function correctionsOf(story: Story): NonNullable<Extension['corrections']> {
  return story.corrections.map(({ wrong, right, where, version, at, grave }) => ({
    wrong,
    right,
    ...(where ? { where } : {}),
    version,
    at,
    ...(grave ? { grave: true as const } : {}),
  }))
}

import { type Moment } from '../../story/moment.ts'
import { type Picture } from '../../story/picture.ts'
import { type Direction } from '../../story/text.ts'
import { type Sql } from '../database.ts'

/** A public story as a list shows it: enough for a line or for the lead of a front, never its copy. */
export type Teaser = {
  id: string
  /** Current address without base. */
  path: string
  headline: string
  standfirst?: string
  /** How its copy begins, at most 400 characters of the first paragraph, where it has no standfirst. */
  opening?: string
  /** The first section, which is the main one. */
  section?: string
  /** The first place of the dateline, as printed. */
  place?: string
  language: string
  direction: Direction
  urgency: number
  firstPublished: Moment
  updated?: Moment
  corrected?: Moment
  /** The first picture whose bytes we have, and how many there are. */
  picture?: Picture
  pictures: number
  /** Set while it is a running story to which entries are still added. */
  live?: boolean
  /** Set when it came from an archive. */
  archived?: boolean
}

export type TeaserRow = {
  id: string
  path: string
  headline: string
  section: string | null
  language: string
  direction: Direction
  urgency: number
  moments: { firstPublished: Moment; updated?: Moment; corrected?: Moment }
  archived: boolean
  teaser: {
    standfirst: string | null
    opening: string | null
    place: string | null
    picture: Picture | null
    pictures: number
    running: 'live' | 'closed' | null
  }
}

/** The columns of a teaser, from `story s` and its public `version v`. */
export function teaserColumns(sql: Sql) {
  return sql`s.id, s.path, s.headline, s.sections[1] as section, s.language, s.direction, s.urgency, s.moments, s.archived, v.teaser`
}

/** What every reader's query stands on: stories that the public may see at an instant, with their public version. */
export function publicStories(sql: Sql) {
  return sql`story s join version v on v.story = s.id and v.number = s.public_version`
}

export function toTeaser(row: TeaserRow): Teaser {
  const { section, moments, archived, teaser, ...rest } = row
  const { standfirst, opening, place, picture, pictures, running } = teaser
  return {
    ...rest,
    ...moments,
    pictures,
    ...(standfirst ? { standfirst } : {}),
    ...(opening ? { opening } : {}),
    ...(section ? { section } : {}),
    ...(place ? { place } : {}),
    ...(picture ? { picture } : {}),
    ...(running === 'live' ? { live: true } : {}),
    ...(archived ? { archived } : {}),
  }
}

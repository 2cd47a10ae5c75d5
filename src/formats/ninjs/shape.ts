/**
 * A news item as ninjs 3.1 names its parts (iptc.org/standards/ninjs); only those that we write. Version 2.2 has the
 * same parts under older names, see `older.ts`.
 */
export type Item = {
  uri: string
  type?: 'text' | 'picture'
  representationType?: 'full'
  profile?: string
  standard?: { name: string; version: string; schema: string }
  version?: string
  firstCreated?: string
  versionCreated?: string
  contentCreated?: string
  embargoedUntil?: string
  pubStatus?: 'usable' | 'canceled'
  urgency?: number
  language?: string
  slugline?: string
  headlines?: Words[]
  descriptions?: Words[]
  bodies?: Body[]
  by?: string
  located?: string
  places?: { name: string; rel: string }[]
  people?: { name: string; rel: string }[]
  infoSources?: { name: string; role: string }[]
  subjects?: { name?: string; rel: string; uri?: string; literal?: string }[]
  genres?: { name: string }[]
  copyrightHolder?: string
  copyrightNotice?: string
  usageTerms?: string
  rightsInfo?: { linkedRights: string }
  edNote?: string
  renditions?: Rendition[]
  associations?: Associated[]
  altIds?: { role: string; value: string }[]
  trustIndicators?: { role: string; title: string; href: string }[]
}

export type Words = { role: string; contentType: string; value: string }

export type Body = Words & { charCount: number; wordCount?: number }

/** `poi`, the point that every crop keeps, is in pixels from the top left. */
export type Rendition = {
  name: string
  href: string
  contentType: string
  width?: number
  height?: number
  sizeInBytes?: number
  poi?: { x: number; y: number }
}

/** Something that belongs to the item: a picture, or another story. `rel` says how. */
export type Associated = Item & { name: string; rel: string }

import assert from 'node:assert/strict'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { type TestAgency } from '../agency.ts'

/** A story as a feed tells it, in the same words whatever the feed. Instants are milliseconds. */
export type Told = { id: string; title: string; published: number; updated: number; authors: string[]; credits: string }

/** What a feed of the agency holds, read by a reader of another house. */
export async function toldBy(agency: TestAgency, path: string): Promise<Map<string, Told>> {
  const { text, status } = await agency.get(path)
  assert.equal(status, 200, path)
  const items = path.endsWith('/rss') ? fromRss(text) : path.endsWith('/atom') ? fromAtom(text) : fromJson(text)
  return new Map(items.map((item) => [item.id, item]))
}

function fromRss(text: string): Told[] {
  return (parseRssFeed(text).items ?? []).map((item) => ({
    id: item.guid?.value ?? '',
    title: item.title ?? '',
    published: Date.parse(item.pubDate ?? ''),
    updated: Date.parse(item.atom?.updated ?? ''),
    authors: item.dc?.creators ?? [],
    credits: item.content?.encoded ?? '',
  }))
}

function fromAtom(text: string): Told[] {
  return (parseAtomFeed(text).entries ?? []).map((entry) => ({
    id: entry.id ?? '',
    title: plain(entry.title),
    published: Date.parse(entry.published ?? ''),
    updated: Date.parse(entry.updated ?? ''),
    authors: (entry.authors ?? []).map(({ name }) => name ?? ''),
    credits: plain(entry.content),
  }))
}

function fromJson(text: string): Told[] {
  return (parseJsonFeed(text).items ?? []).map((item) => ({
    id: item.id ?? '',
    title: item.title ?? '',
    published: Date.parse(item.date_published ?? ''),
    updated: Date.parse(item.date_modified ?? ''),
    authors: (item.authors ?? []).map(({ name }) => name ?? ''),
    credits: item.content_html ?? '',
  }))
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : ((value as { value?: string } | undefined)?.value ?? '')
}

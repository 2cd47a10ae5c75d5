import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { plainHouse } from '../config/house.ts'
import { type Publisher } from '../formats/format.ts'
import { type Item } from '../formats/ninjs/shape.ts'
import { file } from '../newsroom/file.ts'
import { type Newsroom, type Outcome } from '../newsroom/newsroom.ts'
import { publish } from '../newsroom/publish.ts'
import { transact } from '../store/transact.ts'
import { wireView } from '../store/views/wire.ts'
import { momentAt } from '../story/moment.ts'
import { type Draft, emptyDraft } from '../story/story.ts'
import { type Key } from './door.ts'
import { type WireParts, wire } from './wire.ts'

export const keys: Record<string, Key> = {
  dl_daily: { id: 'daily', name: 'Daily Mirror', scopes: ['wire'], embargoed: false },
  dl_early: { id: 'early', name: 'Early Bird', scopes: ['wire'], embargoed: true },
  dl_other: { id: 'other', name: 'Other', scopes: ['desk'], embargoed: false },
}

export const publisher: Publisher = {
  name: 'Kessary',
  base: 'https://kessary.example',
  authority: 'kessary.example,2026',
  zone: 'UTC',
  language: 'en',
}

export type PageOf<T> = {
  items: T[]
  entries: { number: number; what: string; embargoedUntil?: string }[]
  next: number
  head: number
}

/** An agency as small as can be: a database, the verbs, and the wire on them. */
export async function smallAgency(parts: Partial<WireParts> = {}) {
  const database = await testDatabase()
  await database.sql`insert into person (id, name, slug, created) values ('ana', 'Ana Ruiz', 'ana', now())`
  const heard = new Set<() => void>()
  let now = Date.parse('2026-11-24T12:00:00Z')
  let ids = 0
  const newsroom: Newsroom = {
    transact: transact(database, () => heard.forEach((hear) => hear())),
    clock: () => momentAt((now += 1000), 'UTC'),
    newId: () => `story-${++ids}`,
    judge: () => [],
    house: () => plainHouse,
  }
  const app = wire({
    view: wireView(database.sql),
    news: {
      on(hear) {
        heard.add(hear)
        return () => heard.delete(hear)
      },
    },
    checkKey: async (key) => keys[key],
    publisher: () => publisher,
    clock: () => now,
    ...parts,
  })
  const get = (path: string, key = 'dl_daily', headers: Record<string, string> = {}) =>
    Promise.resolve(app.request(path, { headers: { Authorization: `Bearer ${key}`, ...headers } }))
  return {
    newsroom,
    app,
    get,
    sleepUntil: (instant: string) => void (now = Date.parse(instant)),
    page: async (query = '', key?: string) =>
      (await (await get(`/wire/v1/items?${query}`, key)).json()) as PageOf<Item>,
    async published(slug: string, over: Partial<Draft> = {}) {
      const filed = done(await file(newsroom, { draft: draft(slug, over), by: 'ana' }))
      return done(await publish(newsroom, { story: filed.story, basedOn: filed.version, by: 'ana' }))
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

export function draft(slug: string, over: Partial<Draft> = {}): Draft {
  return {
    ...emptyDraft('en', 'ltr'),
    slug,
    headline: `Headline of ${slug}`,
    copy: [{ is: 'paragraph', text: [{ text: `Copy of ${slug}.` }] }],
    notes: { public: [], desk: ['SECRET-NOTE'] },
    contact: ['SECRET-CONTACT'],
    source: { provider: 'SECRET-SOURCE', format: 'copy', guid: slug },
    ...over,
  }
}

export function done(outcome: Outcome | undefined): { story: string; version: number } {
  if (!outcome || 'refused' in outcome) throw new Error(JSON.stringify(outcome))
  return outcome.done
}

test('the wire says what it is to whoever asks without a key', async () => {
  await using agency = await smallAgency()
  const answer = (await (await agency.app.request('/wire/v1/')).json()) as { formats: string[]; head: number }
  assert.deepEqual(answer.formats, ['ninjs-3.1', 'ninjs-2.2'])
})

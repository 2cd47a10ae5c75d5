import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { momentAt } from '../story/moment.ts'
import { publisher } from './any-story.test.ts'
import { type Mapped, newsSitemap, sitemap, sitemapIndex } from './sitemap.ts'
import { readXml, schemaFaults } from './xml.ts'

const now = Date.parse('2026-11-24T12:00:00Z')
const hour = 3_600_000

function mapped(hoursAgo: number, over: Partial<Mapped> = {}): Mapped {
  const at = now - hoursAgo * hour
  const firstPublished = momentAt(at, 'Asia/Tehran')
  return {
    path: '/2026/11/24/bridge',
    firstPublished,
    changed: new Date(at).toISOString(),
    headline: 'A & <b>',
    language: 'en',
    ...over,
  }
}

function all(bytes: Uint8Array, name: string): string[] {
  const answer = readXml(bytes, (root) => root.find(`//*[local-name()='${name}']`).map((part) => part.text))
  assert.ok('value' in answer)
  return answer.value
}

test('the News sitemap holds two days, newest first, with the first publication in its own zone', () => {
  const bytes = newsSitemap([mapped(47), mapped(1, { language: 'pt-BR' }), mapped(49), mapped(-1)], publisher, now)
  assert.deepEqual(all(bytes, 'publication_date'), ['2026-11-24T14:30:00+03:30', '2026-11-22T16:30:00+03:30'])
  assert.deepEqual(all(bytes, 'language'), ['pt', 'en'])
  assert.deepEqual(all(bytes, 'title'), ['A & <b>', 'A & <b>'])
  assert.deepEqual(all(bytes, 'name'), ['Kessary & Sons', 'Kessary & Sons'])
})

test('the News sitemap never holds more than a thousand stories', () => {
  const bytes = newsSitemap(
    Array.from({ length: 1200 }, (_, at) => mapped(at / 60)),
    publisher,
    now,
  )
  assert.equal(all(bytes, 'title').length, 1000)
})

test('Chinese is named as Google asks', () => {
  const bytes = newsSitemap([mapped(1, { language: 'zh-Hant' }), mapped(2, { language: 'zh' })], publisher, now)
  assert.deepEqual(all(bytes, 'language'), ['zh-tw', 'zh-cn'])
})

test('a sitemap of more than fifty thousand pages is a fault of the caller', () => {
  assert.throws(
    () =>
      sitemap(
        Array.from({ length: 50_001 }, () => mapped(1)),
        publisher,
      ),
    RangeError,
  )
})

test('addresses in other scripts are percent-encoded', () => {
  assert.deepEqual(all(sitemap([mapped(1, { path: '/2026/11/24/جسر' })], publisher), 'loc'), [
    'https://kessary.example/2026/11/24/%D8%AC%D8%B3%D8%B1',
  ])
})

const feeds = join(process.env['DATELINE_SHARED'] ?? '../shared', 'standards/feeds')

test('sitemaps are valid by their schemas', { skip: existsSync(feeds) ? false : `${feeds} is not there` }, () => {
  const schemas = (name: string, ...others: string[]) =>
    Object.fromEntries([name, ...others].map((file) => [file, readFileSync(join(feeds, file))]))
  const whole = schemas('sitemap-all.xsd', 'sitemap-0.9.xsd', 'sitemap-news-0.9.own.xsd')
  assert.deepEqual(schemaFaults(sitemap([mapped(1), mapped(1000)], publisher), whole), [])
  assert.deepEqual(schemaFaults(newsSitemap([mapped(1), mapped(2, { language: 'zh' })], publisher, now), whole), [])
  const broken = newsSitemap([mapped(1, { headline: '' })], publisher, now)
  assert.notDeepEqual(schemaFaults(broken, whole), [], 'the schema sees a missing title')
  assert.deepEqual(schemaFaults(newsSitemap([mapped(49)], publisher, now), whole), [], 'without news too')
})

test('the list of sitemaps is valid by its schema, and there is none that names nothing', () => {
  const schema = { 'sitemap-index.xsd': readFileSync(new URL('../../test/sitemap-index.xsd', import.meta.url)) }
  const index = sitemapIndex([
    { address: 'https://kessary.example/sitemap/1.xml', changed: '2026-11-24T12:00:00Z' },
    { address: 'https://kessary.example/sitemap/جسر.xml' },
  ])
  assert.deepEqual(schemaFaults(index, schema), [])
  assert.match(
    new TextDecoder().decode(index),
    /<sitemap><loc>https:\/\/kessary\.example\/sitemap\/1\.xml<\/loc><lastmod>/,
  )
  assert.notDeepEqual(schemaFaults(sitemapIndex([{ address: '/sitemap/1.xml' }]), schema), [])
  const none = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>'
  assert.notDeepEqual(schemaFaults(new TextEncoder().encode(none), schema), [])
  assert.throws(() => sitemapIndex([]), RangeError)
})

test('without news of two days the News sitemap names the front, as no news', () => {
  const bytes = newsSitemap([mapped(49)], publisher, now)
  assert.deepEqual(all(bytes, 'loc'), ['https://kessary.example/'])
  assert.deepEqual(all(bytes, 'news'), [])
})

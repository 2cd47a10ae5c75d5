import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { parseFeed } from 'feedsmith'
import { atomFaults } from '../../test/atom-grammar.ts'
import { copyLines } from '../story/copy.ts'
import { momentAt } from '../story/moment.ts'
import { type Story } from '../story/story.ts'
import { aStory, anyStory, killedStory, publisher } from './any-story.test.ts'
import { atom } from './atom/write.ts'
import { type Writer } from './format.ts'
import { jsonFeed } from './jsonfeed/write.ts'
import { rss } from './rss/write.ts'
import { type XmlPart, readXml } from './xml.ts'

const writers = [rss, atom, jsonFeed]
const names = { a: 'http://www.w3.org/2005/Atom', c: 'http://purl.org/rss/1.0/modules/content/' }

function written(writer: Writer, ...stories: Story[]): string {
  const answer = writer.write(
    stories.map((story) => ({ story })),
    publisher,
  )
  assert.ok('bytes' in answer)
  return new TextDecoder().decode(answer.bytes)
}

function xml<T>(text: string, use: (root: XmlPart) => T): T {
  const answer = readXml(new TextEncoder().encode(text), use)
  if ('problem' in answer) assert.fail(`not XML: ${JSON.stringify(answer.problem)}\n${text}`)
  return answer.value
}

test('a story keeps its id in every feed when its address changes', () => {
  const id = 'tag:kessary.example,2026:story/0193f1c2'
  for (const writer of writers) {
    assert.ok(written(writer, aStory()).includes(id))
    assert.ok(written(writer, aStory({ slug: 'another', headline: 'Another' })).includes(id))
  }
  const permanent = xml(written(rss, aStory()), (root) => root.find('channel/item/guid')[0]?.attribute('isPermaLink'))
  assert.equal(permanent, 'false')
})

test('a corrected story keeps its id and its first date, and is dated again', () => {
  const corrected = momentAt('2026-11-24T14:45:00Z', 'Europe/Lisbon')
  const story = aStory({
    corrected,
    corrections: [{ wrong: 'ten', right: 'eleven', where: 'paragraph 1', version: 3, at: corrected, by: 'ana' }],
  })
  const dates = xml(written(atom, story), (root) =>
    ['published', 'updated', 'content'].map((name) => root.find(`a:entry/a:${name}`, names)[0]?.text ?? ''),
  )
  assert.deepEqual(dates.slice(0, 2), ['2026-11-24T13:31:00.000Z', '2026-11-24T14:45:00.000Z'])
  assert.match(dates[2] ?? '', /Correction: paragraph 1: ten → eleven/)
})

test('a withdrawn story leaves its notice for some days, and none of its words', () => {
  for (const writer of writers) {
    const text = written(writer, killedStory())
    assert.ok(text.includes('Kessary withdraws this story'), writer.name)
    assert.ok(!text.includes('reopened') && !text.includes('reopens'), writer.name)
    const later = { ...publisher, feed: { ...publisher.feed!, at: '2026-12-02T00:00:00.000Z' } }
    const answer = writer.write([{ story: killedStory() }], later)
    assert.ok('bytes' in answer && !new TextDecoder().decode(answer.bytes).includes('withdraws'), writer.name)
  }
})

test('embargoed, archived and unpublished stories stand in no feed', () => {
  const kept = [
    aStory({ embargo: { until: momentAt('2026-11-25T00:00:00Z', 'UTC') } }),
    aStory({ archived: true }),
    aStory({ publication: { is: 'never' } }),
  ]
  for (const writer of writers) assert.ok(!written(writer, ...kept).includes('Harbour'), writer.name)
})

test('nothing that is the desk’s own stands in a feed', () => {
  for (const writer of writers) assert.ok(!written(writer, aStory()).includes('SECRET'), writer.name)
})

test('titles are plain text and copy is escaped once', () => {
  const rssText = written(rss, aStory())
  const item = xml(rssText, (root) => ({
    title: root.find('channel/item/title')[0]?.text,
    html: root.find('channel/item/c:encoded', names)[0]?.text ?? '',
    language: root.attribute('lang') ?? root.find('channel')[0]?.attribute('lang'),
  }))
  assert.equal(item.title, 'Harbour bridge reopens after <eleven> days & nights')
  assert.match(item.html, /<p>OSTRA \(Kessary\) – The bridge at Ostra reopened on Tuesday\.<\/p><h2>Toll<\/h2>/)
  const json = JSON.parse(written(jsonFeed, aStory())) as { items: { title: string; content_html: string }[] }
  assert.equal(json.items[0]?.title, item.title)
  assert.equal(json.items[0]?.content_html, item.html)
})

test('a feed names itself and its hub', () => {
  for (const writer of writers) {
    const text = written(writer, aStory())
    assert.ok(text.includes('https://kessary.example/feed.atom'), writer.name)
    assert.ok(text.includes('https://kessary.example/hub'), writer.name)
  }
})

test('a feed reader of another house finds the story whole', () => {
  for (const writer of writers) {
    const text = written(writer, aStory())
    const { format, feed } = parseFeed(text)
    assert.equal(format, { rss: 'rss', atom: 'atom', jsonfeed: 'json' }[writer.name])
    assert.ok(JSON.stringify(feed).includes('tag:kessary.example,2026:story/0193f1c2'))
  }
})

test('any story makes feeds that can be read, with its headline whole and nothing that could run', () => {
  fc.assert(
    fc.property(anyStory, (one) => {
      const story = { ...one, embargo: { until: momentAt(0, 'UTC') }, archived: false }
      const titles = xml(written(rss, story), (root) => root.find('channel/item/title').map((part) => part.text))
      const items = xml(written(atom, story), (root) => root.find('a:entry', names).map((entry) => entry.text))
      assert.equal(titles.length, items.length)
      const json = JSON.parse(written(jsonFeed, story)) as { items: { title: string; content_html?: string }[] }
      for (const [at, item] of json.items.entries()) {
        assert.equal(titles[at], item.title)
        assert.ok(!/<script|javascript:/i.test(item.content_html?.replaceAll(/>[^<]*</g, '><') ?? ''))
      }
    }),
    { numRuns: 200 },
  )
})

const schemas = join(process.env['DATELINE_SHARED'] ?? '../shared', 'standards/feeds')

test('any Atom feed is as its grammar wants', () => {
  const faults = (text: string) => xml(text, atomFaults)
  assert.deepEqual(faults(written(atom, aStory(), killedStory())), [])
  fc.assert(
    fc.property(anyStory, (story) => assert.deepEqual(faults(written(atom, story)), [])),
    { numRuns: 50 },
  )
  const whole = written(atom, aStory())
  for (const [without, fault] of [
    [whole.replace(/<updated>.*?<\/updated>/, ''), 'feed has 0 updated'],
    [whole.replace('<author>', '<author><homepage>x</homepage>'), 'author holds homepage'],
    [whole.replaceAll(/term="[^"]*"/g, ''), 'a category has no term'],
    [whole.replace(/<published>[^<]*/, '<published>yesterday'), 'yesterday is no date'],
  ] as const)
    assert.ok(faults(without).includes(fault), fault)
})

test('a feed says the topics of a story in its language, and the beginning alone where the house wants that', () => {
  const story = aStory({ subjects: [{ code: 'medtop:20000161', name: 'as it came' }], standfirst: 'The beginning.' })
  for (const writer of writers) {
    assert.ok(written(writer, story).includes('structural failures'))
    const answer = writer.write([{ story }], { ...publisher, summaries: true })
    assert.ok('bytes' in answer)
    const text = new TextDecoder().decode(answer.bytes)
    assert.match(text, /The beginning\./)
    for (const line of copyLines(story.copy).filter((one) => one.length > 20))
      assert.ok(!text.includes(line.slice(0, 20)))
  }
})

test('any JSON Feed is valid by its schema', { skip: existsSync(schemas) ? false : `${schemas} is not there` }, () => {
  const ajv = new Ajv({ strict: false, validateFormats: false })
  const [base, newest] = ['jsonfeed-1.schema.json', 'jsonfeed-1.1.schema.json'].map((name) => {
    const {
      id: $id,
      $schema: _draft,
      ...schema
    } = JSON.parse(readFileSync(join(schemas, name), 'utf8')) as Record<string, unknown>
    return { $id: String($id), ...schema } satisfies Record<string, unknown>
  })
  ajv.addSchema(base ?? {}, 'https://json.schemastore.org/feed-1')
  const valid = ajv.compile(newest ?? {})
  fc.assert(
    fc.property(fc.array(anyStory, { maxLength: 3 }), (stories) => {
      const feed: unknown = JSON.parse(written(jsonFeed, ...stories.map((one) => ({ ...one, archived: false }))))
      assert.ok(valid(feed), JSON.stringify(valid.errors))
    }),
    { numRuns: 100 },
  )
})

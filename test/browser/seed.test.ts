import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readCopy } from '../../src/formats/copy/read.ts'
import { toDraft } from '../../src/formats/copy/to-story.ts'
import { type RangeName, names } from '../../src/config/ranges.ts'
import { archive } from '../../src/newsroom/archive.ts'
import { openPage } from './chromium.ts'
import { images, world } from './world.ts'

const shared = process.env['DATELINE_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url))
const file = join(shared, 'seed/story.txt')

// The copy belongs to somebody else, so this test says its facts and none of its sentences.
test('the story that the product starts from shows every element right, ten years later', async (context: TestContext) => {
  if (!existsSync(file)) return context.skip('the seed story is not beside this checkout')
  const raw = readFileSync(file, 'utf8')
  const draft = toDraft(readCopy(raw, { zone: 'America/New_York' }), raw)
  await using here = await world()
  const [stand] = await images(here)
  const pictures = draft.pictures.map((picture) => ({
    ...picture,
    ...(stand ? { image: stand } : {}),
    alt: 'A stand-in',
  }))
  const [outcome] = await archive(here.newsroom, { items: [{ draft: { ...draft, pictures } }], by: 'piet' })
  assert.ok(outcome && 'done' in outcome, JSON.stringify(outcome))
  await using page = await openPage({ viewport: { width: 1280, height: 900 } })
  await page.clock.setFixedTime(new Date('2018-04-07T12:00:00Z'))
  const found = await (await here.fetch('/archive/2008/04/07')).text()
  const path = /<a href="(\/2008\/04\/07\/[^"]+)"/.exec(found)?.[1]
  assert.ok(path, 'the archive has it on its true day')
  await page.goto(here.base + path)
  const text = (part: string) => page.locator(part).allInnerTexts()

  assert.deepEqual(await text('.times dd'), ['7 April 2008, 11:21 GMT-4'])
  assert.deepEqual(await text('h1'), [draft.headline])
  const [dateline] = await text('.copy > p:first-child .dateline')
  assert.equal(dateline?.toUpperCase(), 'TEHRAN (REUTERS) –')
  assert.equal(await page.locator('.dateline .place').evaluate((place) => place.textContent), 'TEHRAN')
  assert.equal(await page.locator('.copy > p').count(), 19)
  const caption = (await page.locator('.figure figcaption').textContent()) ?? ''
  const printed = /<p>(.*)<\/p>/s.exec(raw)?.[1] ?? ''
  assert.ok(printed.length > 50)
  assert.equal(caption.trim(), printed, 'the caption with its place, its day and its credit, once')
  assert.ok(!caption.includes('<p>'))
  const credits = (await page.locator('.foot > p').first().textContent()) ?? ''
  assert.equal(
    credits,
    raw.split('\n').find((line) => line.startsWith('Additional reporting')),
    'as it was printed',
  )
  assert.match((await page.locator('.foot').textContent()) ?? '', /Our standards: The Halyard rules/)
  assert.deepEqual([await page.locator('.count').count(), await page.locator('.strip').count()], [0, 0])
  const all = (await page.locator('body').innerText()) + (await page.content())
  for (const furniture of ['in 10 years', '0 : 0', '&lt;p&gt;', ...(Object.keys(names) as RangeName[])])
    assert.ok(!all.includes(furniture), `${furniture} leaked into the page`)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Page } from 'playwright-core'
import { addEntry } from '../../src/newsroom/add-entry.ts'
import { correct } from '../../src/newsroom/correct.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { transact } from '../../src/store/transact.ts'
import { type Copy } from '../../src/story/copy.ts'
import { replaceWords } from '../../src/story/replace.ts'
import { draftOf } from '../../src/story/story.ts'
import { plain } from '../../src/story/text.ts'
import { type TestAgency, done, testAgency } from '../agency.ts'
import { moment, story } from '../build.ts'
import { openPage } from './chromium.ts'
import { axeFindings, markupFindings } from './faults.ts'

const path = '/2026/11/25/ostra-dam'

/** A running story with thirty entries, on a port, and another process's newsroom that adds to it. */
async function running(): Promise<{ agency: TestAgency; base: string; id: string } & AsyncDisposable> {
  const agency = await testAgency()
  const entries = Array.from({ length: 30 }, (_, n) => ({
    anchor: `entry-${n + 1}`,
    at: moment(n < 10 ? '2026-11-24 21:00' : '2026-11-25 09:00'),
    headline: `Entry number ${n + 1}`,
    copy: lines(`What was seen at the dam in hour ${n + 1}, with a link to `, 'https://water.example/'),
  }))
  const dam = story('ostra-dam')
    .saying('What we know.')
    .with({ running: { is: 'live', given: 30, entries } })
  const { id } = await agency.published(dam)
  const base = `http://127.0.0.1:${await agency.listen()}`
  return { agency, base, id, [Symbol.asyncDispose]: () => agency[Symbol.asyncDispose]() }
}

function lines(text: string, href?: string): Copy {
  return [
    {
      is: 'paragraph',
      text: [...plain(text), ...(href ? [{ text: 'the gauge', marks: [{ is: 'link', href }] }] : [])],
    } as Copy[number],
  ]
}

/** Adds through the database alone, as another process does. */
async function add({ agency, id }: { agency: TestAgency; id: string }, headline: string, close = false): Promise<void> {
  const { version } = await agency.now({ id })
  const newsroom = { ...agency.newsroom, transact: transact(agency.database) }
  const entry = { headline, copy: lines('It has just been seen.') }
  done(await addEntry(newsroom, { story: id, basedOn: version, by: 'ben', entry, close }))
}

const topOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((one) => one.getBoundingClientRect().top)

const settled = (page: Page) =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')

for (const width of [390, 1280])
  test(`what is read does not move by a pixel when entries arrive above it, at ${width} px`, async () => {
    await using world = await running()
    await using page = await openPage({ viewport: { width, height: 800 } })
    await page.goto(world.base + path)
    await page.locator('#entry-12').evaluate((one) => one.scrollIntoView({ block: 'start', behavior: 'instant' }))
    await page.evaluate("scrollBy({ top: 37, behavior: 'instant' })")
    const before = await topOf(page, '#entry-12')
    await add(world, 'One more')
    await page.locator('#entry-31').waitFor({ state: 'attached' })
    await settled(page)
    assert.equal(await topOf(page, '#entry-12'), before)
    for (const name of ['Two more', 'Three more', 'Four more']) await add(world, name)
    await page.locator('#entry-34').waitFor({ state: 'attached' })
    await settled(page)
    assert.equal(await topOf(page, '#entry-12'), before)
    const order = await page.locator('.entries > .entry').evaluateAll((all) => all.slice(0, 5).map(({ id }) => id))
    assert.deepEqual(order, ['entry-34', 'entry-33', 'entry-32', 'entry-31', 'entry-30'])
    assert.equal(await page.locator('.entries > .day').count(), 2)

    // With something under the keys.
    await page.locator('#entry-9 .copy a').focus()
    const held = await topOf(page, '#entry-9')
    await add(world, 'Five more')
    await page.locator('#entry-35').waitFor({ state: 'attached' })
    await settled(page)
    assert.equal(await topOf(page, '#entry-9'), held)
    assert.ok(await page.locator('#entry-9 .copy a').evaluate((one) => one.matches(':focus')))
  })

test('whoever has the newest before his eyes is told of more, and gets them when he wants', async () => {
  await using world = await running()
  await using page = await openPage({ viewport: { width: 390, height: 800 } })
  await page.goto(world.base + path)
  const link = page.locator('.fresh a')
  assert.equal(await link.textContent(), 'Look for new entries')
  await page.locator('.fresh').evaluate((one) => one.scrollIntoView({ block: 'start', behavior: 'instant' }))
  const before = await topOf(page, '#entry-30')
  await add(world, 'One more')
  await page.getByRole('link', { name: '1 new entry', exact: true }).waitFor()
  await add(world, 'Two more')
  await page.getByRole('link', { name: '2 new entries', exact: true }).waitFor()
  assert.equal(await topOf(page, '#entry-30'), before)
  assert.equal(await page.locator('#entry-31').count(), 0)
  assert.equal(await page.locator('.fresh').getAttribute('role'), 'status')
  await link.click()
  assert.equal(await page.locator('.entries > .entry').first().getAttribute('id'), 'entry-32')
  assert.equal(await link.textContent(), 'Look for new entries')
  const top = await topOf(page, '#entry-32')
  assert.ok(top > 0 && top < 200, `the newest is in sight: ${top}`)
})

test('a corrected entry changes in its place, and the focus stays on its link', async () => {
  await using world = await running()
  const { agency, id } = world
  await using page = await openPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(world.base + path)
  await page.locator('#entry-12 .copy a').focus()
  const before = await topOf(page, '#entry-12')
  const wrong = await agency.now({ id })
  const draft = replaceWords(draftOf(wrong), [['Entry number 12', 'Entry number twelve, put right at some length']])
  const corrections = [{ wrong: 'number 12', right: 'twelve' }]
  done(await correct(agency.newsroom, { story: id, basedOn: wrong.version, by: 'ben', draft, corrections }))
  await page.getByText('twelve, put right').waitFor()
  await settled(page)
  assert.equal(await page.locator('#entry-12').count(), 1)
  assert.equal(await topOf(page, '#entry-12'), before)
  assert.ok(await page.locator('#entry-12 .copy a').evaluate((one) => one.matches(':focus')))
  assert.match(await page.locator('.mended').innerText(), /number 12/)
})

test('the end is said, and the page asks no more', async () => {
  await using world = await running()
  await using page = await openPage()
  const asked: string[] = []
  page.on('request', (request) => void (request.url().includes('/live/') && asked.push(request.url())))
  await page.goto(world.base + path)
  assert.match(await page.locator('.state').innerText(), /^Live since/)
  await add(world, 'The gates are shut', true)
  await page.getByText('Ended 25 November 2026').waitFor()
  await page.waitForTimeout(3500)
  assert.equal(asked.length, 1)
})

test('a story that is killed under the eyes of a reader becomes its notice', async () => {
  await using world = await running()
  const { agency, id } = world
  await using page = await openPage()
  await page.goto(world.base + path)
  await page.locator('#entry-30').waitFor()
  const { version } = await agency.now({ id })
  done(await kill(agency.newsroom, { story: id, basedOn: version, by: 'ana', notice: 'None of it was so.' }))
  await page.getByText('None of it was so.').waitFor()
  assert.equal(await page.getByText('Entry number').count(), 0)
})

test('without script all is there, and a link looks for more', async () => {
  await using world = await running()
  await using page = await openPage({ javaScriptEnabled: false })
  await page.goto(world.base + path)
  assert.equal(await page.locator('.entry').count(), 30)
  await add(world, 'One more')
  await page.locator('.fresh a').click()
  assert.equal(await page.locator('.entry').count(), 31)
})

test('axe and html-validate find nothing on a running story, before and after entries came', async () => {
  await using world = await running()
  for (const width of [390, 1280]) {
    await using page = await openPage({ viewport: { width, height: 800 }, colorScheme: width < 400 ? 'dark' : 'light' })
    await page.goto(world.base + path)
    assert.deepEqual(await axeFindings(page), [])
    await page.locator('#entry-12').evaluate((one) => one.scrollIntoView({ block: 'start', behavior: 'instant' }))
    const before = await page.locator('.entry').count()
    await add(world, 'One more')
    await page.locator('.entry').nth(before).waitFor({ state: 'attached' })
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0)
  }
  assert.deepEqual(await markupFindings((await world.agency.get(path)).text), [])
})

test('the address of an entry leads to it, also when it stands among the older ones', async () => {
  await using world = await running()
  const entries = Array.from({ length: 70 }, (_, n) => ({
    anchor: `entry-${n + 1}`,
    at: moment('2026-11-25 09:00'),
    headline: `Entry number ${n + 1}`,
    copy: [],
  }))
  await world.agency.published(story('long').with({ running: { is: 'live', given: 70, entries } }))
  await using page = await openPage({ viewport: { width: 390, height: 800 } })
  await page.goto(`${world.base}/2026/11/25/long#entry-7`)
  await page.waitForURL('**/long?before=entry-8#entry-7')
  await page.locator('#entry-7').waitFor()
  assert.ok((await topOf(page, '#entry-7')) < 800)
  await page.goto(`${world.base}/2026/11/25/long#entry-60`)
  assert.equal(new URL(page.url()).search, '')
})

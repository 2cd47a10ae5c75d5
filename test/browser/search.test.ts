import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharedWorld } from './world.ts'

async function find(query: string): Promise<{ total: string; headlines: string[]; text: string }> {
  const { fetch } = await sharedWorld()
  const text = await (await fetch(`/search?${query}`)).text()
  const headlines = [...text.matchAll(/<h2><a href="[^"]+"[^>]*>(.*?)<\/a><\/h2>/g)].map(([, line]) =>
    line!.replaceAll(/<\/?mark>/g, ''),
  )
  return { total: /<strong>(.*?)<\/strong>/.exec(text)?.[1] ?? '', headlines, text }
}

test('the newest stories that have all the words come first, the words marked', async () => {
  const { total, headlines, text } = await find('q=ostra+dam')
  assert.equal(total, `${headlines.length} stories`)
  assert.equal(headlines[0], 'Engineers open second gate at Ostra dam as crack stops growing')
  assert.match(text, /<mark>Ostra<\/mark>|<mark>Ostra dam<\/mark>/)
})

test('another form of a word is found, a phrase only as it stands, a word with a minus not at all', async () => {
  assert.ok((await find('q=lighthouses')).headlines.some((line) => line.startsWith('Lighthouse sold')))
  assert.deepEqual((await find('q=%22crews+ferry%22')).headlines, [])
  assert.ok((await find('q=%22ferry+crews%22')).headlines.length > 0)
  const without = await find('q=crown+-lighthouse')
  assert.ok(without.headlines.length > 0 && !without.headlines.some((line) => line.startsWith('Lighthouse')))
})

test('the best match is the one that says it in its headline', async () => {
  const { headlines } = await find('q=smelter&sort=best')
  assert.match(headlines[0]!, /smelter/i)
})

test('each filter narrows the results, its own counts stay, and the sum is exact', async () => {
  const all = await find('q=said')
  const world = await find('q=said&section=world')
  const counts = [...all.text.matchAll(/section=(\w[\w-]*)[^"]*">(?:<bdi>)?([^<]+)(?:<\/bdi>)? <data value="(\d+)"/g)]
  const here = counts.find(([, section]) => section === 'world')
  assert.equal(world.total, `${here?.[3]} stories`)
  assert.match(world.text, /aria-current="true"><bdi>World/)
  assert.match(world.text, /section=economy/)
  assert.match((await find('q=ostra&year=2025')).headlines.join(), /valley that was promised/)
})

test('Arabic is found by its own rules, Japanese by any two signs that stand together', async () => {
  const arabic = await find(`q=${encodeURIComponent('مهندسون')}`)
  assert.equal(arabic.headlines.length, 1)
  assert.match(arabic.text, /<a href="[^"]+" lang="ar" dir="rtl">/)
  const japanese = await find(`q=${encodeURIComponent('和船')}`)
  assert.equal(japanese.headlines.length, 1)
  assert.match(japanese.text, /<mark>和船<\/mark>/)
  assert.equal((await find(`q=${encodeURIComponent('船和')}`)).headlines.length, 0)
})

test('a query that finds nothing says how to find more', async () => {
  const { total, text } = await find('q=zzzqqq')
  assert.equal(total, '0 stories')
  assert.match(text, /No story has all of these words\. Try fewer words/)
})

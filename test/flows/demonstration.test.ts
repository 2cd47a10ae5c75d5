import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDemo } from '../../src/cli/demo/content.ts'
import { finishDemo, readyDemo } from '../../src/cli/demo/fill.ts'
import { toHouse } from '../../src/config/house-file.ts'
import { addStaff } from '../../src/ground.ts'
import { newestStories } from '../../src/store/views/reference.ts'
import { testAgency } from '../agency.ts'

test('the demonstration comes in through the copy reader and is the same on every door', async (t) => {
  const demo = await readDemo()
  const { house, staff } = toHouse(demo.house)
  await using agency = await testAgency({ house })
  await addStaff(agency.database, staff)
  const mirror = await agency.subscriber({ embargoed: true })
  assert.equal(await finishDemo(agency, await readyDemo(demo, house, agency.config.dataFolder)), demo.stories.length)
  assert.equal(
    await finishDemo(agency, await readyDemo(demo, house, agency.config.dataFolder)),
    0,
    'a second time there is nothing left to do',
  )

  const all = await newestStories(agency.database, 1000)
  const out = all.filter(({ publication }) => publication.is === 'published')
  const killed = all.filter(({ publication }) => publication.is === 'killed')
  const hidden = all.filter(({ work }) => work.is === 'held')
  assert.ok(out.length >= 40 && killed.length === 1 && hidden.length === 1)

  const wire = new Map((await mirror()).items.map((item) => [item.uri, item]))
  let pages = 0
  for (const { id, path, headline } of out) {
    const whole = await agency.now({ id })
    const embargoed = whole.embargo !== undefined
    const page = await agency.get(path ?? '/nowhere')
    assert.equal(page.status, embargoed ? 404 : 200, `${path} answers`)
    assert.ok(whole.dateline?.places.length, `${path} has a dateline`)
    assert.ok(whole.copy.length, `${path} has copy`)
    const item = [...wire.values()].findLast(({ uri }) => uri.endsWith(id))
    assert.equal(headlineOf(item), headline, `${path} has the same headline on the wire`)
    if (embargoed) continue
    pages++
    const data = JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page.text)?.[1] ?? '{}',
    ) as Record<string, string>
    assert.equal(data['headline'], headline)
    assert.equal(
      Date.parse(data['datePublished'] ?? ''),
      Date.parse(String(item?.['firstCreated'])),
      `${path}: JSON-LD and wire agree on its first moment`,
    )
    assert.equal(attribute(page.text, 'og:title'), headline)
    assert.equal(attribute(page.text, 'og:url'), `https://news.example${path}`)
    for (const { people } of whole.credits)
      for (const { name } of people) assert.ok(page.text.includes(name.replaceAll('’', '’')), `${path} credits ${name}`)
  }
  t.diagnostic(`${out.length} stories out, ${pages} pages compared with JSON-LD, Open Graph and wire`)
  const [gone] = killed
  assert.equal((await agency.get(gone?.path ?? '/')).status, 410)
})

function headlineOf(item: Record<string, unknown> | undefined): unknown {
  const [first] = (item?.['headlines'] ?? []) as { value: string }[]
  return first?.value
}

function attribute(page: string, property: string): string | undefined {
  const content = new RegExp(`property="${property}" content="([^"]*)"`).exec(page)?.[1]
  return content?.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")
}

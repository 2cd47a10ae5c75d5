import assert from 'node:assert/strict'
import { test } from 'node:test'
import { archive } from '../../src/newsroom/archive.ts'
import { testAgency } from '../agency.ts'
import { moment, story } from '../build.ts'

test('a day of more stories than a page holds goes on, story by story, until all were shown', async () => {
  await using agency = await testAgency()
  const two = (n: number) => String(n).padStart(2, '0')
  const items = Array.from({ length: 1510 }, (_, n) => {
    const printed = moment(`2020-05-04 ${two(n % 24)}:${two(n % 60)}:${two(n % 7)}`)
    return { draft: story(`s-${n}`).headed(`Story ${n} of a long day`).printedAt(printed) }
  })
  await archive(agency.newsroom, { items, by: 'ana', unfound: true })
  const shown = new Set<string>()
  const pages: number[] = []
  for (let path: string | undefined = '/archive/2020/05/04'; path;) {
    const { text } = await agency.get(path)
    assert.match(text, /<strong>1,510 stories<\/strong>/)
    const here = [...text.matchAll(/Story \d+ of a long day/g)].map(String)
    pages.push(here.length)
    for (const one of here) shown.add(one)
    path = /<a href="([^"]+)" rel="next">Older/.exec(text)?.[1]?.replaceAll('&amp;', '&')
  }
  assert.deepEqual([pages, shown.size], [[500, 500, 500, 10], 1510])
})

test('a day leads to the same day in every year, and that to each of them', async () => {
  await using agency = await testAgency()
  const items = ['2019-11-25 08:00:00', '2021-11-25 08:00:00'].map((at, n) => ({
    draft: story(`old-${n}`).printedAt(moment(at)),
  }))
  await archive(agency.newsroom, { items, by: 'ana', unfound: true })
  await agency.published(story('new'))
  assert.match(
    (await agency.get('/archive/2026/11/25')).text,
    /<a href="\/archive\/on\/11-25">This day in every year<\/a>/,
  )
  const { text } = await agency.get('/archive/on/11-25')
  assert.deepEqual(
    [...text.matchAll(/<h2 class="day"><time datetime="([^"]+)">/g)].map(([, day]) => day),
    ['2026-11-25', '2021-11-25', '2019-11-25'],
  )
  assert.match(text, /<a href="\/archive\/2019\/11\/25">2019/)
  const leap = await agency.get('/archive/on/02-29')
  assert.match(
    leap.text,
    /leap years alone.*rel="prev">28 February.*rel="next">1 March.*Nothing was published on this day in any year/s,
  )
  for (const none of ['02-30', '13-01', '00-10', '1-1'])
    assert.equal((await agency.get(`/archive/on/${none}`)).status, 404, none)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addEntry } from '../../src/newsroom/add-entry.ts'
import { plain } from '../../src/story/text.ts'
import { type TestAgency, done, testAgency } from '../agency.ts'
import { story } from '../build.ts'

async function find(agency: TestAgency, query: { q: string; [more: string]: string }): Promise<string> {
  const { status, text } = await agency.get(`/search?${new URLSearchParams(query).toString()}`)
  assert.equal(status, 200, query.q)
  return text
}

test('copy that looks like markup is shown as it is written, in headline and extract', async () => {
  await using agency = await testAgency()
  await agency.published(
    story('x').headed('<img src=x onerror=alert(1)> dam').saying('</p><script>dam()</script> dam &amp; \ue000x\ue001'),
  )
  const text = await find(agency, { q: 'dam "<script>" onerror' })
  assert.match(text, /<mark>onerror<\/mark>=alert\(1\)&gt; <mark>dam<\/mark>/)
  assert.doesNotMatch(text, /<img src=x|<script>dam|\ue000|\ue001/)
  assert.match(text, /value="dam &quot;&lt;script&gt;&quot; onerror"/)
})

test('a word that stands in an entry of a running story is found and shown there', async () => {
  await using agency = await testAgency()
  const { id, version } = await agency.published(
    story('ostra').headed('Ostra dam, as it happens').saying('What we know.'),
  )
  const entry = {
    headline: 'Sluice opened',
    copy: [{ is: 'paragraph' as const, text: plain('Engineers opened the northern sluice.') }],
  }
  done(await addEntry(agency.newsroom, { story: id, basedOn: version, by: 'ana', entry }))
  assert.match(await find(agency, { q: 'northern' }), /opened the <mark>northern<\/mark> sluice/)
})

test('nothing that is asked breaks a search or makes it wait', async () => {
  await using agency = await testAgency()
  await agency.published(story('dam').saying('The dam held.'))
  const hostile = [
    `'; drop table story; --`,
    `"'\\:*&|!()<->`,
    'dam & | ! <2> :* dam',
    '\\',
    '"'.repeat(299),
    '-'.repeat(300),
    'by:by:by:by:',
    'headline:',
    'a:b:c://d@e.f/g?h=i#j',
    'ue'.repeat(150),
    '東'.repeat(300),
    Array.from({ length: 300 }, (_, n) => String.fromCodePoint(0x61 + (n % 26))).join(' '),
    'x'.repeat(5000),
    '\u0000\ud800\uffff\u202e',
    'ก\u0e49'.repeat(150),
    '😀 dam',
  ]
  for (const q of hostile) {
    const began = performance.now()
    await find(agency, {
      q,
      sort: 'best',
      page: '3',
      until: "2026'",
      year: '1;',
      section: "'",
      language: '%',
      place: '\\',
    })
    await find(agency, { q })
    assert.ok(performance.now() - began < 10_000, q)
  }
  assert.match(await find(agency, { q: 'x'.repeat(5000) }), /The question was too long; its end was left aside\./)
  assert.match(await find(agency, { q: '😀 dam' }), /<strong>1 story<\/strong>/)
})

test('words that are in every story are not looked for, and the page says so and offers the years', async () => {
  await using agency = await testAgency()
  await agency.published(story('dam').saying('The dam held.'))
  const text = await find(agency, { q: 'the and' })
  assert.match(text, /These words stand in nearly every story/)
  assert.match(text, /<a href="\/archive\/2026">2026<\/a>/)
  assert.doesNotMatch(text, /0 stories/)
  await agency.published(story('fr').written('fr').headed('Le barrage').saying('Rien.'))
  assert.match(await find(agency, { q: 'the and' }), /These words stand in nearly every story/)
  await agency.published(story('fr-2').written('fr').saying('Le barrage the and.'))
  assert.match(
    await find(agency, { q: 'the and' }),
    /<strong>1 story<\/strong>.*In some languages these words are so common/s,
  )
})

test('what came out since the first page moves no story to the next', async () => {
  await using agency = await testAgency()
  for (let n = 0; n < 25; n++) {
    await agency.published(story(`dam-${n}`).headed(`Dam report ${n}`))
    agency.later(1)
  }
  const first = await find(agency, { q: 'dam' })
  const next = /<a href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&')
  assert.match(next ?? '', /until=/)
  agency.later(1)
  await agency.published(story('dam-new').headed('Dam report new'))
  const { text } = await agency.get(next!)
  assert.deepEqual(
    [...text.matchAll(/report (\d+)<\/a>/g)].map(([, n]) => Number(n)),
    [4, 3, 2, 1, 0],
  )
})

test('a search that finds very long stories leaves the processor to the readers of other pages', async () => {
  await using agency = await testAgency()
  const long = Array.from({ length: 80 }, (_, n) => `Paragraph ${n}. ${'The dam held while water rose. '.repeat(45)}`)
  for (let n = 0; n < 12; n++) await agency.published(story(`dam-${n}`).saying(...long))
  const { user } = process.cpuUsage()
  assert.match(await find(agency, { q: 'dam' }), /The <mark>dam<\/mark> held/)
  const seconds = (process.cpuUsage().user - user) / 1e6
  assert.ok(seconds < 2, `${seconds} s of processor for twelve stories of 22,000 words`)
})

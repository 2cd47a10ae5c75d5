import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moment, story } from '../../test/build.ts'
import { slugOf, storyAddress, storyTag } from './address.ts'
import { type Draft } from './story.ts'
import { refuse } from './refuse.ts'
import { plain } from './text.ts'

const refused = (fields: Partial<Draft>) =>
  refuse(story('QUAKE-CHILE').with(fields)).map(({ code, path }) => `${path}: ${code}`)

test('copy that can be published is not refused', () => {
  assert.deepEqual(refused({}), [])
  assert.deepEqual(refused({ language: 'zh-Hant-TW', slug: 'زلزال-تشيلي', urgency: 9 }), [])
})

test('copy that cannot be published is refused with the field and the reason', () => {
  assert.deepEqual(refused({ slug: '' }), ['slug: story.slug.missing'])
  for (const slug of ['a--b', '-a', 'a/b', 'a b', '..', 'a'.repeat(121)])
    assert.deepEqual(refused({ slug }), ['slug: story.slug.shape'], slug)
  assert.deepEqual(refused({ headline: ' \n' }), ['headline: story.headline.missing'])
  assert.deepEqual(
    refused({
      copy: [
        { is: 'paragraph', text: plain(' ') },
        { is: 'slot', kind: 'related' },
      ],
    }),
    ['copy: story.copy.empty'],
  )
  assert.deepEqual(refused({ copy: [], urgency: 1 }), [], 'a flash is a headline alone')
  assert.deepEqual(refused({ language: 'English' }), ['language: story.language.unknown'])
  for (const urgency of [0, 10, 2.5]) assert.deepEqual(refused({ urgency }), ['urgency: story.urgency.range'])
  assert.deepEqual(refused({ embargo: { until: moment('noon') } }), ['embargo.until: story.moment.shape'])
  assert.deepEqual(refused({ dateline: { places: [{ name: 'BASE', zone: 'Mars/Olympus' }] } }), [
    'dateline.places[0].zone: story.zone.unknown',
  ])
})

test('a link that a browser would run is refused, wherever it stands', () => {
  for (const href of ['javascript:alert(1)', 'data:text/html,x', '/relative', 'https://a b', ' https://a.example']) {
    const text = [{ text: 'x', marks: [{ is: 'link' as const, href }] }]
    assert.deepEqual(
      refused({ copy: [{ is: 'list', ordered: false, items: [text] }] }),
      ['copy[0].href: story.link.scheme'],
      href,
    )
    assert.deepEqual(refused({ copy: [{ is: 'embed', provider: 'x', address: href, title: 'x', fallback: '' }] }), [
      'copy[0].href: story.link.scheme',
    ])
  }
})

test('addresses are the house’s day and the slug, and ids outlive every host', () => {
  const late = { firstPublished: moment('2026-11-24T23:30', 'America/New_York'), slug: 'quake' }
  assert.equal(storyAddress('https://a.example', late, 'Europe/Vienna'), 'https://a.example/2026/11/25/quake')
  assert.equal(storyAddress('', late, 'America/New_York'), '/2026/11/24/quake')
  assert.equal(storyTag('a.example,2026', 's1'), 'tag:a.example,2026:story/s1')
})

test('a slug is made of any words of any script', () => {
  for (const [words, slug] of [
    ['UPDATE 2-Chile’s quake: 3 dead!', 'update-2-chiles-quake-3-dead'],
    ['Müller & Søn à Paris', 'muller-son-a-paris'],
    ['Straße in İzmir, Łódź', 'strasse-in-izmir-lodz'],
    ['Землетрясение в Чили', 'землетрясение-в-чили'],
    ['東京で地震', '東京で地震'],
    ['हिन्दी समाचार', 'हिन्दी-समाचार'],
    ['???', ''],
  ] as const)
    assert.equal(slugOf(words), slug)
  assert.equal(slugOf('Fähre nach Föhr schließt früher', 'de-DE'), 'faehre-nach-foehr-schliesst-frueher')
  assert.equal(slugOf('Fa\u0308hre', 'de'), 'faehre', 'whichever way the accent is written')
  assert.equal(slugOf('Færgen sejler til Ærø og Århus', 'da'), 'faergen-sejler-til-aeroe-og-aarhus')
  assert.ok(slugOf('word '.repeat(40)).length <= 60)
  assert.deepEqual(refused({ slug: slugOf('word '.repeat(40)) }), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCopy } from '../read.ts'
import { headsLinks, leadsElsewhere, offersLetter } from './page-links.ts'

test('a line that leads to another story is none of the copy, in any language', () => {
  for (const line of [
    '[Read more: What the channel means for shrimpers]',
    'Lesen Sie auch: Warum die Reeder zögern',
    'Lire aussi | Un hiver sans train',
    'Читайте также: Зачем северу ледоколы',
    '【関連記事】港の灯台、百年の光',
    '▶ 관련기사: 해운 운임 왜 내렸나',
  ])
    assert.ok(leadsElsewhere(line), line)
  for (const line of [
    'Related costs rose to 3 million.',
    'More in the north stayed at home.',
    'Trending down, the index fell.',
  ])
    assert.ok(!leadsElsewhere(line), line)
  assert.ok(headsLinks('More on this story'))
  assert.ok(!headsLinks('Read more: What the channel means'))
})

test('a letter on offer is dropped, a story about a letter is kept', () => {
  assert.ok(offersLetter('Get the Morning Tide in your inbox every weekday.', false))
  assert.ok(!offersLetter('The club said in its newsletter that members could register.', false))
})

test('a standfirst that is a sentence hides neither byline nor moment', () => {
  const { headline, standfirst, published, byline, body } = readCopy(
    [
      'Harbor tolls to double',
      'Commissioners say the money will pay for a deeper channel.',
      'by Lena Okafor | Nov. 19, 2026 6:05 p.m. CT',
      'Cruise ships calling here will pay twice as much from March, commissioners said on Thursday.',
      'The vote was five to two, and one member said that passengers would pay in the end.',
    ].join('\n\n'),
  )
  assert.equal(headline, 'Harbor tolls to double')
  assert.equal(standfirst, 'Commissioners say the money will pay for a deeper channel.')
  assert.equal(published, '2026-11-19T18:05:00-06:00')
  assert.deepEqual(byline, ['by Lena Okafor'])
  assert.equal(body.length, 2)
})

test('a first paragraph with a moment far from any byline stays copy', () => {
  const { body } = readCopy(
    [
      'Harbor tolls to double',
      'Cruise ships calling here will pay twice as much from March, commissioners said on Thursday.',
      'The vote was five to two, and one member said that passengers would pay in the end.',
      'Nov. 19, 2026 6:05 p.m. CT',
    ].join('\n\n'),
  )
  assert.equal(body.length, 2)
})

test('a few words between two sentences are a subhead, and links under their heading are none', () => {
  const { body, subheads, dropped } = readCopy(
    [
      'Sturm deckt Schule ab',
      'Husum (dpa) - Ein Sturm hat in der Nacht das Dach einer Schule in Husum abgedeckt.',
      'Kein Unterricht',
      'Die Schule bleibt bis Freitag zu.',
      'Das könnte Sie auch interessieren',
      'Deiche halten stand',
      'Die Leiterin sprach am Morgen von großem Glück für alle Kinder.',
    ].join('\n\n'),
  )
  assert.equal(body.length, 3)
  assert.deepEqual(subheads, ['Kein Unterricht'])
  assert.deepEqual(
    dropped.map(({ text }) => text),
    ['Das könnte Sie auch interessieren', 'Deiche halten stand'],
  )
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { names } from '../../src/config/ranges.ts'
import { readCopy } from '../../src/formats/copy/read.ts'
import { labelledIn, sharedFolder } from './labelled.ts'
import { scoreOf } from './score.ts'

const shared = sharedFolder()
const missing = shared ? false : 'the shared material is not here (DATELINE_SHARED or ../shared)'

test('the story that the product starts from is read whole', { skip: missing }, () => {
  const raw = readFileSync(join(shared!, 'seed/story.txt'), 'utf8')
  const { body, credits, captions, dropped, standards, published, spans } = readCopy(raw)
  assert.equal(published, '2008-04-07T11:21:00')
  assert.equal(body.length, 19)
  assert.equal(captions.length, 1)
  assert.deepEqual(
    credits.map(({ role, people }) => [role, people.length]),
    [
      ['additional reporting', 3],
      ['editing', 1],
    ],
  )
  assert.ok(standards)
  const furniture = dropped.map(({ text }) => text.replace(/^\W+(?=[a-z])/, '').trim())
  for (const name of ['in 10 years', '0 : 0', ...Object.keys(names)])
    assert.ok(furniture.includes(name), `${name} is furniture`)
  assert.equal(dropped.length, 16)
  const places = body.map((paragraph) => raw.indexOf(paragraph))
  assert.ok(
    places.every((place, at) => place > (places[at - 1] ?? 0)),
    'all paragraphs whole, in their order',
  )
  // The label says headline, dateline, caption and credits word for word; it stays with the copy.
  const label = labelledIn(join(shared!, 'corpora/copy-labelled/labelled.jsonl')).find(({ id }) => id === 's00-seed')
  const verdicts = label ? scoreOf(label).verdicts : []
  assert.deepEqual(
    verdicts.filter(({ right }) => !right),
    [],
  )
  for (const field of ['headline', 'published', 'dateline', 'captions', 'standards', 'furniture'])
    assert.ok(
      verdicts.some((verdict) => verdict.field === field),
      `${field} was judged`,
    )
  assert.equal(spans.at(-1)?.end, raw.length)
})

test('labelled copy of many agencies is read within its targets', { skip: missing }, () => {
  const pieces = labelledIn(join(shared!, 'corpora/copy-labelled/labelled.jsonl')).filter(({ doubtful }) => !doubtful)
  const scores = pieces.map(scoreOf)
  const wrong = (...fields: string[]) =>
    scores.flatMap(({ verdicts }) => verdicts.filter(({ field, right }) => fields.includes(field) && !right)).length
  assert.ok(wrong('dateline') <= 1, 'at most one dateline wrong')
  assert.ok(wrong('headline') <= 1, 'at most one headline wrong')
  assert.ok(wrong('published') <= 1, 'at most one moment wrong')
  assert.ok(wrong('caption', 'captions') <= 2, 'at most two captions wrong')
  assert.equal(wrong('paragraphs', 'first words', 'last words'), 0, 'no paragraph of copy lost')
  assert.equal(wrong('furniture'), 0, 'no furniture left')
  const sum = (pick: (score: (typeof scores)[number]) => number) => scores.reduce((all, score) => all + pick(score), 0)
  const f1 = (2 * sum((s) => s.credits.right)) / (sum((s) => s.credits.read) + sum((s) => s.credits.wanted))
  assert.ok(f1 >= 0.97, `credits F1 is ${f1.toFixed(3)}`)
})

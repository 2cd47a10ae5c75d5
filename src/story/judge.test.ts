import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moment, story } from '../../test/build.ts'
import { contentJudge, type Mended } from './judge.ts'
import { holds } from './said.ts'
import { type Draft } from './story.ts'

const at = moment('2026-11-25 10:00')
const wrongly = story('LAKE').saying('Der See stieg um zwei Zentimeter.')
const rightly = story('LAKE').saying('Der See stieg um drei Zentimeter.')
const mended: Mended = { wrong: 'zwei Zentimeter', right: 'drei Zentimeter', at, mended: rightly }

test('words that were corrected are objected to when an older text brings them back', () => {
  assert.deepEqual(contentJudge(wrongly, rightly, [mended]), [
    {
      rule: 'correction-undone',
      blocks: true,
      path: 'copy',
      values: { words: 'zwei Zentimeter', at: '2026-11-25 10:00' },
    },
  ])
  for (const back of [
    rightly.headed('Zwei  Zentimeter mehr'),
    rightly.with({ standfirst: 'Es waren zwei Zentimetern.' }),
    rightly.with({ pictures: [{ alt: '', caption: { text: 'Zwei Zentimeter mehr.' } }] }),
    rightly.with({
      running: { is: 'live', given: 1, entries: [{ anchor: 'entry-1', at, copy: wrongly.copy }] },
    }),
  ])
    assert.equal(contentJudge(back, rightly, [mended]).length, 1)
  assert.deepEqual(contentJudge(rightly.saying('Der See stieg um drei Zentimeter.', 'Mehr.'), rightly, [mended]), [])
})

test('words that still stood rightly in what was mended, or in what is out, are no correction undone', () => {
  const both = rightly.headed('Zwei Zentimeter fehlen')
  assert.deepEqual(contentJudge(both, rightly, [{ ...mended, mended: both }]), [])
  assert.deepEqual(contentJudge(both, both, [mended]), [])
})

test('right words that hold the wrong ones, and a correction corrected, are none either', () => {
  const judged = (wrong: string, right: string, now: Draft, ...later: Mended[]) =>
    contentJudge(now, rightly, [{ wrong, right, at, mended: rightly }, ...later]).length
  const least = rightly.saying('Mindestens zwei Zentimeter.')
  assert.equal(judged('zwei Zentimeter', 'mindestens zwei Zentimeter', least), 0)
  assert.equal(judged('zwei Zentimeter', 'drei Zentimeter', wrongly, { wrong: 'drei', right: 'zwei Zentimeter' }), 0)
  assert.equal(judged('zwei Zentimeter', 'drei Zentimeter', wrongly, { wrong: 'See', right: 'Fluss' }), 1)
  assert.equal(judged('8 million', '18 million', rightly.saying('It was 18 million.')), 0)
  assert.equal(judged('8 million', '18 million', rightly.saying('It was 8 million.')), 1)
})

test('words are found as a reader finds them', () => {
  for (const [line, words] of [
    ['2012 war es', '12'],
    ['3.12 Meter', '12'],
    ['12,5 Meter', '12'],
    ['The article', 'rticle'],
    ['', ''],
  ] as const)
    assert.equal(holds(line, words), false, `${line}: ${words}`)
  for (const [line, words] of [
    ['Es waren 12.', '12'],
    ['水位が二センチ上がった', '二センチ'],
    ['그는 이센티미터가 올랐다', '이센티미터'],
    ['ارتفع بسنتيمترين', 'سنتيمترين'],
    ['İki\u00a0santimetreyi', 'iki santimetre'.replace('i', 'İ')],
  ] as const)
    assert.equal(holds(line, words), true, `${line}: ${words}`)
})

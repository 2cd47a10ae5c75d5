import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { moment } from '../../test/build.ts'
import { plain } from '../story/text.ts'
import { titleOf } from './live-page.ts'
import { shortened } from './shortened.ts'

const sign = fc.constantFrom(
  '\ud83d',
  '\ude00',
  ...'aé記者は。!?.,「」 \n👍🏽👩‍🚒🇯🇵한กำषि\u0301\u200d\ud83d\ude00',
  '👩‍👩‍👧',
  '🇯🇵',
  'क्षि',
  ' Then ',
)
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: sign, maxLength: 400 }))
const language = fc.constantFrom('en', 'ja', 'th', 'ar', 'pt-BR', 'zh-Hant', '', 'no tag')

test('whatever is shortened is well-formed, as long as it may be, and begins as it did', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 3, max: 260 }), language, (said, most, tongue) => {
      const short = shortened(said, most, tongue)
      assert.ok(short.isWellFormed(), 'half a sign')
      assert.ok(short.length <= most, `${short.length} of ${most}`)
      const whole = said.toWellFormed()
      if (whole.length <= most) assert.equal(short, whole)
      assert.ok(whole.startsWith(short) || whole.startsWith(short.replace(/ ?…$/, '')), short)
    }),
    { numRuns: 2000 },
  )
})

test('no sign is cut as readers see it: a family, a flag, a syllable', () => {
  for (const whole of ['👩‍👩‍👧', '🇯🇵', 'क्षि', '👍🏽', 'e\u0301'])
    for (let before = 10; before < 22; before++) {
      const short = shortened(`${'x'.repeat(before)}${whole.repeat(9)}`, 24, 'en').replace(/…$/, '')
      assert.match(short, new RegExp(`^x+(${whole})*$`, 'u'))
    }
})

test('a text ends with a sentence where one ends near, without dots', () => {
  const said = `The river stood at seven metres on Monday evening. ${'It went on rising '.repeat(9)}.`
  assert.equal(shortened(said, 60, 'en'), 'The river stood at seven metres on Monday evening.')
  assert.equal(
    shortened('水位は七メートルに達した。そして夜になってもさらに上がり続けた。', 18, 'ja'),
    '水位は七メートルに達した。',
  )
  assert.equal(
    shortened('「水位は七メートルに達した。」そして夜になってもさらに上がり続けた。', 19, 'ja'),
    '「水位は七メートルに達した。」',
  )
  const quoted = 'She said on Monday: “We have to go, together.” Then the whole of the street packed up and left.'
  assert.equal(shortened(quoted, 60, 'en'), 'She said on Monday: “We have to go, together.”')
})

test('an abbreviation, a figure or a date ends no sentence', () => {
  const said = 'The bridge was opened by the mayor and by Capt. Miller at 7.30 on Sept. 5 in the rain of the morning'
  assert.equal(shortened(said, 60, 'en'), 'The bridge was opened by the mayor and by Capt. Miller at …')
  assert.equal(
    shortened(said, 80, 'en'),
    'The bridge was opened by the mayor and by Capt. Miller at 7.30 on Sept. 5 in …',
  )
})

test('where no space tells, a word ends by the rules of its language', () => {
  const said = '東京都知事は記者会見で新しい防災計画を発表した'
  assert.equal(shortened(said, 14, 'ja'), '東京都知事は記者会見で…')
  assert.equal(shortened('ประเทศไทยประกาศแผนรับมือน้ำท่วมฉบับใหม่', 22, 'th'), 'ประเทศไทยประกาศแผน…')
})

test('kanji, a smile and more kanji are cut beside the smile, not within', () => {
  const short = shortened(`${'記'.repeat(119)}😀${'者'.repeat(200)}`, 200, 'ja')
  assert.ok(short.isWellFormed())
  assert.ok(short.startsWith(`${'記'.repeat(119)}😀者`))
})

test('an entry without a headline is called by its first words, whole ones', () => {
  const said = (text: string, language: string) =>
    titleOf(
      { anchor: 'entry-1', at: moment('2026-11-25 10:00'), copy: [{ is: 'paragraph', text: plain(text) }] },
      language,
    )
  assert.equal(said('The gates are open.', 'en'), 'The gates are open.')
  assert.equal(said(`${'記'.repeat(97)}😀${'者'.repeat(9)}`, 'ja'), `${'記'.repeat(97)}…`)
  assert.equal(said(`It rose ${'and rose '.repeat(20)}`, 'en'), `It rose ${'and rose '.repeat(10)}…`)
})

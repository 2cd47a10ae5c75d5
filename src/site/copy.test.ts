import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Block, type Copy } from '../story/copy.ts'
import { plain } from '../story/text.ts'
import { wordsFor } from '../words/words.ts'
import { copyOf, datelineOf } from './copy.ts'

const shown = (copy: Copy, language = 'en', more = {}) =>
  String(copyOf(copy, { words: wordsFor(language), language, slots: {}, ...more })).trim()
const words = (text: string) => text.replaceAll(/<[^>]*>/g, '')

test('a dateline is composed as its language does it, and each part that is not known leaves nothing', () => {
  const place = { name: 'Kessary' }
  const said = (dateline: Parameters<typeof datelineOf>[0], language: string) =>
    words(String(datelineOf(dateline, wordsFor(language))))
  assert.equal(said({ places: [place], date: '2026-11-24', source: 'Halyard' }, 'en'), 'Kessary, Nov 24 (Halyard) – ')
  assert.equal(said({ places: [{ name: 'TEHRAN' }], source: 'Reuters' }, 'en'), 'TEHRAN (Reuters) – ')
  assert.equal(said({ places: [place, { name: 'Ostra' }], date: '--11-24' }, 'de'), 'Kessary/Ostra, 24. Nov. – ')
  assert.equal(
    said({ places: [{ name: 'كيساري' }], date: '2026-11-24', source: 'هاليارد' }, 'ar'),
    'كيساري، 24 نوفمبر (هاليارد) – ',
  )
  assert.equal(
    said({ places: [{ name: '汐見崎' }], date: '2026-11-24', source: 'ハリヤード' }, 'ja'),
    '【汐見崎24日ハリヤード】',
  )
  assert.equal(said({ places: [] }, 'en'), '')
})

test('the dateline opens the first paragraph, even behind a picture or a subhead', () => {
  const copy: Copy = [
    { is: 'subhead', level: 2, text: plain('What we know') },
    { is: 'paragraph', text: plain('Two gates are open.') },
  ]
  assert.match(
    shown(copy, 'en', { dateline: { places: [{ name: 'Ostra' }] } }),
    /<\/h2>\n<p><span class="dateline"><a class="place" href="\/places\/ostra">Ostra<\/a> –<\/span> Two gates/,
  )
})

test('columns of figures are set right, and a sign stands on the right side of its number in Arabic', () => {
  const table: Block = {
    is: 'table',
    head: [[plain('Day'), plain('Level'), plain('Note')]],
    rows: [[plain('Monday'), plain('−1.5'), plain('falling')]],
    foot: [],
  }
  assert.match(
    shown([table]),
    /<th scope="col" class="number">Level<\/th>.*<th scope="row">Monday<\/th><td class="number">−1.5<\/td><td>falling<\/td>/s,
  )
  assert.match(shown([table], 'ar'), /<td class="number"><bdi dir="ltr">−1.5<\/bdi><\/td>/)
})

test('marks become markup, and a link that leads nowhere safe is only its words', () => {
  const text = [
    { text: 'a', marks: [{ is: 'strong' as const }, { is: 'link' as const, href: 'https://a.example/' }] },
    { text: 'b', marks: [{ is: 'link' as const, href: 'javascript:alert(1)' }] },
    { text: '<i>', marks: [{ is: 'language' as const, language: 'fa' }] },
  ]
  assert.equal(
    shown([{ is: 'paragraph', text }]),
    '<p><strong><a href="https://a.example/">a</a></strong>b<span lang="fa" dir="rtl">&lt;i&gt;</span></p>',
  )
})

test('an empty slot, a module nobody fills and a picture without bytes leave no hole', () => {
  assert.equal(
    shown([
      { is: 'slot', kind: 'related', story: 'nowhere' },
      { is: 'slot', kind: 'module' },
      { is: 'picture', picture: { alt: '', caption: { text: 'A boat.' } } },
    ]),
    '',
  )
})

test('something of another service is a link, and its language stands with a block that has its own', () => {
  assert.match(
    shown([{ is: 'embed', provider: 'Openvideo', address: 'https://v.example/1', title: '', fallback: 'A film' }]),
    /On Openvideo<\/span> <a href="https:\/\/v.example\/1">A film<\/a>/,
  )
  assert.equal(shown([{ is: 'paragraph', language: 'he', text: plain('שלום') }]), '<p lang="he" dir="rtl">שלום</p>')
})

test('what scrolls by itself has a name: its caption, its heads, or how it begins', () => {
  const row = (...cells: string[]) => cells.map((cell) => plain(cell))
  const table = {
    is: 'table' as const,
    head: [row('Day', 'Gates', 'Level', 'Change')],
    rows: [row('Sun', '0', '417', '+1')],
    foot: [],
  }
  assert.match(shown([table]), /<div class="reel" tabindex="0" role="group" aria-label="Day, Gates, Level, Change">/)
  assert.match(shown([{ ...table, caption: plain('The lake') }]), /role="group" aria-label="The lake">/)
  assert.match(shown([{ ...table, head: [] }]), /role="group" aria-label="Sun, 0, 417, \+1">/)
  assert.match(shown([{ is: 'preformatted', text: 'ZCZC\nNNNN' }]), /<pre tabindex="0" role="group" aria-label="ZCZC">/)
})

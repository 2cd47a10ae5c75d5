import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lexicon } from '../lexicon/lexicon.ts'
import { creditsOf } from './credits.ts'

const read = (text: string, code: string) =>
  (creditsOf(text, lexicon(code))?.credits ?? []).map(
    ({ role, people }) =>
      `${role}: ${people.map(({ name, place, org, kind }) => [name, place && `@${place}`, org && `#${org}`, kind && '(desk)'].filter(Boolean).join(' ')).join(', ')}`,
  )

test('a Chinese sign-off names its reporters and editors against the role', () => {
  assert.deepEqual(read('（记者高原、林海；编辑：苏木）', 'zh'), ['reporting: 高原, 林海', 'editing: 苏木'])
})

test('the number of the day behind a Taiwanese sign-off is no editor', () => {
  assert.deepEqual(read('（譯者：羅苑韶/核稿：何宏儒）1151124', 'zh'), ['translating: 羅苑韶', 'editing: 何宏儒'])
})

test('a Japanese reporter who stands first without a role has reported', () => {
  assert.deepEqual(read('（佐伯美咲　編集：大塚一郎）', 'ja'), ['reporting: 佐伯美咲', 'editing: 大塚一郎'])
})

test('two roles before one Japanese name are both hers, and the photographer has none', () => {
  assert.deepEqual(read('取材・文：桜井未来　写真：森田大地　編集：小川誠', 'ja'), [
    'reporting: 桜井未来',
    'writing: 桜井未来',
    'editing: 小川誠',
  ])
})

test('a city or a bureau before a name says where and for whom, and is no part of the name', () => {
  assert.deepEqual(read('（取材：木原亮、大阪　坂井翔　編集：アジア編集部）', 'ja'), [
    'reporting: 木原亮, 坂井翔 @大阪',
    'editing: アジア編集部 (desk)',
  ])
})

test('Korean reporters are parted by a space alone, a foreign name is not', () => {
  assert.deepEqual(read('박문수 심학규 기자', 'ko'), ['reporting: 박문수, 심학규'])
  assert.deepEqual(read('(취재: 다나카 유리, 도쿄지국; 번역: 서민정)', 'ko'), [
    'reporting: 다나카 유리, 도쿄지국 (desk)',
    'translating: 서민정',
  ])
})

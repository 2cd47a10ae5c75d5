import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asked, plain, searchable, wordsIn } from './search-letters.ts'

test('scripts without spaces are cut into pairs, and words with spaces are left alone', () => {
  assert.equal(searchable('東京都 in 2026'), '東京 京都 都 in 2026')
  assert.equal(searchable('地'), '地')
  assert.equal(searchable('ニューヨーク'), 'ニュ ュー ーヨ ヨー ーク ク')
  assert.equal(searchable('Quake, Chile: “3 dead”'), 'quake chile 3 dead')
})

test('letters that readers take for the same are the same', () => {
  assert.equal(searchable('كـــتابُ أحمد ١٢'), 'كتاب احمد 12')
  assert.equal(searchable('می‌خواهد'), 'مي خواهد ميخواهد')
  assert.equal(searchable('बाँध'), searchable('बांध'))
  assert.equal(searchable('ＮＡＴＯ ｶﾀ'), 'nato カタ タ')
  assert.equal(searchable('Irak’ta', 'turkish'), 'ırak ta')
  assert.equal(plain(searchable('Straße, Ærø, Łódź')), 'strasse aero lodz')
})

test('the points of an abbreviation close up, those of a sentence do not', () => {
  assert.equal(searchable('The U.S. and U.N.'), 'the us and un')
  assert.equal(searchable('It ended.He left'), 'it ended he left')
  assert.deepEqual(
    wordsIn('The U.S. won.').map(({ word }) => word),
    ['The', 'U.S', 'won'],
  )
})

test('a word is asked for in every spelling, and never for another word', () => {
  assert.deepEqual(asked('Müller').spellings, ['müller', 'muller', 'mueller'])
  assert.deepEqual(asked('Mueller').spellings, ['mueller', 'müller'])
  assert.ok(!asked('poet').spellings.includes('pot'))
  assert.deepEqual(asked('می‌خواهد').spellings, ['مي خواهد', 'ميخواهد'])
  assert.deepEqual(asked('도쿄에서').spellings, ['도쿄 쿄에 에서', '도쿄'])
})

test('the last sign of a query may begin a pair of the story', () => {
  assert.deepEqual(asked('東京'), { spellings: ['東京'], open: false })
  assert.deepEqual(asked('京'), { spellings: ['京'], open: true })
})

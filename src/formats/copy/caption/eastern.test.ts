import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lexicon } from '../lexicon/lexicon.ts'
import { captionOf } from './caption.ts'

test('a Japanese caption has day and place behind the sign that parts them from the scene', () => {
  assert.deepEqual(captionOf('記者会見する市長＝2026年11月24日、札幌市中央区（佐々木健撮影）', lexicon('ja')), {
    text: '記者会見する市長＝2026年11月24日、札幌市中央区',
    place: '札幌市中央区',
    date: '2026-11-24',
    credit: { agency: null, photographer: '佐々木健' },
  })
})

test('a Chinese caption closes with the agency, the reporter and the sign for taking a picture', () => {
  assert.deepEqual(captionOf('11月24日，乘客在上海登上水上巴士。中新社发 王晓天 摄', lexicon('zh')), {
    text: '11月24日，乘客在上海登上水上巴士。',
    place: '上海',
    date: '--11-24',
    credit: { agency: '中新社', photographer: '王晓天' },
  })
})

test('a Korean caption is copy with a dateline and the day at its end', () => {
  assert.deepEqual(
    captionOf(
      '(서울=연합뉴스) 황진희 기자 = 24일 오후 서울 광화문광장에서 시민들이 첫눈을 맞고 있다. 2026.11.24 jinhee@example.co.kr',
      lexicon('ko'),
    ),
    {
      text: '24일 오후 서울 광화문광장에서 시민들이 첫눈을 맞고 있다.',
      place: '서울 광화문광장',
      date: '2026-11-24',
      credit: { agency: '연합뉴스', photographer: '황진희' },
    },
  )
})

test('a paragraph that closes with its agency is no caption for that', () => {
  assert.equal(captionOf('市場では様子見の声が多く、取引は低調だった。', lexicon('ja')), null)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headersFor, styleFor } from './own-style.ts'
import { plainHouse } from '../config/house.ts'
import { compileStyle, writtenStyle } from './stylesheet.ts'

const story = await compileStyle(writtenStyle('story', plainHouse))
const all = { story, slides: '', live: '', front: 'p{}', desk: '', lite: '' }

test('a page carries the faces and sizes of its own script and of no other', () => {
  const [english, arabic, japanese, chinese] = ['en', 'ar', 'ja', 'zh-Hant'].map((one) => styleFor(all, 'story', one))
  assert.doesNotMatch(english!, /Naskh|Mincho|Songti|Myungjo/)
  assert.match(arabic!, /Naskh/)
  assert.match(arabic!, /400 12pt\/20pt/, 'on paper too')
  assert.doesNotMatch(arabic!, /Mincho/)
  assert.match(japanese!, /Mincho/)
  assert.doesNotMatch(japanese!, /Songti|Naskh/)
  assert.match(chinese!, /Mincho[^]*Songti/, 'what is common to the scripts of East Asia, and its own after it')
})

test('what is not for other scripts stays in every style', () => {
  const rules = (style: string) => style.match(/\{/g)!.length
  assert.equal(rules(story) - rules(styleFor(all, 'story', 'en')), story.match(/:root:(is\(:)?lang/g)!.length)
})

test('the style that a page carries is the only one in force, and only when it is ours', () => {
  const policyOf = (page: string) => headersFor(all, page)['Content-Security-Policy'] ?? ''
  const [front, english] = [styleFor(all, 'front', 'en'), styleFor(all, 'story', 'en')]
  const one = policyOf(`<title>x</title><style>${front}</style>`)
  assert.match(one, /style-src 'sha256-[\w+/]{43}='; /)
  assert.notEqual(one, policyOf(`<style>${english}</style>`))
  assert.match(policyOf('<style>p{color:red}</style>'), /style-src ; /)
  assert.match(policyOf('no style at all'), /style-src ; /)
})

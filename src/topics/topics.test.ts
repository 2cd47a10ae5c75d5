import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { tableOf, type Concept } from '../../test/topics/table.ts'
import { above, below, codesOf, labelOf, topicOf, type Topic } from './topics.ts'

const topic = (code: string): Topic => {
  const found = topicOf(code)
  assert.ok(found, `${code} is known`)
  return found
}

test('a topic has its name in the language of the reader', () => {
  const failure = topic('medtop:20000161')
  assert.deepEqual(labelOf(failure, 'en'), { text: 'structural failures', language: 'en' })
  assert.deepEqual(labelOf(failure, 'en-US').text, 'structural failure')
  assert.deepEqual(labelOf(failure, 'ar').text, 'انهيار مبان')
  assert.deepEqual(labelOf(failure, 'de-AT').text, 'Konstruktionsfehler')
  assert.deepEqual(labelOf(failure, 'zh').text, '建筑物结构性事故')
})

test('a topic without a name in a language is said in English, and says so', () => {
  assert.deepEqual(labelOf(topic('medtop:20000161'), 'ja'), { text: 'structural failures', language: 'en' })
})

test('an American name that is the British one is not kept twice', () => {
  assert.equal(labelOf(topic('medtop:01000000'), 'en-US').text, 'arts, culture, entertainment and media')
})

test('a topic stands under the broader ones, and has narrower ones under it', () => {
  const failure = topic('medtop:20000161')
  assert.deepEqual(
    above(failure).map((one) => labelOf(one, 'en').text),
    ['disaster, accident and emergency incident', 'accident and emergency incident'],
  )
  assert.ok(below(topic('medtop:20000139')).some(({ number }) => number === '20000161'))
})

test('the codes of a topic are its own, the legacy ones that mean it, and those of all narrower ones', () => {
  const codes = codesOf(topic('medtop:03000000'))
  for (const code of ['medtop:03000000', 'medtop:20000161', 'subj:03006001', 'subj:03000000'])
    assert.ok(codes.includes(code), code)
  assert.equal(new Set(codes).size, codes.length)
})

test('a retired topic is known and not offered', () => {
  const theatre = topic('medtop:20000030')
  assert.equal(theatre.retired, '2021')
  assert.ok(!below(topic('medtop:20000029')).some(({ number }) => number === '20000030'))
  assert.ok(
    codesOf(topic('medtop:20000029')).includes('medtop:20000030'),
    'its stories are found under the broader one',
  )
})

test('a legacy subject code means a topic, also when only a broader code is mapped', () => {
  assert.equal(topic('subj:03006001').number, '20000161')
  assert.equal(topic('http://cv.iptc.org/newscodes/subjectcode/03006001').number, '20000161')
  assert.ok(topicOf('subj:01005001'))
})

test('the address of a topic at the IPTC names it as well', () => {
  assert.equal(topic('http://cv.iptc.org/newscodes/mediatopic/20000161').number, '20000161')
})

test('a code of another scheme is no topic', () => {
  for (const code of ['topics:cocoa', 'odd', '', 'medtop:99999999', 'dpasubject:03006001'])
    assert.equal(topicOf(code), undefined)
})

const codes = join(process.env['DATELINE_SHARED'] ?? '../shared', 'standards/newscodes')

test(
  'the table is what the files of the IPTC make',
  { skip: existsSync(codes) ? false : `${codes} is not there` },
  () => {
    const json = (file: string): unknown => JSON.parse(readFileSync(join(codes, file), 'utf8'))
    const { concepts } = json('mediatopics-merged.json') as { concepts: Concept[] }
    const legacy = Object.keys(json('iptc-subject-codes.json') as object)
    assert.equal(tableOf(concepts, legacy), readFileSync(new URL('media-topics.tsv', import.meta.url), 'utf8'))
    for (const code of legacy) assert.ok(topicOf(`subj:${code}`), `${code} means a topic`)
  },
)

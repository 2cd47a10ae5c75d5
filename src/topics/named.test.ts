import assert from 'node:assert/strict'
import { test } from 'node:test'
import { topicMeant } from './named.ts'
import { labelOf } from './topics.ts'

const found = (typed: string): string | undefined => {
  const meant = topicMeant(typed)
  return 'topic' in meant ? meant.topic.number : undefined
}
const near = (typed: string): string[] => {
  const meant = topicMeant(typed)
  return 'near' in meant ? meant.near.map((topic) => labelOf(topic, 'en').text) : []
}

test('a topic is meant by its code, a legacy code or its English name', () => {
  assert.equal(found('medtop:20000151'), '20000151')
  assert.equal(found('20000151'), '20000151')
  const name = labelOf({ number: '20000151', narrower: [] }, 'en').text
  assert.equal(found(` ${name.toUpperCase()} `), '20000151')
})

test('a slip of the pen finds nothing, and the names that are nearest to it', () => {
  assert.equal(found('eartquake'), undefined)
  assert.equal(near('eartquake')[0], 'earthquake')
  assert.ok(near('earthquak').includes('earthquake'))
  assert.ok(near('weather').length <= 5)
  assert.deepEqual(near('zzzz qqq'), [])
})

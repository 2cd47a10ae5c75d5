import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PictureStanding } from '../store/views/picture.ts'
import { shownPictures } from './shown-pictures.ts'

/** A desk whose answer the test sets, and how often it was asked. */
function looking(first: PictureStanding) {
  const desk = { answer: first, asked: 0, isFresh: true, during: () => {} }
  const shown = shownPictures({
    look: async () => {
      desk.asked++
      const { answer } = desk
      desk.during()
      return answer
    },
    clock: () => Date.parse('2026-11-25T10:00:00Z'),
    isFresh: () => desk.isFresh,
  })
  return { desk, shown }
}

test('a picture that a story shows is asked for once, until there is news of that story', async () => {
  const { desk, shown } = looking({ is: 'shown', by: 'quake' })
  for (let n = 0; n < 5; n++) assert.deepEqual(await shown.find('a'), { is: 'shown', by: 'quake' })
  shown.drop(['story:flood', 'news'])
  await shown.find('a')
  assert.equal(desk.asked, 1)
  desk.answer = { is: 'gone' }
  shown.drop(['story:quake'])
  assert.deepEqual(await shown.find('a'), { is: 'gone' })
})

test('a picture that nobody shows is looked for each time: its moment may have come', async () => {
  const { desk, shown } = looking({ is: 'nothing' })
  await shown.find('a')
  desk.answer = { is: 'shown', by: 'quake' }
  assert.deepEqual(await shown.find('a'), desk.answer)
})

test('a process that hears no news remembers nothing and believes nothing that it remembers', async () => {
  const { desk, shown } = looking({ is: 'shown', by: 'quake' })
  await shown.find('a')
  desk.isFresh = false
  desk.answer = { is: 'gone' }
  assert.deepEqual(await shown.find('a'), { is: 'gone' })
  desk.isFresh = true
  shown.clear()
  assert.deepEqual(await shown.find('a'), { is: 'gone' })
})

test('what was read while news came is not remembered', async () => {
  const { desk, shown } = looking({ is: 'shown', by: 'quake' })
  desk.during = () => shown.drop(['story:quake'])
  await shown.find('a')
  desk.answer = { is: 'gone' }
  assert.deepEqual(await shown.find('a'), { is: 'gone' })
})

test('memory has an end, however many pictures there are', async () => {
  const { desk, shown } = looking({ is: 'shown', by: 'quake' })
  for (let n = 0; n <= 10_000; n++) await shown.find(String(n))
  await shown.find('0')
  assert.equal(desk.asked, 10_002)
  await shown.find('10000')
  assert.equal(desk.asked, 10_002)
})

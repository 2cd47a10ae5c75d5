import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duration, progress } from './progress.ts'

test('on a terminal the bar says how far, how fast and how long still', () => {
  let written = ''
  let time = 0
  const bar = progress('stories', 1000, { write: (text) => (written += text), isTTY: true, columns: 100 }, () => time)
  time = 10_000
  bar.at(250, 5_000)
  assert.match(written, /█+░+ 25 % 5,000 stories, 500 a second, 30 s left/)
  bar.end()
  assert.ok(written.endsWith('\r\u001B[K'))
})

test('elsewhere it is a plain line every five seconds', () => {
  const lines: string[] = []
  let time = 0
  const plain = progress('stories', 1000, { write: (text) => lines.push(text) }, () => time)
  for (time = 0; time <= 12_000; time += 100) plain.at(time / 24, time)
  assert.equal(lines.length, 2)
  assert.match(lines[0] ?? '', /^20 %: 5,000 stories, 1,000 a second, 19 s left\n$/)
})

test('time is said as people say it', () => {
  assert.deepEqual([duration(3.2), duration(250), duration(7_260)], ['4 s', '4 min 10 s', '2 h 1 min'])
})

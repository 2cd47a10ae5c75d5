import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import { test } from 'node:test'
import { listenForEnd } from './signals.ts'

test('Ctrl-C that arrives from the terminal and again from npm is one wish', async () => {
  const { ending, force, clock, terminal } = listen()
  using _ = ending
  terminal.emit('SIGINT', 'SIGINT')
  clock.now += 499
  terminal.emit('SIGINT', 'SIGINT')
  assert.equal(await ending.asked, 'SIGINT')
  assert.deepEqual(force, [])
})

test('a second Ctrl-C after that ends it at once', async () => {
  const { ending, force, clock, terminal } = listen()
  using _ = ending
  terminal.emit('SIGINT', 'SIGINT')
  clock.now += 501
  terminal.emit('SIGTERM', 'SIGTERM')
  assert.equal(await ending.asked, 'SIGINT')
  assert.deepEqual(force, ['SIGTERM'])
})

test('the signals are given back', () => {
  const { ending, terminal } = listen()
  assert.equal(terminal.listenerCount('SIGTERM'), 1)
  ending[Symbol.dispose]()
  assert.equal(terminal.listenerCount('SIGTERM'), 0)
})

function listen() {
  const clock = { now: 1000 }
  const force: string[] = []
  const terminal = new EventEmitter()
  const ending = listenForEnd({ force: (signal) => force.push(signal), now: () => clock.now, from: terminal })
  return { ending, force, clock, terminal }
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listenTo } from './news.ts'

test('news that comes while somebody is at work ends his next waiting at once, and only that one', async () => {
  const ears = new Set<() => void>()
  const news = {
    on(heard: () => void) {
      ears.add(heard)
      return () => ears.delete(heard)
    },
  }
  const closing = new AbortController()
  const ear = listenTo(news, closing.signal)
  const waited = async (most: number) => {
    const began = performance.now()
    await ear.wait(most)
    return performance.now() - began
  }
  for (const heard of ears) heard()
  assert.ok((await waited(900)) < 400, 'it was heard before')
  assert.ok((await waited(50)) >= 45, 'it was heard once')
  setTimeout(() => ears.forEach((heard) => heard()), 20)
  assert.ok((await waited(900)) < 600, 'it was heard meanwhile')
  setTimeout(() => closing.abort(), 20)
  assert.ok((await waited(900)) < 600, 'nobody waits longer than the agency is open')
  ear.close()
  assert.equal(ears.size, 0)
})

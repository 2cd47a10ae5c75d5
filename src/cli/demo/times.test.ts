import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Act, type DemoStory } from './content.ts'
import { timesOf } from './times.ts'

const start = Date.parse('2026-11-25T09:30:00Z') // a Wednesday

test('a moment is counted from the start, or is an hour of its day by the clock of the house', () => {
  assert.equal(first({ ago: '3h 20m' }), '2026-11-25T06:10:00.000Z')
  assert.equal(first({ ago: '50d', at: '14:30' }), '2026-10-06T12:30:00.000Z', 'in summer time')
  assert.equal(first({ ago: '20d', at: '14:30' }), '2026-11-05T13:30:00.000Z')
})

test('what is older than a week moves from a weekend to the Friday before, unless it belongs there', () => {
  assert.equal(first({ ago: '18d', at: '10:00' }), '2026-11-06T09:00:00.000Z', 'from a Saturday')
  assert.equal(first({ ago: '17d', at: '10:00' }), '2026-11-06T09:00:00.000Z', 'from a Sunday')
  assert.equal(first({ ago: '17d', at: '10:00' }, { weekend: true }), '2026-11-08T09:00:00.000Z')
  assert.equal(first({ ago: '3d', at: '10:00' }), '2026-11-22T09:00:00.000Z', 'news of the last days keeps its day')
})

test('a translation moves with its original', () => {
  const original = story({ ago: '10d', at: '16:00' }, { slug: 'snow', weekend: true })
  const translation = story({ ago: '10d', at: '18:00' }, { slug: 'schnee', translationOf: 'snow' })
  const when = timesOf([original, translation], start, 'Europe/Vienna')
  assert.equal(when(translation, translation.head.acts[0]!) - when(original, original.head.acts[0]!), 2 * 3_600_000)
})

function first(act: Partial<Act>, head: Partial<DemoStory['head']> = {}): string {
  const one = story(act, head)
  return new Date(timesOf([one], start, 'Europe/Vienna')(one, one.head.acts[0]!)).toISOString()
}

function story(act: Partial<Act>, head: Partial<DemoStory['head']>): DemoStory {
  const acts = [{ do: 'publish', ...act } as Act]
  return { name: 'one', raw: '', head: { slug: 'one', section: 'world', language: 'en', acts, ...head } }
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Teaser } from '../store/views/teaser.ts'
import { momentAt } from '../story/moment.ts'
import { arrange, arrangeSection } from './arrange.ts'

const now = Date.parse('2026-11-24T12:00:00Z')
const picture = {
  image: { hash: '0'.repeat(64), width: 3, height: 2, type: 'image/jpeg' as const },
  alt: '',
  caption: { text: '' },
}

function teaser(id: string, minutesAgo: number, more: Partial<Teaser> = {}): Teaser {
  const firstPublished = momentAt(now - minutesAgo * 60_000, 'UTC')
  return {
    id,
    path: `/${id}`,
    headline: id,
    language: 'en',
    direction: 'ltr',
    urgency: 5,
    firstPublished,
    pictures: 0,
    ...more,
  }
}

const ids = (all: readonly Teaser[]) => all.map(({ id }) => id)

test('the most urgent story of the day leads, one with a picture before one without', () => {
  const front = arrange(
    [teaser('new', 1), teaser('pictured', 9, { picture }), teaser('urgent', 300, { urgency: 3 })],
    new Map(),
    now,
  )
  assert.equal(front.lead?.id, 'urgent')
  assert.deepEqual(ids(front.seconds), ['pictured', 'new'])
})

test('yesterday’s flash does not lead over today', () => {
  assert.equal(arrange([teaser('today', 1), teaser('flash', 3000, { urgency: 1 })], new Map(), now).lead?.id, 'today')
})

test('a fresh bulletin that does not lead stands above everything, an old one does not', () => {
  const lead = teaser('lead', 100, { urgency: 1 })
  assert.equal(arrange([teaser('bulletin', 10, { urgency: 2 }), lead], new Map(), now).bulletin?.id, 'bulletin')
  assert.equal(arrange([teaser('bulletin', 130, { urgency: 2 }), lead], new Map(), now).bulletin, undefined)
})

test('an archive of old stories has a front too, and an empty house has an empty one', () => {
  assert.equal(arrange([teaser('old', 20_000_000)], new Map(), now).lead?.id, 'old')
  assert.deepEqual(arrange([], new Map(), now), { with: [], seconds: [], latest: [], rows: [], columns: [] })
})

test('a story stands in one place of a front, and in Latest by its last news', () => {
  const all = Array.from({ length: 30 }, (_, at) => teaser(`s${at}`, at, { section: at % 2 ? 'odd' : 'even' }))
  const updated = { ...all[20]!, updated: momentAt(now + 1000, 'UTC') }
  all[20] = updated
  const sections = new Map([
    ['odd', all.filter(({ section }) => section === 'odd')],
    ['even', all.filter(({ section }) => section === 'even')],
    ['both', all],
  ])
  const front = arrange(all, sections, now)
  const placed = [
    front.lead!,
    ...front.with,
    ...front.seconds,
    ...front.rows.flatMap(({ first, others, list }) => [first, ...others, ...list]),
    ...front.columns.flatMap(({ stories }) => stories),
  ]
  assert.equal(new Set(ids(placed)).size, placed.length)
  assert.equal(front.latest[0]?.id, 's20')
})

test('a section with too little for a row is a column', () => {
  const front = arrange(
    [],
    new Map([
      ['small', [teaser('a', 1), teaser('b', 2)]],
      ['none', []],
      ['full', Array.from({ length: 5 }, (_, at) => teaser(`f${at}`, at))],
    ]),
    now,
  )
  assert.deepEqual(
    front.columns.map(({ section }) => section),
    ['small'],
  )
  assert.deepEqual(
    front.rows.map(({ section, others }) => [section, others.length]),
    [['full', 3]],
  )
})

test('a section whose stories all stand above has no wire that says them twice', () => {
  assert.deepEqual(arrangeSection([teaser('a', 1), teaser('b', 2)]).latest, [])
  assert.equal(arrangeSection(Array.from({ length: 9 }, (_, at) => teaser(`s${at}`, at))).latest.length, 9)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ArrangedFront } from '../store/views/front.ts'
import { type Teaser } from '../store/views/teaser.ts'
import { type Arrangement, automatic } from '../story/front.ts'
import { momentAt } from '../story/moment.ts'
import { type Front, arrange, arrangeSection, arrangedUntil } from './arrange.ts'

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

/** Which stories stand in two places, Latest left aside. */
function twice({ lead, bulletin, with: beside, seconds, rows, columns }: Front): string[] {
  const placed = [
    ...[lead, bulletin].flatMap((one) => one ?? []),
    ...beside,
    ...seconds,
    ...rows.flatMap(({ first, others, list }) => [...(first ? [first] : []), ...others, ...list]),
    ...columns.flatMap(({ stories }) => stories),
  ].map(({ id }) => id)
  return placed.filter((id, at) => placed.indexOf(id) !== at)
}

/** What somebody has arranged, all of whose stories are there. */
function byHand(arrangement: Partial<Arrangement>, stories: readonly Teaser[]): ArrangedFront {
  return { arrangement: { ...automatic, ...arrangement }, stories: new Map(stories.map((one) => [one.id, one])) }
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
  assert.deepEqual(twice(front), [])
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

test('a row opens with a picture; where none has one, its stories are alike and in full lines', () => {
  const many = (length: number, pictured?: number) =>
    Array.from({ length }, (_, at) => teaser(`s${at}`, at, at === pictured ? { picture } : {}))
  const rowFor = (stories: readonly Teaser[]) => {
    const [row] = arrange([], new Map([['world', stories]]), now).rows
    return [row?.first?.id, row?.others.length, row?.list.length]
  }
  assert.deepEqual(rowFor(many(5, 3)), ['s3', 3, 0])
  assert.deepEqual(rowFor(many(9, 3)), ['s3', 4, 4])
  assert.deepEqual(rowFor(many(14, 3)), ['s3', 6, 5])
  assert.deepEqual(rowFor(many(5)), [undefined, 3, 0])
  assert.deepEqual(rowFor(many(8)), [undefined, 6, 0])
  assert.deepEqual(rowFor(many(12)), [undefined, 6, 6])
})

test('a section whose stories all stand above has no wire that says them twice', () => {
  assert.deepEqual(arrangeSection([teaser('a', 1), teaser('b', 2)], now).latest, [])
  assert.equal(
    arrangeSection(
      Array.from({ length: 9 }, (_, at) => teaser(`s${at}`, at)),
      now,
    ).latest.length,
    9,
  )
})

test('what somebody placed stands first in its place, and the rest fills itself', () => {
  const all = Array.from({ length: 24 }, (_, at) => teaser(`s${at}`, at, { section: at % 2 ? 'odd' : 'even' }))
  const sections = new Map(
    ['odd', 'even'].map((name) => [name, all.filter(({ section }) => section === name)] as const),
  )
  const hand = byHand(
    { lead: { story: 's9' }, seconds: [{ story: 's4' }], with: [{ story: 's2' }], rows: ['even'] },
    all,
  )
  const front = arrange(all, sections, now, hand)
  assert.equal(front.lead?.id, 's9')
  assert.deepEqual(ids(front.seconds), ['s4', 's0', 's1', 's3', 's5'])
  assert.deepEqual(ids(front.with), ['s2', 's7', 's11', 's13'])
  assert.deepEqual(
    front.rows.map(({ section }) => section),
    ['even', 'odd'],
  )
  assert.deepEqual(twice(front), [])
  assert.equal(arrangeSection(all, now, hand).lead?.id, 's9')
})

test('a story that is withdrawn, or whose time is over, leaves its place to the next', () => {
  const all = [teaser('urgent', 5, { urgency: 3 }), teaser('other', 9)]
  const until = momentAt(now + 60_000, 'UTC')
  const hand = byHand({ lead: { story: 'other', until }, seconds: [{ story: 'withdrawn' }] }, all)
  assert.equal(arrange(all, new Map(), now, hand).lead?.id, 'other')
  assert.deepEqual(ids(arrange(all, new Map(), now, hand).seconds), ['urgent'])
  assert.equal(arrangedUntil(all, now, hand), now + 60_000)
  assert.equal(arrange(all, new Map(), now + 60_000, hand).lead?.id, 'urgent')
  assert.equal(arrangedUntil(all, now + 60_000, hand), Infinity)
})

test('whatever was published and whatever somebody arranged, no story stands in two places', () => {
  const sections = ['a', 'b', 'c']
  const story = fc.record({
    urgency: fc.integer({ min: 1, max: 6 }),
    section: fc.constantFrom(...sections),
    age: fc.nat(3000),
  })
  const some = fc.uniqueArray(fc.nat(29), { maxLength: 9 })
  fc.assert(
    fc.property(fc.array(story, { maxLength: 30 }), some, fc.boolean(), (stories, picked, fills) => {
      const all = stories.map(({ age, ...one }, at) => teaser(`s${at}`, age, one))
      const [lead, ...others] = picked.map((at) => ({ story: `s${at}` }))
      const hand = byHand(
        { ...(lead ? { lead } : {}), with: others.slice(0, 4), seconds: others.slice(4, 8), rows: ['c'] },
        all,
      )
      const bySection = new Map(sections.map((name) => [name, all.filter(({ section }) => section === name)] as const))
      const front = arrange(all, bySection, now, fills ? hand : undefined)
      assert.deepEqual(twice(front), [])
      assert.equal(front.lead === undefined, all.length === 0)
    }),
  )
})

test('copy of an old archive fills no front while there is news, and all of it where there is none', () => {
  const old = [teaser('flood-of-1998', 60, { archived: true, urgency: 1 }), teaser('old-dam', 90, { archived: true })]
  const fresh = teaser('dam', 30)
  const front = arrange([fresh, ...old], new Map([['world', [fresh, ...old]]]), now)
  assert.equal(front.lead?.id, 'dam')
  assert.deepEqual([...front.seconds, ...front.with, ...front.columns.flatMap(({ stories }) => stories)], [])
  assert.equal(arrange(old, new Map(), now).lead?.id, 'flood-of-1998')
})

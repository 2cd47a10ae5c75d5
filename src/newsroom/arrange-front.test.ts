import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moment, story } from '../../test/build.ts'
import { done, on, testNewsroom } from '../../test/newsroom.ts'
import { arrangementsOf } from '../store/fronts.ts'
import { eventsAfter } from '../store/events.ts'
import { type Arrangement, automatic } from '../story/front.ts'
import { arrangeFront, type FrontOutcome, undoFront } from './arrange-front.ts'
import { kill } from './kill.ts'

const front = { edition: 'en', section: '' }

function number(outcome: FrontOutcome): number {
  if ('refused' in outcome) throw new Error(JSON.stringify(outcome.refused))
  return outcome.done.number
}

function codes(outcome: FrontOutcome): string[] {
  return 'refused' in outcome ? outcome.refused.map(({ code }) => code) : []
}

test('a front as somebody arranged it is kept with who and when, and the desk is told', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(story('QUAKE-CHILE'))
  const arrangement = { ...automatic, lead: { story: quake.id, until: moment('2026-11-25 18:00') } }
  assert.equal(number(await arrangeFront(room, { front, basedOn: 0, by: 'ana', arrangement })), 1)
  assert.deepEqual(await arrangementsOf(room.database, front, 9), [
    { number: 1, arrangement, at: room.clock(), by: 'ana' },
  ])
  assert.deepEqual((await arrangementsOf(room.database, { edition: 'en', section: 'world' }, 9)).length, 0)
  assert.equal((await eventsAfter(room.database, 0)).at(-1)?.what, 'arranged')
})

test('two who arrange the same front at once do not write over each other', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(story('QUAKE-CHILE'))
  const act = (by: string) =>
    arrangeFront(room, { front, basedOn: 0, by, arrangement: { ...automatic, lead: { story: quake.id } } })
  const outcomes = await Promise.all([act('ana'), act('ben')])
  assert.deepEqual(outcomes.flatMap(codes), ['front.outdated'])
  assert.equal((await arrangementsOf(room.database, front, 9)).length, 1)
})

test('only what readers can open is placed, once, where there is room, until a moment to come', async () => {
  await using room = await testNewsroom()
  const quake = await room.published(story('QUAKE-CHILE'))
  const filed = await room.filed(story('NOT-OUT'))
  const gone = await room.published(story('GONE'))
  done(await kill(room, { ...on(gone), notice: 'It was wrong.' }))
  const later = await room.published(story('LATER').embargoedUntil(moment('2026-11-25 12:00')))
  const at = async (arrangement: Partial<Arrangement>, name = front) =>
    codes(
      await arrangeFront(room, { front: name, basedOn: 0, by: 'ana', arrangement: { ...automatic, ...arrangement } }),
    )
  for (const { id } of [filed, gone, later, { id: 'nobody-knows' }])
    assert.deepEqual(await at({ lead: { story: id } }), ['front.story-not-public'], id)
  assert.deepEqual(await at({ lead: { story: quake.id }, with: [{ story: quake.id }] }), ['front.story-twice'])
  assert.deepEqual(await at({ lead: { story: quake.id, until: room.clock() } }), ['front.until-past'])
  assert.ok((await at({ with: Array.from({ length: 5 }, () => ({ story: quake.id })) })).includes('front.too-many'))
  assert.deepEqual(await at({ rows: ['nowhere'] }), ['section.unknown'])
  assert.deepEqual(await at({ rows: ['world', 'world'] }), ['front.row-twice'])
  assert.deepEqual(await at({}, { edition: 'ar', section: '' }), ['front.edition-unknown'])
  assert.deepEqual(await at({}, { edition: 'en', section: 'nowhere' }), ['section.unknown'])
  assert.deepEqual(codes(await arrangeFront(room, { front, basedOn: 0, by: 'nobody', arrangement: automatic })), [
    'person.unknown',
  ])
  assert.equal((await arrangementsOf(room.database, front, 9)).length, 0)
})

test('an arrangement that is taken back gives way to the one before, and the first to the front that fills itself', async () => {
  await using room = await testNewsroom()
  const [one, two] = [await room.published(story('ONE')), await room.published(story('TWO'))]
  for (const [basedOn, { id }] of [one, two].entries())
    await arrangeFront(room, { front, basedOn, by: 'ana', arrangement: { ...automatic, lead: { story: id } } })
  const leads = async () => (await arrangementsOf(room.database, front, 1))[0]?.arrangement.lead?.story
  assert.equal(number(await undoFront(room, { front, basedOn: 2, by: 'ben' })), 3)
  assert.equal(await leads(), one.id)
  assert.equal((await arrangementsOf(room.database, front, 1))[0]?.restores, 1)
  assert.deepEqual(codes(await undoFront(room, { front, basedOn: 2, by: 'ben' })), ['front.outdated'])
  const section = { edition: 'en', section: 'world' }
  assert.deepEqual(codes(await undoFront(room, { front: section, basedOn: 0, by: 'ana' })), ['front.nothing-to-undo'])
  await arrangeFront(room, {
    front: section,
    basedOn: 0,
    by: 'ana',
    arrangement: { ...automatic, lead: { story: two.id } },
  })
  await undoFront(room, { front: section, basedOn: 1, by: 'ana' })
  assert.deepEqual((await arrangementsOf(room.database, section, 1))[0]?.arrangement, automatic)
})

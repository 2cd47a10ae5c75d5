import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moment, story } from '../../test/build.ts'
import { codes, done, on, type TestNewsroom, testNewsroom } from '../../test/newsroom.ts'
import { type ProblemCode } from '../story/codes.ts'
import { momentAt } from '../story/moment.ts'
import { type Story } from '../story/story.ts'
import { nextDue } from '../store/releases.ts'
import { assign } from './assign.ts'
import { claim } from './claim.ts'
import { correct } from './correct.ts'
import { edit } from './edit.ts'
import { hold } from './hold.ts'
import { kill } from './kill.ts'
import { type Outcome } from './newsroom.ts'
import { pass } from './pass.ts'
import { publish } from './publish.ts'
import { refile } from './refile.ts'
import { update } from './update.ts'

const noon = moment('2026-11-25 12:00')
const other = story('QUAKE-CHILE').saying('Three dead.')
const corrections = [{ wrong: 'Two dead.', right: 'Three dead.' }]

/** Every verb, done by Ana. */
const verbs: Record<string, (room: TestNewsroom, story: Story) => Promise<Outcome>> = {
  claim: (room, story) => claim(room, on(story)),
  'claim by force': (room, story) => claim(room, { ...on(story), force: true }),
  assign: (room, story) => assign(room, { ...on(story), to: 'ben' }),
  edit: (room, story) => edit(room, { ...on(story), draft: other }),
  pass: (room, story) => pass(room, { ...on(story), to: 'ready' }),
  hold: (room, story) => hold(room, { ...on(story), until: noon }),
  publish: (room, story) => publish(room, on(story)),
  update: (room, story) => update(room, { ...on(story), draft: other }),
  correct: (room, story) => correct(room, { ...on(story), draft: other, corrections }),
  refile: (room, story) => refile(room, on(story)),
  kill: (room, story) => kill(room, { ...on(story), notice: 'It did not happen.' }),
}

/** How a story comes into each state; who has it stands in the name. */
const states: Record<string, (room: TestNewsroom) => Promise<Story>> = {
  filed: (room) => room.filed(story('QUAKE-CHILE')),
  'claimed by Ana': (room) => claimed(room, 'ana'),
  'claimed by Ben': (room) => claimed(room, 'ben'),
  ready: async (room) =>
    then(room, await claimed(room, 'ben'), (now) => pass(room, { ...on(now, 'ben'), to: 'ready' })),
  'held by Ana': async (room) =>
    then(room, await claimed(room, 'ana'), (now) => hold(room, { ...on(now), until: noon })),
  'held by Ben': async (room) =>
    then(room, await claimed(room, 'ben'), (now) => hold(room, { ...on(now, 'ben'), until: noon })),
  'filed for Ben': async (room) =>
    then(room, await room.filed(story('QUAKE-CHILE')), (now) => assign(room, { ...on(now), to: 'ben' })),
  published: (room) => room.published(story('QUAKE-CHILE')),
  'published, claimed by Ana': async (room) =>
    then(room, await room.published(story('QUAKE-CHILE')), (now) => claim(room, on(now))),
  killed: async (room) =>
    then(room, await room.published(story('QUAKE-CHILE')), (now) => kill(room, { ...on(now), notice: 'Gone.' })),
}

const wrong = 'work.wrong-state'
const theirs = 'work.claimed-by-other'
const unclaimed = 'work.not-claimed'
const first = 'work.claim-first'
const out = 'story.already-published'
const notOut = 'story.not-published'

/** The state of work after the verb, or the code of the refusal. */
const table: Record<string, Record<string, string>> = {
  filed: {
    claim: 'claimed',
    'claim by force': 'claimed',
    assign: 'filed',
    edit: 'filed',
    pass: unclaimed,
    hold: wrong,
    publish: 'none',
    update: notOut,
    correct: notOut,
    refile: notOut,
    kill: 'none',
  },
  'claimed by Ana': {
    claim: wrong,
    'claim by force': wrong,
    assign: wrong,
    edit: 'claimed',
    pass: 'ready',
    hold: 'held',
    publish: 'none',
    update: notOut,
    correct: notOut,
    refile: notOut,
    kill: 'none',
  },
  'claimed by Ben': {
    claim: theirs,
    'claim by force': 'claimed',
    assign: wrong,
    edit: theirs,
    pass: theirs,
    hold: theirs,
    publish: theirs,
    update: notOut,
    correct: notOut,
    refile: notOut,
    kill: 'none',
  },
  ready: {
    claim: 'claimed',
    'claim by force': 'claimed',
    assign: 'ready',
    edit: 'ready',
    pass: unclaimed,
    hold: 'held',
    publish: 'none',
    update: notOut,
    correct: notOut,
    refile: notOut,
    kill: 'none',
  },
  'held by Ana': {
    claim: 'claimed',
    'claim by force': 'claimed',
    assign: 'held',
    edit: 'held',
    pass: unclaimed,
    hold: wrong,
    publish: wrong,
    update: notOut,
    correct: notOut,
    refile: notOut,
    kill: 'none',
  },
  'held by Ben': {
    claim: wrong,
    'claim by force': 'claimed',
    assign: 'held',
    edit: 'held',
    pass: unclaimed,
    hold: wrong,
    publish: wrong,
    update: notOut,
    correct: notOut,
    refile: notOut,
    kill: 'none',
  },
  'filed for Ben': {
    claim: 'work.assigned-to-other',
    'claim by force': 'claimed',
    assign: 'filed',
    edit: 'filed',
    pass: unclaimed,
    hold: wrong,
    publish: 'none',
    update: notOut,
    correct: notOut,
    refile: notOut,
    kill: 'none',
  },
  published: {
    claim: 'claimed',
    'claim by force': 'claimed',
    assign: 'none',
    edit: first,
    pass: unclaimed,
    hold: first,
    publish: out,
    update: 'none',
    correct: 'none',
    refile: 'none',
    kill: 'none',
  },
  'published, claimed by Ana': {
    claim: wrong,
    'claim by force': wrong,
    assign: wrong,
    edit: 'claimed',
    pass: 'ready',
    hold: 'held',
    publish: out,
    update: 'none',
    correct: 'none',
    refile: 'none',
    kill: 'none',
  },
  killed: Object.fromEntries(Object.keys(verbs).map((verb) => [verb, 'story.killed'])),
} // oxfmt keeps this as it is read: one state, all verbs

for (const [state, make] of Object.entries(states))
  test(`of a story that is ${state}, each verb does what it may and refuses the rest`, async () => {
    await using room = await testNewsroom()
    const found: Record<string, string> = {}
    for (const [name, verb] of Object.entries(verbs)) {
      const before = await make(room)
      const outcome = await verb(room, before)
      const after = await room.now(before)
      const [code] = codes(outcome)
      if (code) assert.deepEqual(after, before, `${name} was refused and changed something`)
      found[name] = code ?? after.work.is
      if (name === 'kill' && !code) assert.equal(after.publication.is, 'killed')
    }
    assert.deepEqual(found, table[state])
  })

test('only what changes words or goes out makes a new version', async () => {
  await using room = await testNewsroom()
  const { id } = await room.filed(story('QUAKE-CHILE'))
  const versions = []
  for (const verb of ['claim', 'pass', 'hold', 'edit', 'claim', 'edit', 'publish', 'refile', 'kill']) {
    done(await verbs[verb]?.(room, await room.now(id)))
    versions.push((await room.now(id)).version)
  }
  assert.deepEqual(versions, [1, 1, 1, 2, 2, 3, 4, 5, 6])
})

test('the desk sees who took a story over from whom', async () => {
  await using room = await testNewsroom()
  const quake = await claimed(room, 'ben')
  done(await claim(room, { ...on(quake), force: true }))
  const events = await room.database.sql<
    { what: string; details: unknown }[]
  >`select what, details from event order by number`
  assert.deepEqual(
    events.map(({ what, details }) => [what, details]),
    [
      ['filed', {}],
      ['claimed', {}],
      ['claimed', { from: 'ben' }],
    ],
  )
})

test('a story is assigned to people who exist, and to nobody again', async () => {
  await using room = await testNewsroom()
  const quake = await room.filed(story('QUAKE-CHILE'))
  assert.deepEqual(codes(await assign(room, { ...on(quake), to: 'zoe' })), ['person.unknown'] satisfies ProblemCode[])
  done(await assign(room, { ...on(quake), to: 'ben' }))
  assert.equal((await room.now(quake)).assigned, 'ben')
  done(await assign(room, on(quake)))
  assert.equal((await room.now(quake)).assigned, undefined)
  done(await claim(room, on(quake)))
})

test('what is held waits for its moment and for nobody, and for nothing when it is killed', async () => {
  await using room = await testNewsroom()
  const ready = await then(room, await claimed(room, 'ana'), (now) => pass(room, { ...on(now), to: 'ready' }))
  const given = await then(room, ready, (now) => assign(room, { ...on(now), to: 'ben' }))
  assert.equal(given.assigned, 'ben')
  const until = momentAt(Date.parse('2026-11-25T18:00:00Z'), 'UTC')
  const held = await then(room, given, (now) => hold(room, { ...on(now), until }))
  assert.deepEqual([held.work.is, held.assigned], ['held', undefined])
  assert.equal(await nextDue(room.database), '2026-11-25T18:00:00.000Z')
  done(await kill(room, { ...on(held), notice: 'Withdrawn.' }))
  assert.equal(await nextDue(room.database), undefined, 'a killed story is not due any more')
})

test('a passed story waits at its new desk', async () => {
  await using room = await testNewsroom()
  const quake = await claimed(room, 'ana')
  done(await pass(room, { ...on(quake), to: { desk: 'sport' } }))
  assert.deepEqual((await room.now(quake)).work, { is: 'filed', by: 'ana', desk: 'sport' })
  assert.equal((await room.database.sql`select from story where desk = 'sport'`).count, 1)
})

async function claimed(room: TestNewsroom, by: string): Promise<Story> {
  return then(room, await room.filed(story('QUAKE-CHILE').saying('Two dead.')), (now) => claim(room, on(now, by)))
}

async function then(room: TestNewsroom, before: Story, act: (now: Story) => Promise<Outcome>): Promise<Story> {
  done(await act(before))
  return await room.now(before)
}

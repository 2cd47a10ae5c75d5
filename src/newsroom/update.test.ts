import assert from 'node:assert/strict'
import { test } from 'node:test'
import { story } from '../../test/build.ts'
import { codes, done, on, testNewsroom } from '../../test/newsroom.ts'
import { plainHouse } from '../config/house.ts'
import { addPerson } from '../store/people.ts'
import { versionsOf } from '../store/lookup.ts'
import { plain } from '../story/text.ts'
import { addEntry } from './add-entry.ts'
import { claim } from './claim.ts'
import { correct } from './correct.ts'
import { edit } from './edit.ts'
import { hold } from './hold.ts'
import { refile } from './refile.ts'
import { releaseDue } from './release-due.ts'
import { update } from './update.ts'

const wrongly = story('SEE').saying('Der See stieg um zwei Zentimeter.')
const rightly = wrongly.saying('Der See stieg um drei Zentimeter.')
const corrections = [{ wrong: 'zwei Zentimeter', right: 'drei Zentimeter' }]

test('an update with an older text does not undo a correction unless somebody says why', async () => {
  await using room = await testNewsroom({ house: { ...plainHouse, languages: ['de'] } })
  const see = await room.published(wrongly)
  done(await correct(room, { ...on(see), draft: rightly, corrections }))
  const mended = await room.now(see)
  const older = wrongly.saying('Der See stieg um zwei Zentimeter.', 'Mehr am Abend.')
  const objection = {
    code: 'story.house-objects',
    path: 'copy',
    values: {
      rule: 'correction-undone',
      says: 'Das bringt Wörter zurück, die am 2026-11-25 10:00 berichtigt wurden: „zwei Zentimeter“',
    },
  }
  assert.deepEqual(await update(room, { ...on(mended), draft: older }), { refused: [objection] })
  assert.deepEqual(await refile(room, { ...on(mended), draft: older }), { refused: [objection] })
  assert.deepEqual(await addEntry(room, { ...on(mended), entry: { copy: older.copy } }), { refused: [objection] })
  assert.deepEqual(await room.now(see), mended)

  const overrides = [{ rule: 'correction-undone', reason: 'It fell again.' }]
  done(await update(room, { ...on(mended), draft: older, overrides }))
  assert.deepEqual((await versionsOf(room.database, see.id)).at(-1)?.overrides, overrides)
  const again = await room.now(see)
  done(await update(room, { ...on(again), draft: older.headed('See steigt') }))
})

test('what is right after all is corrected back without an objection', async () => {
  await using room = await testNewsroom()
  const see = await room.published(wrongly)
  done(await correct(room, { ...on(see), draft: rightly, corrections }))
  const back = [{ wrong: 'drei Zentimeter', right: 'zwei Zentimeter' }]
  done(await correct(room, { ...on(await room.now(see)), draft: wrongly, corrections: back }))
  const now = await room.now(see)
  assert.deepEqual(codes(await update(room, { ...on(now), draft: rightly })), ['story.house-objects'])
  done(await update(room, { ...on(now), draft: wrongly.saying('Der See stieg um zwei Zentimeter.', 'Mehr.') }))
})

test('an update that says nothing new does not go out, at whatever door', async () => {
  await using room = await testNewsroom()
  const see = await room.published(rightly.with({ credits: [{ role: 'editing', people: [{ name: 'Cleo' }] }] }))
  await addPerson(room.database, { id: 'cleo', name: 'Cleo', slug: 'cleo', roles: ['editor'] })
  const same = {
    ...see,
    source: { provider: 'else', format: 'copy' },
    contact: ['Call us'],
    notes: { public: [], desk: ['Call them'] },
  }
  for (const draft of [undefined, see, same])
    assert.deepEqual(codes(await update(room, { ...on(see), ...(draft && { draft }) })), ['story.unchanged'])
  assert.deepEqual(await room.now(see), see)
  for (const change of [{ urgency: 2 }, { sections: ['world'] }, { notes: { public: ['Told.'], desk: [] } }])
    done(await update(room, { ...on(await room.now(see)), draft: { ...(await room.now(see)), ...change } }))

  done(await claim(room, on(await room.now(see))))
  const until = { ...room.clock(), local: '2026-11-25T11:00:00' }
  done(await hold(room, { ...on(await room.now(see)), until }))
  const before = room.went.length
  room.later(3_600)
  await releaseDue(room, room.database)
  assert.equal(room.went.length, before, 'what was held and not edited is no news at its moment')
  assert.equal((await room.now(see)).work.is, 'ready')
})

test('a published story is claimed before it is edited, and the sentence says how', async () => {
  await using room = await testNewsroom()
  const see = await room.published(wrongly)
  const draft = { ...see, copy: [{ is: 'paragraph' as const, text: plain('Anders.') }] }
  assert.deepEqual(await edit(room, { ...on(see), draft }), {
    refused: [{ code: 'work.claim-first', path: 'work', values: { story: see.id, person: 'ana' } }],
  })
  done(await claim(room, on(see)))
  done(await edit(room, { ...on(see), draft }))
})

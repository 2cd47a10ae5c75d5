import assert from 'node:assert/strict'
import { test } from 'node:test'
import { story } from '../../test/build.ts'
import { done, on, testNewsroom } from '../../test/newsroom.ts'
import { countTurns } from '../../test/turns.ts'
import { openDatabase } from '../store/database.ts'
import { transact } from '../store/transact.ts'
import { correct } from './correct.ts'
import { publish } from './publish.ts'
import { update } from './update.ts'

test('an act goes to the database three times at the most, and asks there which pages it concerns', async (t) => {
  await using room = await testNewsroom()
  await using way = await countTurns(room.database.connect)
  await using database = openDatabase({ connect: way.connect, max: 2 })
  const kinOf: (readonly string[])[] = []
  const far = { ...room, transact: transact(database, async (_, kin) => void kinOf.push(await kin)) }
  const told = story('QUAKE-CHILE')
  const turns: number[][] = []
  for (let day = 0; day < 4; day++) {
    const quake = await room.filed(told)
    const took = []
    for (const act of [
      async () => publish(far, on(quake)),
      async () => update(far, { ...on(await room.now(quake)), draft: told.saying('Three are dead.') }),
      async () =>
        correct(far, {
          ...on(await room.now(quake)),
          draft: told.saying('Two are dead.'),
          corrections: [{ wrong: 'Three are dead.', right: 'Two are.' }],
        }),
    ]) {
      const before = way.turns
      done(await act())
      took.push(way.turns - before)
    }
    turns.push(took)
    assert.deepEqual(kinOf.splice(0), [[quake.id], [quake.id], [quake.id]])
  }
  t.diagnostic(`turns of publish, update and correct, four times: ${turns.join('; ')}`)
  // The first acts on a connection describe their statements to the database.
  for (const took of turns.slice(2)) for (const number of took) assert.ok(number <= 3, `an act took ${number} turns`)
})

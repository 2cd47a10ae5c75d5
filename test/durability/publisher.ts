import { setTimeout as sleep } from 'node:timers/promises'
import { plainHouse } from '../../src/config/house.ts'
import { file } from '../../src/newsroom/file.ts'
import { type Newsroom } from '../../src/newsroom/newsroom.ts'
import { publish } from '../../src/newsroom/publish.ts'
import { openDatabase } from '../../src/store/database.ts'
import { transact } from '../../src/store/transact.ts'
import { contentJudge } from '../../src/story/judge.ts'
import { momentAt } from '../../src/story/moment.ts'
import { story } from '../build.ts'

/**
 * A newsroom under load, to be killed: eight editors file and publish as fast as they can. Each acknowledged act is one
 * line on standard output, written after the acknowledgement: story, version, journal entry. Started with a database.
 */
const [connect = '', load = '8'] = process.argv.slice(2)
await using database = openDatabase({ connect: JSON.parse(connect), max: 16 })
const newsroom: Newsroom = {
  transact: transact(database),
  clock: () => momentAt(Date.now(), 'UTC'),
  newId: () => crypto.randomUUID(),
  judge: contentJudge,
  house: () => plainHouse,
}

await Promise.all(Array.from({ length: Number(load) }, editor))

async function editor(): Promise<void> {
  for (let n = 0; ; n++) {
    try {
      const filed = await file(newsroom, { draft: story('QUAKE-CHILE').saying(`Shock ${n}.`), by: 'ana' })
      if (!('done' in filed)) throw new Error(JSON.stringify(filed))
      const { story: id, version } = filed.done
      const out = await publish(newsroom, { story: id, basedOn: version, by: 'ana' })
      if (!('done' in out)) throw new Error(JSON.stringify(out))
      process.stdout.write(`${id} ${out.done.version} ${out.done.entry}\n`)
    } catch (error) {
      // The database went away under us: what was not acknowledged is not promised.
      if (
        !/CONN|ECONN|ENOENT|EPIPE|57P0|shut|recovery|terminat/i.test(
          String(error) + String((error as { code?: string }).code),
        )
      )
        throw error
      await sleep(20)
    }
  }
}

import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Connection } from '../src/store/connect.ts'

/** A way to the database on which somebody counts how often one goes there, has to wait for the answer, and goes again. */
export type Counted = AsyncDisposable & { connect: Connection; turns: number }

/** How long each answer is held back, in milliseconds, so that whatever is sent without waiting for it is there before it. */
const held = 20

export async function countTurns(database: Connection): Promise<Counted> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-turns-'))
  const path = join(folder, '.s.PGSQL.5432')
  const server = createServer((client) => {
    const there = database.path ? connect(database.path) : connect(database.port, database.host)
    let answered = true
    client.on('data', (bytes) => {
      if (answered) counted.turns++
      answered = false
      there.write(bytes)
    })
    there.on('data', (bytes) => {
      void wait(held).then(() => {
        answered = true
        client.write(bytes)
      })
    })
    for (const [one, other] of [
      [client, there],
      [there, client],
    ] as const)
      one.on('error', () => {}).on('close', () => other.destroy())
  })
  await once(server.listen(path), 'listening')
  const counted: Counted = {
    connect: { ...database, path },
    turns: 0,
    async [Symbol.asyncDispose]() {
      server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return counted
}

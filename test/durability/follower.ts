import { appendFileSync } from 'node:fs'
import { openDatabase } from '../../src/store/database.ts'
import { follow } from '../../src/store/follow.ts'

/**
 * A follower that will be killed: it writes every entry's number as a line, then its cursor moves. Started with a database,
 * the follower's name, the file to write to, and how often it shall kill itself, as by a power cut, before or after a line.
 */
const [connect = '', name = '', file = '', mortality = '0'] = process.argv.slice(2)
await using database = openDatabase({ connect: JSON.parse(connect), max: 1 })
const ended = new AbortController()
process.once('SIGTERM', () => ended.abort())
await follow(
  database,
  name,
  async ({ number }) => {
    perhapsDie()
    appendFileSync(file, `${process.pid} ${number}\n`)
    perhapsDie()
  },
  ended.signal,
)

function perhapsDie(): void {
  if (Math.random() < Number(mortality)) process.kill(process.pid, 'SIGKILL')
}

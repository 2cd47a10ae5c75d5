import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config } from '../../config/config.ts'
import { mask } from '../../log.ts'
import { type Database, openDatabase } from '../../store/database.ts'
import { joinEmbedded, startEmbedded, whoServes } from '../../store/embedded.ts'
import { examine } from '../../store/examine.ts'
import { type Finding, ill, well } from './finding.ts'

/** The database of these settings, looked at and left as it was: our own server is joined when it runs, else started and stopped again. */
export async function examineDatabase(config: Config): Promise<Finding[]> {
  if (config.databaseUrl !== undefined) return examineOther(config.databaseUrl)
  const made = ['postgres', 'postgres.place'].some((name) => existsSync(join(config.dataFolder, name)))
  if (!made) return [well('there is no database yet; the first start makes it')]
  try {
    await using server = await startEmbedded(config.dataFolder)
    await using database = openDatabase({ connect: server.connect, max: 1 })
    return [
      well(server.adopted ? `PostgreSQL is running, at ${server.url}` : 'PostgreSQL starts'),
      ...(server.adopted ? await servedHere(config.dataFolder) : []),
      ...(await findings(database)),
      ...(await lastError(config.dataFolder)),
    ]
  } catch (error) {
    return [ill('PostgreSQL does not start', (error as Error).message), ...(await lastError(config.dataFolder))]
  }
}

async function examineOther(url: string): Promise<Finding[]> {
  try {
    await using _ = await joinEmbedded(url)
    await using database = openDatabase({ url, max: 1 })
    return [well(`${mask(url)} answers`), ...(await findings(database))]
  } catch (error) {
    return [
      ill(
        `DATABASE_URL does not answer: ${mask(url)} (${reason(error)})`,
        'check host, name, user and password, and that the server runs',
      ),
    ]
  }
}

async function findings(database: Database): Promise<Finding[]> {
  const { version, name, size, complaints, pending, newer } = await examine(database)
  return [
    well(`PostgreSQL ${version}, database ${name}, ${size}`),
    ...complaints.map((complaint) => {
      const [about = '', ...mend] = complaint.split(/(?<=\.) /)
      return ill(about, mend.join(' '))
    }),
    ...(newer ? [ill('the database was written by a newer Dateline', 'start that one, or restore an older copy')] : []),
    ...(pending.length ? [well(`the next start brings it up to date: ${pending.join(', ')}`)] : []),
  ]
}

async function servedHere(dataFolder: string): Promise<Finding[]> {
  const { pid, address, since } = await whoServes({ dataFolder })
  return pid === undefined ? [] : [well(`an agency is served by process ${pid} at ${address}, since ${since}`)]
}

/** What PostgreSQL could not go on with, in the last day. That a connection was ended or refused at start and stop is no illness. */
async function lastError(dataFolder: string): Promise<Finding[]> {
  const path = join(dataFolder, 'postgres.log')
  const recent = new Date(Date.now() - 24 * 3_600_000).toISOString().replace('T', ' ').slice(0, 19)
  const log = await tail(path)
  if ('unread' in log) return [ill(`PostgreSQL's log cannot be read (${log.unread})`, `let this account read ${path}`)]
  const worst = log.text
    .split('\n')
    .filter((line) => line.slice(0, 19) > recent && /PANIC:|FATAL:|No space left|corrupt|invalid page/.test(line))
    .filter(
      (line) =>
        !/starting up|shutting down|administrator command|does not exist|recovery mode|already exists|not yet accepting|invalid record length/.test(
          line,
        ),
    )
    .at(-1)
  if (worst === undefined) return [well('its log has no grave error of the last day')]
  return [
    ill(
      `PostgreSQL's log has, last: ${worst.trim()}`,
      `read ${path}; a full disk needs room, anything else needs a look at what stands around it`,
    ),
  ]
}

/** The end of a file; nothing when there is no file yet. */
async function tail(path: string): Promise<{ text: string } | { unread: string }> {
  try {
    await using file = await open(path)
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(200_000),
      position: Math.max(0, size - 200_000),
    })
    return { text: buffer.subarray(0, bytesRead).toString() }
  } catch (error) {
    return (error as { code?: string }).code === 'ENOENT' ? { text: '' } : { unread: reason(error) }
  }
}

function reason(error: unknown): string {
  const { code, message } = error as { code?: string; message: string }
  return mask(message || code || 'no reason given')
}

import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { type Config } from './config/config.ts'
import { toHouse } from './config/house-file.ts'
import { type House, type Staff, plainHouse } from './config/house.ts'
import { type Newsroom } from './newsroom/newsroom.ts'
import { contentJudge } from './story/judge.ts'
import { momentAt } from './story/moment.ts'
import { slugOf } from './story/address.ts'
import { checkDatabase } from './store/check-database.ts'
import { type Database, openDatabase } from './store/database.ts'
import { type Embedded, joinEmbedded, startEmbedded } from './store/embedded.ts'
import { findLater } from './store/find-later.ts'
import { fixAuthority, loadHouse, madeUp, saveHouse } from './store/house.ts'
import { storyPath } from './store/lookup.ts'
import { migrate } from './store/migrate.ts'
import { putOnStaff } from './store/people.ts'
import { type Committed, transact } from './store/transact.ts'

/**
 * What doors and commands stand on: the settings, the database, the house as it is now, and a newsroom. A command opens it
 * for one act; the agency builds its doors on it.
 */
export type Ground = AsyncDisposable & {
  config: Config
  /** The agency's own server; nothing when somebody else's is used. */
  embedded?: Embedded
  database: Database
  newsroom: Newsroom
  /** Milliseconds since 1970. */
  clock(): number
  pictures: { folder: string }
  /** Public address without a slash at its end. */
  base: string
  authority: string
  /** Whether this start made the house: nobody had decided anything before. */
  firstStart: boolean
  house(): House
  changeHouse(house: House): void
  /** Told of what went out in this process; the act is acknowledged when they are done. */
  onCommitted(tell: Committed): void
  /** The path of a story that is public, or will be. */
  pathOf(story: string): Promise<string | undefined>
  /** Puts the words of bulk imports where search finds them. */
  findLater(): Promise<number>
}

/**
 * `serving` is the address of the one process that serves the folder; `house` fills a new agency. Tests stop the `clock` and
 * bring a `database` of their own, which stays open.
 */
export type Opening = {
  serving?: string
  clock?: () => number
  house?: { house: House; staff: readonly Staff[] }
  database?: Database
}

/** Opens the database (starting the agency's own if need be), brings it up to date, and makes a newsroom. */
export async function openGround(
  config: Config,
  { serving, clock = Date.now, house: given, database: own }: Opening = {},
): Promise<Ground> {
  const open = new AsyncDisposableStack()
  try {
    const { embedded, database } = own ? { embedded: undefined, database: own } : await openOwn(config, serving, open)
    const authority = await fixAuthority(database, authorityFor(config.url, new Date(clock()).getUTCFullYear()))
    const known = await loadHouse(database)
    let house = known ?? (await firstHouse(database, given ?? (await houseFile(config)), clock))
    const listeners: Committed[] = []
    const newsroom: Newsroom = {
      transact: transact(database, async (entries, kin, forgotten) => {
        for (const tell of listeners) await tell(entries, kin, forgotten)
      }),
      clock: () => momentAt(clock(), house.zone),
      newId,
      judge: contentJudge,
      house: () => house,
    }
    const all = open.move()
    return {
      config,
      ...(embedded ? { embedded } : {}),
      database,
      newsroom,
      clock,
      pictures: { folder: join(config.dataFolder, 'pictures') },
      base: serving === undefined && config.urlIsGuess && embedded?.served ? embedded.served : config.url,
      authority,
      firstStart: !known,
      house: () => house,
      changeHouse: (next) => (house = next),
      onCommitted: (tell) => listeners.push(tell),
      pathOf: (story) => storyPath(database, story),
      findLater: () => findLater(database, house.zone),
      [Symbol.asyncDispose]: () => all.disposeAsync(),
    }
  } catch (error) {
    await open.disposeAsync()
    throw error
  }
}

/** The database the settings name, checked and brought up to date; the agency's own server is started if need be. */
async function openOwn(
  config: Config,
  serving: string | undefined,
  open: AsyncDisposableStack,
): Promise<{ embedded: Embedded | undefined; database: Database }> {
  const embedded = config.databaseUrl
    ? await joinEmbedded(config.databaseUrl)
    : await startEmbedded(config.dataFolder, serving === undefined ? {} : { serving })
  if (embedded) open.use(embedded)
  const database = open.use(openDatabase(embedded ? { connect: embedded.connect } : { url: config.databaseUrl ?? '' }))
  if (!embedded) await checkDatabase((query) => database.sql.unsafe(query))
  await migrate(database)
  return { embedded, database }
}

/**
 * Puts the staff of a house file on the staff; of those who are there already the file says what is to change. Answers how many
 * came and changed, and who stands under another id than the file says, or could not be taken on.
 */
export async function addStaff(
  database: Database,
  staff: readonly Staff[],
): Promise<{ new: number; changed: number; elsewhere: { name: string; id: string }[]; refused: string[] }> {
  const found = { new: 0, changed: 0, elsewhere: [] as { name: string; id: string }[], refused: [] as string[] }
  for (const one of staff) {
    const put = await putOnStaff(database, { ...one, slug: slugOf(one.name) })
    if ('refused' in put) found.refused.push(one.name)
    else {
      if (put.is !== 'same') found[put.is]++
      if (put.id !== one.id) found.elsewhere.push({ name: one.name, id: put.id })
    }
  }
  return found
}

async function firstHouse(
  database: Database,
  { house, staff }: { house: House; staff: readonly Staff[] },
  clock: () => number,
): Promise<House> {
  await saveHouse(database, house, new Date(clock()).toISOString(), 'dateline')
  await addStaff(database, staff)
  return house
}

/** A `house.yaml` in the data folder is what a new agency is filled with; without one it is a plain house. */
async function houseFile({ dataFolder }: Config): Promise<{ house: House; staff: readonly Staff[] }> {
  try {
    return toHouse(await readFile(join(dataFolder, 'house.yaml'), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { house: plainHouse, staff: [] }
    throw error
  }
}

/**
 * The authority of permanent ids: the public host with the year of the first start (RFC 4151); for an agency that has no public
 * address yet a name that nobody else has, which is given up for a real one until something goes out.
 */
function authorityFor(url: string, year: number): string {
  const { hostname } = new URL(url)
  const isPublic = hostname.includes('.') && !isIP(hostname.replace(/^\[|\]$/g, ''))
  return `${isPublic ? hostname : randomBytes(5).toString('hex') + madeUp},${year}`
}

/** Ids sort by age and say nothing else: nine letters and figures of time, eight by chance. */
function newId(): string {
  const chance = Array.from(randomBytes(8), (byte) => (byte % 36).toString(36)).join('')
  return Date.now().toString(36).padStart(9, '0') + chance
}

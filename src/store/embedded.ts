import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { log } from '../log.ts'
import { bringBack, bringUp } from './embedded/bring-up.ts'
import { leave } from './embedded/leave.ts'
import { findPlace, type Machine, socketMark } from './embedded/place.ts'
import { type Connection, socketUrl, toConnection } from './connect.ts'
import { forgetServing, saysServing, serveAlone, whoServes } from './embedded/serving.ts'

export { whoServes } from './embedded/serving.ts'
export { StartError } from './embedded/start-error.ts'

/** The agency's own PostgreSQL, held by this process. Dispose of it last: whoever is the last to let go stops the server. */
export type Embedded = {
  /** For `DATABASE_URL` of another process, and for psql. */
  url: string
  /** For postgres.js, which cannot take a socket in an address. */
  connect: Connection
  /** The folder the socket is in. */
  socket: string
  dataFolder: string
  /** PostgreSQL's own folder (`PGDATA`): in the data folder, unless its account may not enter that. */
  cluster: string
  /** The address at which another process serves this folder, as far as is known. */
  served?: string
  /** The database was made by this call. */
  firstStart: boolean
  /** The server ran already: another process uses it, or one that died left it. */
  adopted: boolean
  /** Tells others who ask that this process serves the folder at `address`. Only after `serving` was asked for. */
  announce(address: string): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** `serving`: be the one process that serves this folder, at this address; a second one gets a `StartError` with the code `running`. */
export type EmbeddedOptions = { serving?: string; machine?: Machine }

/** Starts (or joins) the agency's own PostgreSQL in `folder`; the last process to leave stops it. Throws a `StartError` with a clear sentence. */
export async function startEmbedded(folder: string, { serving, machine }: EmbeddedOptions = {}): Promise<Embedded> {
  const place = await findPlace(folder, machine)
  const up = await bringUp(place)
  const served = serving === undefined ? (await whoServes(place)).address : undefined
  let { hold } = up
  try {
    if (serving !== undefined) await serveAlone(hold, place, serving)
  } catch (error) {
    await leave(hold, place)
    throw error
  }

  const left = new AbortController()
  const stay = async (): Promise<void> => {
    for (;;) {
      await hold.lost
      if (left.signal.aborted) return
      log.warn('The database went away; bringing it back.')
      hold = await bringBack(place, left.signal)
      if (serving !== undefined) await hold.serve()
      log.info('The database is back.')
    }
  }
  const staying = stay().catch((error: unknown) => {
    if (!left.signal.aborted) log.error('The database cannot be brought back.', { error })
  })

  return {
    url: socketUrl(place.socketFolder, up.connect),
    connect: up.connect,
    socket: place.socketFolder,
    dataFolder: place.dataFolder,
    cluster: place.cluster,
    ...(served === undefined ? {} : { served }),
    firstStart: up.firstStart,
    adopted: up.adopted,
    announce: (address) => saysServing(place, address),
    async [Symbol.asyncDispose]() {
      if (left.signal.aborted) return
      left.abort()
      if (serving !== undefined) await forgetServing(place)
      await leave(hold, place)
      await staying
    },
  }
}

/**
 * For a process that was given a `DATABASE_URL`: when that is the socket of an agency's own server, holds it as `startEmbedded` does, so that it is not
 * stopped under this process and not left running after it. Nothing when the address is anybody else's.
 */
export async function joinEmbedded(databaseUrl: string): Promise<Embedded | undefined> {
  const { path } = toConnection(databaseUrl)
  if (path === undefined) return undefined
  const folder = await readFile(join(dirname(path), socketMark), 'utf8').catch(() => undefined)
  if (folder === undefined) return undefined
  return { ...(await startEmbedded(folder)), url: databaseUrl, connect: toConnection(databaseUrl) }
}

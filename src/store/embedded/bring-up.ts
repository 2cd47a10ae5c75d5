import { setTimeout as wait } from 'node:timers/promises'
import { log } from '../../log.ts'
import { type Connection } from '../connect.ts'
import { type Hold, makeDatabase, type NoHold, takeHold } from './hold.ts'
import { full, initialise, isMade } from './initialise.ts'
import { ours, type Place } from './place.ts'
import { launch, serverPid, type Starting } from './server.ts'
import { StartError } from './start-error.ts'

/** A server that answers and is held. */
export type Up = { hold: Hold; connect: Connection; firstStart: boolean; adopted: boolean }

// After a crash PostgreSQL reads back what it had not yet put in order: that may take long, and must not be cut short.
const patience = { silent: 60_000, recovering: 3_600_000 }

/**
 * Tries to get a hold on the server until it has one, and does in between what is missing: the folder, the server, the database. Whatever others do at the
 * same time (start it, stop it, die) only changes what is missing at the next try. With `again` it only brings back what was there, and gives up on the signal.
 */
export async function bringUp(place: Place, { again }: { again?: AbortSignal } = {}): Promise<Up> {
  const connect = ours(place)
  let firstStart = false
  let starting: Starting | undefined
  let began = Date.now()
  for (let told = false; ; await wait(starting?.ended ? 50 : 4)) {
    again?.throwIfAborted()
    const hold = await takeHold(connect)
    if ('letGo' in hold) return { hold, connect, firstStart, adopted: !starting || starting.ended !== undefined }
    if (hold.is === 'new') await makeDatabase(connect).catch(strange(place))
    if (hold.is === 'away' && (!starting || starting.ended)) {
      if (starting?.ended?.reason) throw starting.ended.reason
      if (again && !isMade(place)) throw gone(place)
      firstStart = (await initialise(place).catch(noRoom(place))) || firstStart
      starting = await launch(place).catch(noRoom(place))
      began = Date.now()
    }
    const waited = Date.now() - began
    if (!told && waited > 5000 && recovering(hold)) {
      told = true
      log.info('PostgreSQL is putting its files in order after a crash; this can take a while.')
    }
    if (waited > (recovering(hold) ? patience.recovering : patience.silent)) throw await silent(hold, place)
  }
}

/** As `bringUp`, for a server that was lost: keeps trying, whatever is in the way (a full disk, say), and says each reason once. */
export async function bringBack(place: Place, signal: AbortSignal): Promise<Hold> {
  for (let said = '', pause = 50; ; pause = Math.min(pause * 2, 2000)) {
    try {
      return (await bringUp(place, { again: signal })).hold
    } catch (error) {
      signal.throwIfAborted()
      const sentence = (error as Error).message
      if (sentence !== said) log.error(sentence)
      said = sentence
    }
    await wait(pause, undefined, { signal })
  }
}

function recovering(hold: NoHold): boolean {
  return /starting up|recovery/.test((hold.error as Error).message)
}

function noRoom(place: Place) {
  return (error: NodeJS.ErrnoException): never => {
    throw error.code === 'ENOSPC' || error.code === 'EDQUOT' ? full(place) : error
  }
}

function gone({ cluster }: Place): StartError {
  return new StartError(
    'failed',
    `The database folder ${cluster} is gone while the agency runs. Put it back where it was, or stop the agency.`,
  )
}

function strange({ socketFolder }: Place) {
  return (error: unknown): never => {
    throw new StartError(
      'unfit',
      `The PostgreSQL at ${socketFolder} does not let this account in (${(error as Error).message}). Start Dateline as the account that started it, or as root.`,
      error,
    )
  }
}

async function silent(hold: NoHold, place: Place): Promise<StartError> {
  const pid = await serverPid(place)
  return new StartError(
    'failed',
    `A PostgreSQL${pid ? ` (process ${pid})` : ''} has the folder ${place.cluster} and does not answer. Look into ${place.log}; end that process, then start again.`,
    hold.error,
  )
}

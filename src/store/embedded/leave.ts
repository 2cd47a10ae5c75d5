import { setTimeout as wait } from 'node:timers/promises'
import { log } from '../../log.ts'
import { type Hold, takeHold } from './hold.ts'
import { ours, type Place } from './place.ts'
import { stopServer } from './server.ts'

/** Lets go of the server, and stops it when nobody else has a hold on it. */
export async function leave(hold: Hold, place: Place): Promise<void> {
  const last = await letGo(hold, place)
  if (!last) return hold.close()
  const stopped = await stopServer(place)
  await hold.close()
  if (!stopped) log.warn(`PostgreSQL is still writing; it ends by itself. Its log is ${place.log}.`)
}

/** The connection may have died with the server: then another hold, if the server is back, tells whether we are the last. */
async function letGo(hold: Hold, place: Place): Promise<boolean> {
  try {
    return await hold.letGo()
  } catch {
    for (let tries = 0; tries < 100; tries++, await wait(20)) {
      const again = await takeHold(ours(place)).catch(() => undefined)
      if (again && 'letGo' in again) return await again.letGo().finally(() => void again.close())
      if (again?.is !== 'busy') return false
    }
    return false
  }
}

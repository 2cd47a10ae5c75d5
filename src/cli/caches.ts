import { setTimeout as sleep } from 'node:timers/promises'
import { type Ground } from '../ground.ts'
import { purgeFollower } from '../site/purging.ts'
import { cursorOf, isFollowed } from '../store/follow.ts'

/**
 * Says on standard error when caches in front have not been told within two seconds of an entry that takes something back:
 * whoever kills a story must know that it may still be read. Where no process tells caches there is nothing to say.
 */
export async function warnUnlessTold({ database }: Pick<Ground, 'database'>, entry: number | undefined): Promise<void> {
  if (entry === undefined || !(await isFollowed(database, purgeFollower))) return
  for (const end = Date.now() + 2000; Date.now() < end; await sleep(50))
    if (((await cursorOf(database, purgeFollower)) ?? entry) >= entry) return
  process.stderr.write(
    'A cache in front has not been told yet, and may go on showing the story for up to a minute; telling it is tried again and again. ./bin/dateline doctor says what is wrong.\n',
  )
}

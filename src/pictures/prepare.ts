import { log } from '../log.ts'
import { type Database } from '../store/database.ts'
import { newestPictures, picturesAfter } from '../store/pictures.ts'
import { fits, renditionOf, sizesOf } from '../story/rendition.ts'
import { type Renditions } from './renditions.ts'

/** How many of the pictures that are here already are made ready, and the seconds between looks for new ones. */
const usual = { first: 60, seconds: 10, wait: 3 }

/**
 * Makes the renditions that most readers will ask for (AVIF, in every width) before they do: those of the newest pictures, then
 * of each that comes in, through whichever process. It begins some seconds later, works only while nobody else wants one, and
 * ends when it is disposed of.
 */
export function keepPrepared(database: Database, renditions: Renditions, pace = usual): Disposable {
  const ended = new AbortController()
  work(database, renditions, pace, ended.signal).catch((error: unknown) => {
    if (!ended.signal.aborted) log.error('Renditions are no longer made ahead.', { error })
  })
  return { [Symbol.dispose]: () => ended.abort() }
}

async function work(
  database: Database,
  renditions: Renditions,
  pace: typeof usual,
  signal: AbortSignal,
): Promise<void> {
  await pause(pace.wait, signal)
  let pictures = await newestPictures(database, pace.first)
  let last = pictures.at(-1)?.at ?? new Date(0).toISOString()
  while (!signal.aborted) {
    for (const image of pictures.toReversed())
      for (const size of sizesOf(image)) {
        if (signal.aborted) return
        if (fits('avif', size)) await renditions.prepare(renditionOf(image, {}, size.step, 'avif'))
      }
    await pause(pace.seconds, signal)
    if (signal.aborted) return
    pictures = await picturesAfter(database, last)
    last = pictures.at(-1)?.at ?? last
  }
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000)
    timer.unref()
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}

import { type EventEmitter } from 'node:events'

/** A wish to end: `asked` is kept with the signal's name at the first one. Dispose of it to give the signals back. */
export type Ending = { asked: Promise<NodeJS.Signals>; [Symbol.dispose](): void }

type Ears = { force?: (signal: NodeJS.Signals) => void; now?: () => number; from?: Pick<EventEmitter, 'on' | 'off'> }

const ends = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Listens for Ctrl-C, SIGTERM and a closed terminal. Ctrl-C arrives twice under npm (from the terminal and from npm), so what comes within 500 ms of
 * the first is the same wish; a later one is impatience, and calls `force`: by default the process ends at once, and the next start mends what it left.
 */
export function listenForEnd({ force = endAtOnce, now = Date.now, from = process }: Ears = {}): Ending {
  let first: number | undefined
  let asked: (signal: NodeJS.Signals) => void = () => {}
  const promise = new Promise<NodeJS.Signals>((resolve) => (asked = resolve))
  const hear = (signal: NodeJS.Signals): void => {
    if (first === undefined) {
      first = now()
      asked(signal)
    } else if (now() - first > sameWish) force(signal)
  }
  for (const name of ends) from.on(name, hear)
  // When the terminal is gone there is nobody to write to, and still a database to stop.
  const outs = [process.stdout, process.stderr]
  for (const out of outs) out.on('error', ignore)
  return {
    asked: promise,
    [Symbol.dispose]() {
      for (const name of ends) from.off(name, hear)
      for (const out of outs) out.off('error', ignore)
    },
  }
}

const sameWish = 500

function ignore(): void {}

function endAtOnce(): never {
  process.stderr.write('Ended at once. What was published is safe; the next start puts the rest in order.\n')
  process.exit(1)
}

import { type ChildProcess, fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { log } from '../../log.ts'
import type { Answered, Asked } from './draw.worker.ts' // erased whole: nothing of it is loaded here
import { type Drawable } from './preview.ts'

/** Drawn pictures: each is made when it is first asked for, once, and kept in a folder for as long as others are not newer. */
export type Previews = AsyncDisposable & {
  /** The PNG; `busy` when too many wait already or it cannot be drawn just now. */
  open(drawable: Drawable): Promise<Uint8Array | 'busy'>
}

/** How many pictures the folder keeps, how many may wait, how long one may take, and how long an idle process stays. */
type Limits = { kept: number; waiting: number; seconds: number; idle: number }
const usual: Limits = { kept: 2000, waiting: 100, seconds: 20, idle: 5 }

/** Pictures are drawn one by one in a process of their own, which sees no typefaces but ours and ends when idle. */
export function previews({ folder }: { folder: string }, limits: Limits = usual): Previews {
  const flights = new Map<string, Promise<boolean>>()
  let last: Promise<unknown> = Promise.resolve()
  let drawer: ChildProcess | undefined
  let number = 0
  let drawn = 0
  let idle: NodeJS.Timeout | undefined
  let ended = false

  const begin = (): ChildProcess => {
    const child = fork(fileURLToPath(new URL('draw.worker.ts', import.meta.url)), [], {
      execArgv: [],
      env: { FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.on('exit', () => {
      if (drawer === child) drawer = undefined
    })
    return (drawer = child)
  }

  /** Nobody sends anything more to a process that is about to end. */
  const end = (child: ChildProcess | undefined) => {
    if (drawer === child) drawer = undefined
    child?.kill()
  }

  const draw = (asked: Omit<Asked, 'number'>): Promise<boolean> => {
    clearTimeout(idle)
    if (ended) return Promise.resolve(false)
    const child = drawer ?? begin()
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const which = ++number
    const late = setTimeout(() => end(child), limits.seconds * 1000)
    const heard = ({ number: one, why }: Answered) => {
      if (one !== which) return
      if (why) log.error('A preview could not be drawn.', { why })
      resolve(!why)
    }
    const gone = () => resolve(false)
    child.on('message', heard).once('exit', gone).once('error', gone)
    child.send({ number: which, ...asked } satisfies Asked, (error) => error && gone())
    return promise.finally(() => {
      clearTimeout(late)
      child.off('message', heard).off('exit', gone).off('error', gone)
      idle = setTimeout(() => end(child), limits.idle * 1000).unref()
    })
  }

  const make = (drawable: Drawable, target: string): Promise<boolean> => {
    const made = last.then(() => draw({ drawable, target, fonts: join(folder, 'typefaces') }))
    last = made.then(async () => {
      flights.delete(target)
      if (++drawn % 50 === 1) await clear(folder, limits.kept)
    })
    flights.set(target, made)
    return made
  }

  return {
    async open(drawable) {
      const target = join(folder, `${createHash('sha256').update(JSON.stringify(drawable)).digest('hex')}.png`)
      const kept = await readFile(target).catch(() => undefined)
      if (kept) return kept
      const flight = flights.get(target) ?? (flights.size < limits.waiting ? make(drawable, target) : undefined)
      if (!(await flight)) return 'busy'
      return readFile(target).catch(() => 'busy' as const)
    },
    async [Symbol.asyncDispose]() {
      ended = true
      clearTimeout(idle)
      end(drawer)
      await last
      clearTimeout(idle)
    },
  }
}

/** Takes away the oldest pictures above a number. */
async function clear(folder: string, kept: number): Promise<void> {
  try {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png'))
    if (names.length <= kept) return
    const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })))
    const old = dated.toSorted((one, other) => one.at - other.at).slice(0, names.length - kept)
    await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })))
  } catch (error) {
    log.warn('Old previews could not be taken away.', { error })
  }
}

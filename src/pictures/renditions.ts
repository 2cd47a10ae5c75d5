import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { log } from '../log.ts'
import { type Image } from '../story/picture.ts'
import { type Rendition, renditionAddress } from '../story/rendition.ts'
import { type Opened, type PictureFolder, findPicture, type Found, isThere, openFile, openPicture } from './keep.ts'
import type { Answered, Asked } from './render.worker.ts' // erased whole: nothing of it is loaded here

/** Renditions of the pictures in a folder: each is made when it is first asked for, once, and kept beside the pictures. */
export type Renditions = AsyncDisposable & {
  /** A picture as it came, by its type; nothing when there is none. */
  original(picture: Pick<Image, 'hash' | 'type'>): Promise<Opened | undefined>
  /** A rendition's bytes; nothing when there is no such picture or it is not offered so; `busy` when too many wait already. */
  open(rendition: Rendition): Promise<Opened | undefined | 'busy'>
  /** Makes it when nothing else is to be done. */
  prepare(rendition: Rendition): Promise<void>
}

/** How many are made side by side, how many may wait, how long one may take, and how long an idle process stays. */
const limits = { atOnce: 2, waiting: 200, seconds: 60, idle: 5, remembered: 10_000 }

type Job = Omit<Asked, 'number'> & { quiet: boolean; settle(answer: Omit<Answered, 'number'>): void }

/** The processes are started when there is work, and end when there is none. */
export function renditions(at: PictureFolder): Renditions {
  const notOffered = new Set<string>() // a picture does not grow: what was not offered of it never is
  const flights = new Map<string, Promise<Omit<Answered, 'number'>>>()
  const waiting: Job[] = []
  const running = new Map<number, Job & { late: NodeJS.Timeout }>()
  let worker: ChildProcess | undefined
  let number = 0
  let idle: NodeJS.Timeout | undefined
  let ended = false

  const finish = ({ number: which, ...answer }: Answered) => {
    const job = running.get(which)
    if (!job) return
    running.delete(which)
    clearTimeout(job.late)
    job.settle(answer)
    next()
  }
  const begin = (): ChildProcess => {
    if (worker) return worker
    const child = fork(fileURLToPath(new URL('render.worker.ts', import.meta.url)), [], {
      execArgv: [],
      env: { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072' }, // glibc gives freed pictures back
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.on('message', (answered: Answered) => finish(answered))
    child.on('error', (error) => log.error('The process that makes renditions has failed.', { error }))
    child.on('exit', () => {
      if (worker === child) worker = undefined
      for (const [which] of running) finish({ number: which, why: 'the process that makes renditions has ended' })
    })
    return (worker = child)
  }
  const next = () => {
    clearTimeout(idle)
    if (ended) return
    while (waiting.length && running.size < limits.atOnce) {
      const wanted = waiting.findIndex(({ quiet }) => !quiet)
      if (wanted < 0 && running.size > 0) return // quiet work one by one
      const [job] = waiting.splice(Math.max(wanted, 0), 1)
      const { settle: _, quiet: __, ...asked } = job!
      const which = ++number
      const child = begin()
      const late = setTimeout(() => child.kill('SIGKILL'), limits.seconds * 1000)
      running.set(which, { ...job!, late })
      child.send({ number: which, ...asked } satisfies Asked)
    }
    if (!running.size) idle = setTimeout(() => worker?.kill(), limits.idle * 1000).unref()
  }
  /** Whoever asks for what somebody else has asked for waits with him, and pulls it forward. */
  const make = (target: string, { path: original, type }: Found, rendition: Rendition, quiet: boolean) => {
    const flight = flights.get(target)
    if (flight) {
      const job = waiting.find((one) => one.target === target)
      if (job && !quiet) job.quiet = false
      return flight
    }
    const made = new Promise<Omit<Answered, 'number'>>((settle) => {
      waiting.push({ original, type, target, rendition, quiet, settle })
      next()
    }).finally(() => flights.delete(target))
    flights.set(target, made)
    return made
  }
  return {
    original: (picture) => openPicture(at, picture),
    async open(rendition) {
      const target = targetOf(at, rendition)
      const there = await openFile(target)
      if (there) return there
      const original = await findPicture(at, rendition.hash)
      if (!original) return undefined
      if (notOffered.has(target)) return undefined
      if (ended || (!flights.has(target) && waiting.filter(({ quiet }) => !quiet).length >= limits.waiting))
        return 'busy'
      const { made, why } = await make(target, original, rendition, false)
      if (made === false && notOffered.size < limits.remembered) notOffered.add(target)
      if (why) log.error('A rendition could not be made.', { rendition: renditionAddress('', rendition), why })
      return why ? 'busy' : openFile(target)
    },
    async prepare(rendition) {
      const target = targetOf(at, rendition)
      const original = await findPicture(at, rendition.hash)
      if (ended || !original || (await isThere(target))) return
      await make(target, original, rendition, true)
    },
    async [Symbol.asyncDispose]() {
      ended = true
      clearTimeout(idle)
      for (const job of waiting.splice(0)) job.settle({ why: 'the agency has ended' })
      const child = worker
      if (!child) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
  }
}

function targetOf({ folder }: PictureFolder, rendition: Rendition): string {
  const { hash } = rendition
  const name = renditionAddress('', rendition).split('/').at(-1) ?? ''
  return join(folder, 'renditions', hash.slice(0, 2), hash, name)
}

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Connection } from '../../src/store/connect.ts'
import { type Child, startChild } from './child.ts'

/** What the process of an agency tells the bench: where it is, what stands there, and a key for its wire. */
export type Ready = {
  base: string
  pages: { story: string; front: string; section: string; feed: string }
  connect: Connection
  key: string
}

/** `{ file: N }` files a short story, `{ publish: N }` sends the last one out; moments are of `sharedClock`. */
export type Filed = { path: string }
export type Published = { began: number; done: number }

export type RunningAgency = Child<Ready> & { dataFolder: string }

/** A whole agency in a process of its own, on its own PostgreSQL, with a day's copy and a story of 600 words. */
export async function startAgency({ pageCache }: { pageCache?: number } = {}): Promise<RunningAgency> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'dateline-bench-'))
  await chmod(dataFolder, 0o755)
  const child = await startChild<Ready>('./agency-process.ts', { dataFolder, pageCache })
  return {
    ...child,
    dataFolder,
    async [Symbol.asyncDispose]() {
      await child[Symbol.asyncDispose]()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Milliseconds by the clock that all processes of this machine share. */
export function sharedClock(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type Config } from '../../config/config.ts'
import { type Connection } from '../../store/connect.ts'
import { StartError } from '../../store/embedded.ts'
import type { Asked, Told } from './filing.worker.ts' // erased whole: nothing of it is loaded here

/** The demonstration being filed by a process of its own, which gives back all the memory that this takes. Dispose of it, and it ends. */
export type Filing = AsyncDisposable & {
  /** Files it through an open database, and answers how many stories. Throws a `StartError` when the process was ended. */
  finish(config: Config, connect: Connection): Promise<number>
}

/** Starts that process: it reads the copy at once, and files when it is told where. */
export function startFiling(dataFolder: string): Filing {
  const child = fork(fileURLToPath(new URL('filing.worker.ts', import.meta.url)), [dataFolder], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const told = answer(child)
  told.catch(() => {}) // told to whoever waits for it
  return {
    finish(config, connect) {
      if (child.connected) child.send({ config, connect } satisfies Asked)
      return told
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

function answer(child: ChildProcess): Promise<number> {
  return new Promise((filed, failed) => {
    child.once('message', (told: Told) => ('filed' in told ? filed(told.filed) : failed(new Error(told.failed))))
    child.once('error', failed)
    child.once('exit', (code, signal) =>
      failed(
        new StartError(
          'failed',
          `The process that files the demonstration ended before it was done (${signal ?? code}). What it had filed is kept; start again, and the rest is filed.`,
        ),
      ),
    )
  })
}

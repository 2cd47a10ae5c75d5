import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { type Act, type Done, type Read } from './model.ts'
import { type Reader, reader } from './reader.ts'

/** A process of the agency, seen from outside. */
export type Started = Pick<Reader, 'get'> & {
  /** Fulfilled when the act is acknowledged; the process itself looks at some addresses at once (`first`). */
  act(act: Act, look: readonly string[]): Promise<Done>
  /** What it got of them, before anybody else could ask. */
  first(id: number): Promise<readonly Read[]>
  /** When this process heard the bare NOTIFY of an act of another, in milliseconds since 1970. */
  heard(id: number): Promise<number>
  stop(): Promise<void>
}

let ids = 0

export async function startProcess(connect: unknown): Promise<Started> {
  const child: ChildProcess = fork(new URL('process.ts', import.meta.url), [JSON.stringify(connect)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // It is a program, whatever runs the test is told.
    execArgv: process.execArgv.filter((option) => !option.startsWith('--test')),
    env: { ...process.env, NODE_TEST_CONTEXT: undefined },
  })
  // Heard all the while: what comes while nobody waits, between two messages of the runtime, is not lost.
  const messages: Record<string, unknown>[] = []
  const ears = new Set<() => void>()
  const wake = (): void => ears.forEach((ear) => ear())
  child.on('message', (message: Record<string, unknown>) => {
    messages.push(message)
    wake()
  })
  child.on('exit', wake)
  const hear = async <T>(name: string, value?: number): Promise<T> => {
    for (;;) {
      const at = messages.findIndex((message) => name in message && (value === undefined || message[name] === value))
      if (at >= 0) return messages.splice(at, 1)[0] as T
      if (child.exitCode !== null || child.signalCode !== null) throw new Error('the process ended')
      await new Promise<void>((resolve) => {
        const ear = (): void => {
          ears.delete(ear)
          resolve()
        }
        ears.add(ear)
      })
    }
  }
  const { port } = await hear<{ port: number }>('port')
  const { get, close } = reader(port)
  return {
    get,
    act(act, look) {
      const id = ++ids
      child.send({ id, act, look })
      return hear<Done>('id', id)
    },
    async first(id) {
      const { reads } = await hear<{ reads: readonly Read[] }>('first', id)
      return reads
    },
    async heard(id) {
      const { at } = await hear<{ at: number }>('bare', id)
      return at
    },
    async stop() {
      close()
      if (child.exitCode !== null) return
      child.disconnect()
      await once(child, 'exit')
      assert.equal(child.exitCode, 0, 'the process did not end by itself')
    },
  }
}

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** A process of the bench that answers what it is asked. Dispose of it and it ends. */
export type Child<Ready> = AsyncDisposable & {
  pid: number
  ready: Ready
  ask<Said>(question: object): Promise<Said>
  /** Seconds of processor that it has taken. */
  cpu(): Promise<number>
}

/** Starts a file of this folder with what it needs to know, and waits until it is ready. */
export async function startChild<Ready>(file: string, given: object): Promise<Child<Ready>> {
  const child = fork(new URL(file, import.meta.url), [JSON.stringify(given)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  const ready = (await Promise.race([told(child, 0), ended.then(() => fault(file))])) as Ready
  let asked = 0
  const ask = async <Said>(question: object): Promise<Said> => {
    const id = ++asked
    const answer = told(child, id)
    child.send({ id, question })
    return (await Promise.race([answer, ended.then(() => fault(file))])) as Said
  }
  return {
    pid: child.pid ?? 0,
    ready,
    ask,
    cpu: () => ask<number>({ cpu: true }),
    async [Symbol.asyncDispose]() {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}

/** In the child: says that it is ready, and answers until the bench goes. */
export function answerBench(ready: object, answer: (question: object) => unknown): Promise<void> {
  process.on('message', ({ id, question }: { id: number; question: object }) => {
    const { user, system } = process.cpuUsage()
    void Promise.resolve('cpu' in question ? (user + system) / 1e6 : answer(question)).then((said) =>
      process.send?.({ id, said }),
    )
  })
  process.send?.({ id: 0, said: ready })
  return new Promise((done) => process.once('disconnect', () => done()))
}

/** What the bench has given to this process. */
export function given(): unknown {
  return JSON.parse(process.argv[2] ?? '{}')
}

function told(child: ChildProcess, id: number): Promise<unknown> {
  return new Promise((done) => {
    const hear = (message: { id: number; said: unknown }): void => {
      if (message.id !== id) return
      child.off('message', hear)
      done(message.said)
    }
    child.on('message', hear)
  })
}

function fault(file: string): never {
  throw new Error(`${file} has ended`)
}

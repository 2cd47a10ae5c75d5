import { Agent, type IncomingMessage, request } from 'node:http'
import { sharedClock } from './agency.ts'

/** Somebody who asks for a page over and over on one open connection, each time as soon as the last answer is there. */
export type Reader = {
  turnTo(url: string): void
  /** The moment at which an answer was there that holds some words. */
  saw(words: string): Promise<number>
  count(): number
  end(): Promise<void>
}

export function watchPage(first: string): Reader {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let url = first
  let asked = 0
  const ending = new AbortController()
  let look: (text: string) => unknown = () => undefined
  const asking = (async () => {
    while (!ending.signal.aborted) {
      const text = await ask(url, agent)
      asked++
      look(text)
    }
    agent.destroy()
  })()
  return {
    turnTo: (next) => (url = next),
    saw: (words) => new Promise((done) => (look = (text) => text.includes(words) && done(sharedClock()))),
    count: () => asked,
    end: () => {
      ending.abort()
      return asking
    },
  }
}

/** A subscriber on the stream of the wire, from now on. */
export async function followWire(
  url: string,
  key: string,
): Promise<AsyncDisposable & { saw(words: string): Promise<number> }> {
  const gone = new AbortController()
  const { body } = await fetch(url, { headers: { authorization: `Bearer ${key}` }, signal: gone.signal })
  if (!body) throw new Error('the stream has no body')
  let look: (text: string) => unknown = () => undefined
  let tail = ''
  const reading = (async () => {
    for await (const part of body.pipeThrough(new TextDecoderStream())) {
      tail = (tail + part).slice(-20_000)
      look(tail)
    }
  })().catch(() => {})
  return {
    saw: (words) => new Promise((done) => (look = (text) => text.includes(words) && done(sharedClock()))),
    async [Symbol.asyncDispose]() {
      gone.abort()
      await reading
    },
  }
}

function ask(url: string, agent: Agent): Promise<string> {
  return new Promise((done, failed) => {
    request(url, { agent }, (answer: IncomingMessage) => {
      if ((answer.statusCode ?? 500) >= 500) failed(new Error(`${url} answered ${answer.statusCode}`))
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => (text += part))
      answer.once('end', () => done(text))
    })
      .once('error', failed)
      .end()
  })
}

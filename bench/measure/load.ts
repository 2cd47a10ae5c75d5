import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { found } from './processes.ts'

/** What a leg of load saw: answers a second, and how many there were. */
export type Leg = { perSecond: number; requests: number }

const connections = 16

/** By what the load is made: `wrk` where it is installed, else autocannon, which takes more of the machine that it measures. */
export function loader(): 'wrk' | 'autocannon' {
  return found('wrk') ? 'wrk' : 'autocannon'
}

/** What to install for a truer figure. */
export const loaderAdvice =
  loader() === 'wrk' ? [] : ['wrk is not installed, autocannon makes the load instead: apt-get install wrk']

/** Asks an address over and over on open connections. Throws when an answer was no success. */
export async function load(url: string, { seconds = 2, encoding = 'br' } = {}): Promise<Leg> {
  const header = `Accept-Encoding: ${encoding}`
  if (loader() === 'wrk') {
    const said = await output('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '-H', header, url])
    if (/Non-2xx|(connect|read|write) [1-9]/.test(said)) throw new Error(`wrk ${url}:\n${said}`)
    const [, requests] = /(\d+) requests in/.exec(said) ?? []
    const [, perSecond] = /Requests\/sec:\s+([\d.]+)/.exec(said) ?? []
    if (!perSecond) throw new Error(`wrk said nothing about ${url}:\n${said}`)
    return { perSecond: Number(perSecond), requests: Number(requests) }
  }
  const cannon = fileURLToPath(import.meta.resolve('autocannon'))
  const args = [cannon, '-j', '-c', String(connections), '-d', String(seconds), '-H', header, url]
  const { requests, non2xx, errors } = JSON.parse(await output(process.execPath, args)) as {
    requests: { average: number; total: number }
    non2xx: number
    errors: number
  }
  if (non2xx || errors) throw new Error(`${url}: ${non2xx} answers were no success, ${errors} failed`)
  return { perSecond: requests.average, requests: requests.total }
}

function output(command: string, args: readonly string[]): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let [said, complained] = ['', '']
    child.stdout.on('data', (data: Buffer) => (said += data.toString()))
    child.stderr.on('data', (data: Buffer) => (complained += data.toString()))
    child.once('error', failed)
    child.once('close', (code) =>
      code ? failed(new Error(`${command} ended with ${code}: ${complained}`)) : done(said),
    )
  })
}

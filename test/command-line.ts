import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `dateline …` as a person calls it, on one data folder. */
export function commands(data: string, settings: Record<string, string> = {}) {
  const run = (args: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) =>
      execFile(
        'sh',
        ['bin/dateline', ...args, '--data', data],
        { env: { ...plainEnvironment(), ...settings }, timeout: 60_000 },
        (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
      ),
    )
  return {
    async dateline(...args: string[]): Promise<string> {
      const { code, out, err } = await run(args)
      assert.equal(code, 0, `dateline ${args.join(' ')}: ${err}`)
      return out
    },
    /** What a person is told beside the result of what was done. */
    async warnings(...args: string[]): Promise<string> {
      const { code, err } = await run(args)
      assert.equal(code, 0, `dateline ${args.join(' ')}: ${err}`)
      return err
    },
    async refusedWith(wanted: number, ...args: string[]): Promise<string> {
      const { code, err } = await run(args)
      assert.equal(code, wanted, `dateline ${args.join(' ')}: ${err}`)
      assert.doesNotMatch(err, /at .*\.ts:\d/, 'a person is told a sentence, not a stack')
      return err
    },
  }
}

/** An agency that is served by a process of its own, without the demonstration, on a free port. */
export async function serve(data: string, settings: Record<string, string> = {}) {
  const child = spawn('sh', ['bin/dateline', 'serve', '--empty', '--port', '0', '--data', data], {
    env: { ...plainEnvironment(), ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      said += text
      const found = /(?:site|listens)\s+(http:\S+?)\/?(?: .*)?\n(?=  feeds)/.exec(said)
      if (found?.[1]) resolve(found[1])
    })
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)))
  })
  return {
    address,
    /** What it has printed by now. */
    get said() {
      return said
    },
    get: async (path: string) => {
      const response = await fetch(address + path)
      return { status: response.status, text: await response.text() }
    },
    async until(holds: () => Promise<boolean>): Promise<void> {
      for (let tries = 0; tries < 50; tries++) {
        if (await holds()) return
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      assert.fail('it did not come true within five seconds')
    },
    async [Symbol.asyncDispose]() {
      child.removeAllListeners('exit')
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      assert.equal(await ended, 0, 'SIGTERM ends it cleanly')
    },
  }
}

/** An agency that is served on a data folder of its own, the commands of a person at it, and paths in a folder for his files. */
export async function served() {
  const open = new AsyncDisposableStack()
  const { path } = open.use(await folder())
  const data = join(path, 'data')
  const agency = open.use(await serve(data))
  const at = (name: string) => join(path, name)
  return { ...commands(data), path, data, agency, at, [Symbol.asyncDispose]: () => open.disposeAsync() }
}

/** What a new terminal has: none of the settings of whoever runs the tests. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env
  return { PATH, HOME }
}

/** A folder of a test's own that others may enter, as the account that PostgreSQL runs as must. */
export async function folder(): Promise<{ path: string; [Symbol.asyncDispose](): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'commands-'))
  await chmod(path, 0o755)
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

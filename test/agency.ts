import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Agency, createAgency } from '../src/agency.ts'
import { type Config } from '../src/config/config.ts'
import { type House, plainHouse } from '../src/config/house.ts'
import { makeKey } from '../src/delivery/keys.ts'
import { openGround } from '../src/ground.ts'
import { testDatabase } from './database.ts'
import { type Desk, desk, staffed } from './newsroom.ts'

export { done } from './newsroom.ts'

/** What a reader or a subscriber got. */
export type Got = { status: number; text: string; headers: Headers }

/** A whole agency over a real database, its doors tried with requests and its clock moved by hand. */
export type TestAgency = Agency &
  Desk & {
    /** Sets the clock on, by seconds. */
    later(seconds: number): void
    get(path: string, headers?: Record<string, string>): Promise<Got>
    /** A subscriber, and everything the wire has for it after a number. */
    subscriber(how?: { embargoed?: boolean }): Promise<(after?: number, more?: string) => Promise<WirePage>>
  }

export type WirePage = {
  items: WireItem[]
  entries: { number: number; what: string; story: string; version: number }[]
  next: number
  head: number
}
type WireItem = Record<string, unknown> & { uri: string; pubStatus: string }

export const start = Date.parse('2026-11-25T10:00:00Z')

export async function testAgency({
  house = plainHouse,
  ...settings
}: { house?: House } & Partial<Config> = {}): Promise<TestAgency> {
  const open = new AsyncDisposableStack()
  const database = open.use(await testDatabase())
  const dataFolder = await mkdtemp(join(tmpdir(), 'agency-'))
  open.defer(() => rm(dataFolder, { recursive: true, force: true }))
  let now = start
  const base = 'https://news.example'
  const config = { port: 0, host: '127.0.0.1', dataFolder, url: base, trustedProxies: [], demo: false, ...settings }
  const ground = open.use(await openGround(config, { database, clock: () => now, house: { house, staff: [] } }))
  await staffed(database)
  const agency = open.use(await createAgency(ground))
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Got> => {
    const response = await agency.fetch(new Request(path.startsWith('http') ? path : base + path, { headers }))
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  return {
    ...agency,
    ...desk(agency.newsroom, database),
    later: (seconds) => void (now += seconds * 1000),
    get,
    async subscriber({ embargoed = false } = {}) {
      const made = await makeKey(database, { name: 'Daily Mirror', scopes: ['wire'], embargoed })
      if ('refused' in made) throw new Error(JSON.stringify(made.refused))
      return async (after = 0, more = '') => {
        const got = await get(`/wire/v1/items?after=${after}&limit=200${more}`, { authorization: `Bearer ${made.key}` })
        if (got.status !== 200) throw new Error(`the wire answered ${got.status}: ${got.text}`)
        return JSON.parse(got.text) as WirePage
      }
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

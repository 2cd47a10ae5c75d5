import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Agency, createAgency } from '../src/agency.ts'
import { type Config } from '../src/config/config.ts'
import { type House, plainHouse } from '../src/config/house.ts'
import { makeKey } from '../src/delivery/keys.ts'
import { openGround } from '../src/ground.ts'
import { file } from '../src/newsroom/file.ts'
import { type Outcome } from '../src/newsroom/newsroom.ts'
import { publish } from '../src/newsroom/publish.ts'
import { storyById } from '../src/store/lookup.ts'
import { addPerson } from '../src/store/people.ts'
import { type Draft, type Story } from '../src/story/story.ts'
import { testDatabase } from './database.ts'

/** What a reader or a subscriber got. */
export type Got = { status: number; text: string; headers: Headers }

/** A whole agency over a real database, its doors tried with requests and its clock moved by hand. */
export type TestAgency = Agency & {
  /** Sets the clock on, by seconds. */
  later(seconds: number): void
  get(path: string, headers?: Record<string, string>): Promise<Got>
  filed(draft: Draft): Promise<Story>
  published(draft: Draft): Promise<Story>
  now(story: { id: string }): Promise<Story>
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
  for (const name of ['Ana', 'Ben'])
    await addPerson(database, { id: name.toLowerCase(), name, slug: name.toLowerCase(), roles: ['editor'] })
  const agency = open.use(await createAgency(ground))
  const storyNow = async ({ id }: { id: string }): Promise<Story> => {
    const found = await storyById(database, id)
    if (!found) throw new Error('there is no such story')
    return found
  }
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Got> => {
    const response = await agency.fetch(new Request(path.startsWith('http') ? path : base + path, { headers }))
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  const filed = async (draft: Draft): Promise<Story> =>
    storyNow({ id: done(await file(agency.newsroom, { draft, by: 'ana' })).story })
  return {
    ...agency,
    later: (seconds) => void (now += seconds * 1000),
    get,
    filed,
    async published(draft) {
      const { id, version } = await filed(draft)
      return storyNow({ id: done(await publish(agency.newsroom, { story: id, basedOn: version, by: 'ana' })).story })
    },
    now: storyNow,
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

/** What a verb has done; throws when it refused. */
export function done(outcome: Outcome): { story: string; version: number; entry?: number } {
  if ('done' in outcome) return outcome.done
  throw new Error(`refused: ${JSON.stringify(outcome.refused)}`)
}

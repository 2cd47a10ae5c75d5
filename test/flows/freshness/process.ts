import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAgency } from '../../../src/agency.ts'
import { openGround } from '../../../src/ground.ts'
import { arrangeFront } from '../../../src/newsroom/arrange-front.ts'
import { correct } from '../../../src/newsroom/correct.ts'
import { file } from '../../../src/newsroom/file.ts'
import { kill } from '../../../src/newsroom/kill.ts'
import { publish } from '../../../src/newsroom/publish.ts'
import { update } from '../../../src/newsroom/update.ts'
import { openDatabase } from '../../../src/store/database.ts'
import { saveHouse } from '../../../src/store/house.ts'
import { momentAt } from '../../../src/story/moment.ts'
import { story } from '../../build.ts'
import { type Act, type Done, type Filing, type Read } from './model.ts'

/**
 * One process of an agency, whole: it serves, and does what its parent says. Started with a database as JSON; says its port,
 * and answers each act when the act is acknowledged. Beside each it sends a bare NOTIFY, and says when it hears one: so long
 * takes the way itself on this machine at this moment.
 */
const dataFolder = await mkdtemp(join(tmpdir(), 'fresh-'))
const database = openDatabase({ connect: JSON.parse(process.argv[2] ?? ''), max: 6 })
const config = { port: 0, host: '127.0.0.1', dataFolder, url: 'http://localhost', trustedProxies: [], demo: false }
const ground = await openGround(config, { database })
const { newsroom } = ground
const agency = await createAgency(ground)
const port = await agency.listen()

const bare = database.alone((_, number) => void process.send?.({ bare: Number(number), at: Date.now() }))
await bare`listen freshness_bare`

type Order = { id: number; act: Act; look: readonly string[] }

process.on('message', ({ id, act, look }: Order) => void answer(id, act, look))
process.on('disconnect', () => void end())
process.send?.({ port })

async function answer(id: number, act: Act, look: readonly string[]): Promise<void> {
  const outcome = await run(act)
  const done = 'done' in outcome && 'story' in outcome.done ? outcome.done : { story: '', version: 0 }
  // Acknowledged: from here on nothing older may be served. The address is looked up for the parent.
  const at = Date.now()
  const reads = look.map(readHere)
  void database.sql`select pg_notify('freshness_bare', ${String(id)})`.then()
  const path = done.story ? ((await ground.pathOf(done.story)) ?? '') : ''
  const refused = 'refused' in outcome ? { refused: JSON.stringify(outcome.refused) } : {}
  process.send?.({ id, story: done.story, version: done.version, path, at, ...refused } satisfies Done)
  process.send?.({ first: id, reads: await Promise.all(reads) })
}

async function readHere(path: string): Promise<Read> {
  const sent = Date.now()
  const response = await agency.fetch(new Request(config.url + path))
  const location = response.headers.get('location') ?? ''
  return { path, status: response.status, text: await response.text(), location, sent }
}

async function end(): Promise<void> {
  await bare.end({ timeout: 1 })
  await agency[Symbol.asyncDispose]()
  await ground[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
  await rm(dataFolder, { recursive: true, force: true })
  process.exit(0)
}

async function run(act: Act) {
  const by = 'ana'
  if (act.do === 'house') {
    await saveHouse(database, { ...ground.house(), name: act.name }, new Date().toISOString(), by)
    return { done: {} }
  }
  if (act.do === 'front') {
    const arrangement = { lead: { story: act.lead }, with: [], seconds: [], rows: [] }
    return arrangeFront(newsroom, {
      front: { edition: 'en', section: act.section },
      basedOn: act.basedOn,
      by,
      arrangement,
    })
  }
  if (act.do === 'publish') {
    const plain = written(act).with({ related: act.related })
    const draft = act.embargo ? plain.embargoedUntil(momentAt(act.embargo, 'UTC')) : plain
    const filed = await file(newsroom, { draft, by })
    if ('refused' in filed) return filed
    return publish(newsroom, { story: filed.done.story, basedOn: filed.done.version, by })
  }
  const base = { story: act.story, basedOn: act.version, by }
  if (act.do === 'kill') return kill(newsroom, { ...base, notice: 'It was not so.' })
  const draft = written(act)
  if (act.do === 'update') return update(newsroom, { ...base, draft })
  return correct(newsroom, { ...base, draft, corrections: [{ wrong: 'Then', right: 'Now', grave: false }] })
}

/** Copy that stands on every kind of list. */
function written({ slug, headline, filing }: { slug: string; headline: string; filing: Filing }) {
  return story(slug)
    .headed(headline)
    .in(filing.section)
    .from(filing.place, 'UTC')
    .by(filing.person === 'ana' ? 'Ana' : 'Ben')
    .with({ subjects: [{ code: `medtop:${filing.topic}` }] })
}

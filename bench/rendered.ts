import postgres from 'postgres'
import { house } from '../test/browser/house.ts'
import { type Answer, type Figure, median } from './measure/figures.ts'
import { type Leg, load, loaderAdvice } from './measure/load.ts'
import { type Ready, startAgency } from './scene/agency.ts'
import { startChild } from './scene/child.ts'
import { get } from './scene/peer.ts'
import { queries } from './scene/queries.ts'
import { templateOf } from './scene/template.ts'

const rounds = 5

type Kind = keyof typeof queries
type Ask = { kind: Kind; encoding: 'br' | 'identity'; least: number }

const asks: readonly Ask[] = [
  { kind: 'story', encoding: 'br', least: 0.85 },
  { kind: 'story', encoding: 'identity', least: 0.65 },
  { kind: 'front', encoding: 'br', least: 0.6 },
  { kind: 'section', encoding: 'br', least: 0.6 },
  { kind: 'feed', encoding: 'br', least: 0.6 },
]

/**
 * What does a page cost that is made of the database, nothing kept? Beside `node:http`, one query and a template literal that
 * make the same bytes of the same data; medians of five interleaved rounds of requests a second. The peer has its dates and
 * its order written out, so it does less than ours.
 */
export async function run(): Promise<Answer> {
  await using agency = await startAgency({ pageCache: 0 })
  const figures: (Figure | string)[] = [...loaderAdvice]
  for (const kind of Object.keys(queries) as Kind[]) {
    const url = agency.ready.base + agency.ready.pages[kind]
    await using peer = await byHand(kind, agency.ready)
    for (const { encoding, least } of asks.filter((ask) => ask.kind === kind)) {
      const seen: Record<'ours' | 'peer', Costing[]> = { ours: [], peer: [] }
      for (const one of [url, peer.ready.base]) await load(one, { seconds: 1, encoding })
      for (let round = 0; round < rounds; round++) {
        seen.ours.push(await costing(agency, () => load(url, { encoding })))
        seen.peer.push(await costing(peer, () => load(peer.ready.base, { encoding })))
      }
      const rate = (legs: readonly Leg[]) => Math.round(median(legs.map(({ perSecond }) => perSecond)))
      const cost = (legs: readonly Costing[]) => median(legs.map(({ cpu }) => cpu * 1000)).toFixed(2)
      figures.push({
        figure: `${kind} from the database, ${encoding === 'br' ? 'compressed' : 'not compressed'}, requests/s of one by hand`,
        value: median(seen.ours.map(({ perSecond }, at) => perSecond / (seen.peer[at]?.perSecond ?? Number.NaN))),
        unit: '×',
        least,
        beside: `${rate(seen.ours)}/s, ${cost(seen.ours)} ms of processor; by hand ${rate(seen.peer)}/s, ${cost(seen.peer)} ms`,
      })
    }
  }
  return figures
}

type Costing = Leg & { cpu: number }

/** A leg, and the seconds of processor that a request took in the server itself (without the database). */
async function costing({ cpu }: { cpu(): Promise<number> }, leg: () => Promise<Leg>): Promise<Costing> {
  const before = await cpu()
  const seen = await leg()
  return { ...seen, cpu: ((await cpu()) - before) / seen.requests }
}

/** The same page from a server written for it alone; throws when it does not send the same bytes. */
async function byHand(kind: Kind, { base, pages, connect }: Ready) {
  const parameter = {
    story: pages.story,
    front: house.sections.map(({ slug }) => slug).join(),
    section: pages.section.slice(1),
    feed: pages.feed,
  }
  const parameters = [parameter[kind]]
  const sql = postgres({ ...connect, max: 1, onnotice: () => {} } as postgres.Options<{}>)
  const rows = await sql.unsafe(queries[kind], parameters)
  await sql.end()
  const ours = await get(base + pages[kind], 'identity')
  const type = ours.headers[ours.headers.findIndex((name) => name.toLowerCase() === 'content-type') + 1]
  const template = templateOf(ours.body.toString(), [...rows])
  const peer = await startChild<{ base: string }>('./database-process.ts', {
    connect,
    query: queries[kind],
    parameters,
    template,
    type,
  })
  const theirs = await get(peer.ready.base, 'identity')
  if (!theirs.body.equals(ours.body)) throw new Error(`the ${kind} made by hand is not the same page`)
  return peer
}

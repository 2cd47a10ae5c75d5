import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readQuery } from '../src/archive/query.ts'
import { search } from '../src/archive/search.ts'
import { type Database, openDatabase } from '../src/store/database.ts'
import { startEmbedded } from '../src/store/embedded.ts'
import { migrate } from '../src/store/migrate.ts'
import { views } from '../src/store/views/views.ts'
import { type Answer, type Figure, lineOf, median, quantile } from './measure/figures.ts'
import { invented, last } from './search/invent.ts'
import { load } from './search/load.ts'
import { plainRank, sqlite } from './search/peers.ts'
import { type Asked, mix } from './search/queries.ts'

const limits = { p50: 30, p99: 120 }

/**
 * How long does a search take in an archive of 100,000 invented stories, with facets, exact totals and marked extracts, beside
 * `ts_rank` over all matches and SQLite FTS5 in the same run? Limits: p50 30 ms, p99 120 ms. `bench/search.ts FOLDER SIZE` keeps the archive
 * in a folder for the next run, and may have another size.
 */
export async function run([kept, size = '100000']: readonly string[] = []): Promise<Answer> {
  const n = Number(size)
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'dl-bench-search-')))
  if (!kept) await chmod(folder, 0o755)
  try {
    await using embedded = await startEmbedded(folder)
    await using database = openDatabase({ connect: embedded.connect })
    await migrate(database)
    const [{ stories } = { stories: 0 }] = await database.sql<
      { stories: number }[]
    >`select count(*)::int as stories from search`
    const began = performance.now()
    if (stories === 0) await load(database, n)
    const loaded = performance.now() - began
    using peer = sqlite()
    peer.add(invented(stories || n))
    const asked = mix([...invented(3000)])
    const times = await measure(asked, database, peer)
    return report(asked, times, stories || n, stories ? undefined : loaded)
  } finally {
    if (!kept) await rm(folder, { recursive: true, force: true })
  }
}

type Times = Record<'ours' | 'ts_rank' | 'fts5', (number | undefined)[]>

/** Every query once to warm up and three times to be measured, the peers each time right after ours; the median counts. */
async function measure(asked: readonly Asked[], database: Database, peer: ReturnType<typeof sqlite>): Promise<Times> {
  const archive = views(database)
  const now = new Date(last + 86_400_000).toISOString()
  const times: Times = { ours: [], ts_rank: [], fts5: [] }
  for (const one of asked) {
    const { q, sort, year } = one
    const query = readQuery(new URLSearchParams({ q, sort, ...(year ? { year } : {}) }))
    const rounds = { ours: [] as number[], ts_rank: [] as number[], fts5: [] as number[] }
    for (let round = 0; round < 4; round++) {
      rounds.ours.push(await timed(() => search(archive, query, now)))
      if (one.plain === undefined) continue
      rounds.ts_rank.push(await timed(() => plainRank(database.sql, one)))
      rounds.fts5.push(await timed(async () => peer.ask(one)))
    }
    times.ours.push(middle(rounds.ours.slice(1)))
    times.ts_rank.push(middle(rounds.ts_rank.slice(1)))
    times.fts5.push(middle(rounds.fts5.slice(1)))
  }
  return times
}

function report(asked: readonly Asked[], times: Times, n: number, loaded: number | undefined): Answer {
  const kinds = [...new Set(asked.map(({ kind }) => kind))]
  const figures = (name: string, belongs: (kind: string) => boolean, limit: Partial<typeof limits>): Figure[] =>
    (['p50', 'p99'] as const).map((part) => {
      const of = (whose: keyof Times, shared = false) =>
        quantile(
          times[whose].filter(
            (ms, at): ms is number =>
              ms !== undefined && belongs(asked[at]!.kind) && !(shared && times.ts_rank[at] === undefined),
          ),
          part === 'p50' ? 0.5 : 0.99,
        )
      const [same, rank, fts5] = [of('ours', true), of('ts_rank'), of('fts5')].map((ms) => ms.toFixed(1))
      const beside = `ts_rank ${rank}, FTS5 ${fts5}${same === of('ours').toFixed(1) ? '' : `; the same queries ${same}`}`
      return {
        ...{ figure: `search, ${name}: ${part}`, value: of('ours'), unit: 'ms' },
        ...(Number.isNaN(of('ts_rank')) ? {} : { beside }),
        ...(limit[part] ? { limit: limit[part] } : {}),
      }
    })
  return [
    `search: ${asked.length} queries over ${n} invented stories${loaded ? `, loaded and indexed in ${Math.round(loaded / 1000)} s` : ''}; each the median of three`,
    ...figures('all kinds', () => true, limits),
    ...kinds.flatMap((kind) => figures(kind, (one) => one === kind, {})),
  ]
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function middle(values: readonly number[]): number | undefined {
  return values.length ? median(values) : undefined
}

if (import.meta.main) for (const one of await run(process.argv.slice(2))) console.log(lineOf(one))

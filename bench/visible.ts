import postgres from 'postgres'
import { type Answer, quantile } from './measure/figures.ts'

import { type Filed, type Published, sharedClock, startAgency } from './scene/agency.ts'
import { followWire, watchPage } from './scene/readers.ts'

const acts = 200

/**
 * How long after the beginning of an act of publishing does everybody see it: story page, front, feed and wire stream, with
 * the page cache on, seen by back-to-back GETs on open connections? Beside an fsynced insert with NOTIFY until it is heard,
 * on the same server, under the same GETs, by turns.
 */
export async function run(): Promise<Answer> {
  await using agency = await startAgency()
  const { base, pages, connect, key } = agency.ready
  await using sql = closing(postgres({ ...connect, max: 1, onnotice: () => {} } as postgres.Options<{}>))
  await sql.sql`create table bench (id bigint generated always as identity, payload jsonb not null)`
  let hear: (payload: string) => unknown = () => undefined
  await sql.sql.listen('bench', (payload) => hear(payload))
  const payload = JSON.stringify({ words: 'ferry '.repeat(200) })

  const front = watchPage(base + pages.front)
  const feed = watchPage(base + pages.feed)
  const story = watchPage(`${base}/2026/01/01/not-yet`)
  await using wire = await followWire(`${base}/wire/v1/stream`, key)
  const waits: number[][] = []
  const inserts: number[] = []
  const each: Record<string, number[]> = { acknowledged: [], story: [], front: [], feed: [], wire: [] }
  for (let number = 1; number <= acts; number++) {
    const began = sharedClock()
    const heard = new Promise<void>((done) => (hear = (id) => id === String(number) && done()))
    await sql.sql.begin(async (tx) => {
      await tx`insert into bench (payload) values (${payload}::jsonb)`
      await tx`select pg_notify('bench', ${String(number)})`
    })
    await heard
    inserts.push(sharedClock() - began)

    const headline = `Harbour report ${number}:`
    const address = await agency.ask<Filed>({ file: number })
    story.turnTo(base + address.path)
    const seen = Promise.all([story.saw(headline), front.saw(headline), feed.saw(headline), wire.saw(headline)])
    const act = await agency.ask<Published>({ publish: number })
    const [onPage, onFront, inFeed, onWire] = await seen
    const after = { acknowledged: act.done, story: onPage, front: onFront, feed: inFeed, wire: onWire }
    for (const [name, at] of Object.entries(after)) each[name]!.push(at - act.began)
    waits.push([onPage, onFront, inFeed, onWire].map((at) => at - act.began))
  }
  for (const reader of [front, feed, story]) await reader.end()

  const all = waits.map((those) => Math.max(...those))
  const ratio = (part: number) => quantile(all, part) / quantile(inserts, part)
  const beside = (part: number) =>
    `${quantile(all, part).toFixed(1)} ms; insert and NOTIFY ${quantile(inserts, part).toFixed(1)} ms`
  const asked = [front, feed, story].reduce((sum, { count }) => sum + count(), 0)
  return [
    {
      figure: 'published until visible everywhere, p50 of insert + NOTIFY',
      value: ratio(0.5),
      unit: '×',
      limit: 3,
      beside: beside(0.5),
    },
    {
      figure: 'published until visible everywhere, p99 of insert + NOTIFY',
      value: ratio(0.99),
      unit: '×',
      limit: 5,
      beside: beside(0.99),
    },
    ...Object.entries(each).map(
      ([name, those]) =>
        `  ${name}: p50 ${quantile(those, 0.5).toFixed(1)} ms, p99 ${quantile(those, 0.99).toFixed(1)} ms`,
    ),
    `  ${acts} acts, ${asked} GETs meanwhile on three connections`,
  ]
}

function closing(sql: postgres.Sql): AsyncDisposable & { sql: postgres.Sql } {
  return { sql, [Symbol.asyncDispose]: () => sql.end({ timeout: 1 }) }
}

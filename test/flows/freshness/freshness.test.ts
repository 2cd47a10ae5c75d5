import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeKey } from '../../../src/delivery/keys.ts'
import { addPerson } from '../../../src/store/people.ts'
import { testDatabase } from '../../database.ts'
import { type Chosen, choose } from './choose.ts'
import { alwaysSeen, seenByTurns } from './lists.ts'
import { type Look, listLook, searchLook, storyLooks, wireLook } from './looks.ts'
import { type Known, type Read, type World, headlineOf } from './model.ts'
import { type Started, startProcess } from './started.ts'

/**
 * For how long after COMMIT another process may serve what is older, in milliseconds: 95 of 100 acts, and every act. To both
 * comes what a bare NOTIFY took to reach that process beside the act: the machine may be busy, the agency may not dawdle.
 */
const [window, longest, most] = [100, 1000, 0.95]
const count = process.env['DATELINE_LONG'] ? 1000 : 120
/** So many of the lists that are not always looked at are looked at after each act, for some acts in a row. */
const [byTurns, inARow] = [5, 3]

test(
  'after every act each list has every story that belongs there: at once in the acting process, in a moment in the other',
  { timeout: 1_200_000 },
  async (t) => {
    await using database = await testDatabase()
    for (const [id, name] of [
      ['ana', 'Ana'],
      ['ben', 'Ben'],
    ] as const)
      await addPerson(database, { id, name, slug: id, roles: ['editor'] })
    const key = await makeKey(database, { name: 'Daily Mirror', scopes: ['wire'], embargoed: false })
    assert.ok('key' in key)
    const processes = [await startProcess(database.connect), await startProcess(database.connect)] as const
    try {
      const seed = Number(process.env['DATELINE_SEED'] ?? Date.now() % 100_000)
      const chance = randomness(seed)
      const world: World = { stories: [], house: 'Dateline', arranged: new Map() }
      const measured: Measured[] = []
      const openings: number[] = []
      const done: Record<string, number> = {}
      let looks = 0

      for (let n = 0; n < count; n++) {
        const [actor, watcher] = chance() < 0.5 ? processes : (processes.toReversed() as [Started, Started])
        const chosen = choose(n, world, chance)
        const { act, target } = chosen
        const about = aboutOf(chosen, world)
        const lists = listsOf(n, world)
        const wire = `/wire/v1/items?after=0&limit=1`
        const before = [...lists, ...about.filter(({ id }) => id).flatMap((known) => storyLooks(known, world))]
        // So that both have kept all of it as it was.
        const kept = Promise.all([actor, watcher].map(({ get }) => Promise.all(before.map(({ path }) => get(path)))))
        const [{ text }] = await Promise.all([actor.get(wire, { authorization: `Bearer ${key.key}` }), kept])
        const { head } = JSON.parse(text) as { head: number }

        const answer = await actor.act(
          act,
          lists.slice(0, 2).map(({ path }) => path),
        )
        assert.equal(answer.refused, undefined, `${act.do} was refused: ${answer.refused}`)
        done[act.do] = (done[act.do] ?? 0) + 1
        chosen.after(answer)
        const own: Look[] =
          target && act.do !== 'front' && target.is !== 'embargoed'
            ? [searchLook(target), wireLook(target, head, key.key)]
            : []
        const after: Look[] = [...lists, ...about.flatMap((known) => storyLooks(known, world)), ...own]
        const which = (where: string) => `act ${n} (${act.do}), ${where} process, seed ${seed}`
        looks += after.length * 2

        // A house has no verb yet, so nobody promises more of it than of another process.
        const isPromised = act.do !== 'house'
        const [stale, bare] = await Promise.all([
          staleness(watcher, after, answer.at, which('other')),
          watcher.heard(answer.id).then((at) => Math.max(0, at - answer.at)),
          isPromised
            ? seenAtOnce(actor, after, which('acting'), actor.first(answer.id))
            : staleness(actor, after, answer.at, which('acting')),
        ])
        assert.ok(stale <= longest + bare, `${which('other')}: older for ${stale} ms, a bare NOTIFY took ${bare} ms`)
        measured.push({ stale, bare, act: act.do })
        if (target?.is === 'embargoed')
          openings.push(await seeItOpen(target, world, processes, n, `embargo of act ${n}, seed ${seed}`))
      }

      const late = measured.filter(({ stale, bare }) => stale > window + bare)
      const said =
        `${count} acts (${Object.entries(done)
          .map(([what, times]) => `${what} ${times}`)
          .join(', ')}), ` +
        `${looks} looks, seed ${seed}: in the acting process nothing older; in the other one something older for ` +
        `${shares(measured.map(({ stale }) => stale))} after COMMIT, beside ${shares(measured.map(({ bare }) => bare))} ` +
        `of a bare NOTIFY; ${count - late.length} of ${count} within ${window} ms of that; ${openings.length} embargoes opened ` +
        `in both on the first request after their moment (sent up to ${Math.max(0, ...openings)} ms after it)`
      t.diagnostic(said)
      assert.ok(late.length <= count * (1 - most), `${late.length} acts were late: ${said}`)
    } finally {
      await Promise.all(processes.map((one) => one.stop()))
    }
  },
)

/** For how long something older was served after an act, and how long a bare NOTIFY took beside it, in milliseconds. */
type Measured = { stale: number; bare: number; act: string }

/** The lists that are looked at after an act; those by turns come first, and so are asked for first in their turn. */
function listsOf(turn: number, world: World): Look[] {
  const now = Date.now()
  const [always, others] = [alwaysSeen(now), seenByTurns(now)]
  const some = Array.from(
    { length: byTurns },
    (_, at) => others[(Math.floor(turn / inARow) * byTurns + at) % others.length]!,
  )
  const first = always[turn % always.length]!
  return [first, ...some, ...always.filter((one) => one !== first)].map((list) => listLook(list, world))
}

/** The story of an act, and those whose pages name it. */
function aboutOf({ target }: Chosen, { stories }: World): Known[] {
  if (!target) return []
  return [target, ...stories.filter(({ related }) => related.includes(target.id)).slice(-3)]
}

/** The first answer to each request after the acknowledgement is right already. */
async function seenAtOnce(actor: Started, looks: readonly Look[], which: string, first?: Promise<readonly Read[]>) {
  const reads = await Promise.all(looks.map(({ path, headers }) => actor.get(path, headers)))
  const faults = [...((await first) ?? []), ...reads].flatMap(
    (read) => looks.find(({ path }) => path === read.path)?.judge(read) ?? [],
  )
  assert.deepEqual([...new Set(faults)].slice(0, 10), [], which)
}

/** How long after a moment the last request was sent that was answered with something older; 0 when none was. */
async function staleness({ get }: Started, looks: readonly Look[], since: number, which: string): Promise<number> {
  const each = looks.map(async ({ path, headers, judge }) => {
    for (let stale = 0; ; await sleep(2)) {
      const read = await get(path, headers)
      const faults = judge(read)
      if (faults.length === 0) return stale
      stale = Math.max(0, read.sent - since)
      assert.ok(stale <= 5 * longest, `${which}: ${faults.join(', ')}`)
    }
  })
  return Math.max(...(await Promise.all(each)))
}

/** Both processes keep that it is not there; the first request after the moment finds it, and none before. */
async function seeItOpen(
  known: Known,
  world: World,
  processes: readonly Started[],
  turn: number,
  which: string,
): Promise<number> {
  const { until = 0, path } = known
  const looks = [...listsOf(turn, world), ...storyLooks(known, world)]
  for (let now = Date.now(); now < until - 20; now = Date.now())
    for (const { get } of processes) {
      const [page, front] = await Promise.all([get(path), get('/')])
      if (Date.now() >= until) break
      assert.equal(page.status, 404, 'it was there before its moment')
      assert.doesNotMatch(front.text, new RegExp(headlineOf(known)), 'it was on the front before its moment')
      await sleep(20)
    }
  while (Date.now() < until) await sleep(1)
  known.is = 'public'
  const sent = Date.now()
  await Promise.all(processes.map((one) => seenAtOnce(one, looks, which)))
  return sent - until
}

/** The middle, 95 and 99 of 100, and the most of some times in milliseconds. */
function shares(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return `${at(0.5)} ms in the middle, ${at(0.95)} in 95 of 100, ${at(0.99)} in 99, ${at(1)} at most`
}

/** Mulberry32: the same numbers for the same seed. */
function randomness(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { story } from '../../test/build.ts'
import { codes, on, type TestNewsroom, testNewsroom } from '../../test/newsroom.ts'
import { epoch, momentAt } from '../story/moment.ts'
import { entriesAfter, journalHead } from '../store/entries.ts'
import { correct } from './correct.ts'
import { kill } from './kill.ts'
import { publish } from './publish.ts'
import { refile } from './refile.ts'
import { releaseDue } from './release-due.ts'
import { update } from './update.ts'

const runs = process.env['DATELINE_LONG'] === '1' ? 500 : 25

type Step =
  | { do: 'file'; embargo: number | undefined }
  | { do: 'publish' | 'refile' | 'kill'; story: number }
  | { do: 'update' | 'correct'; story: number; embargo: number | undefined }
  | { do: 'later'; seconds: number }
  | { do: 'release' }

/** What the model knows of a story: what the public sees from when, what is under embargo until when, whether it is dead. */
type Known = { id: string; state: 'never' | 'out' | 'killed'; embargo?: number; draftEmbargo?: number; public?: number }

const which = fc.nat({ max: 3 })
const embargo = fc.option(fc.integer({ min: -50, max: 400 }), { nil: undefined })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('file' as const), embargo }),
  fc.record({
    do: fc.constantFrom('publish' as const, 'publish' as const, 'refile' as const, 'kill' as const),
    story: which,
  }),
  fc.record({ do: fc.constantFrom('update' as const, 'correct' as const), story: which, embargo }),
  fc.record({ do: fc.constant('later' as const), seconds: fc.integer({ min: 1, max: 200 }) }),
  fc.constant({ do: 'release' as const }),
)

test(`whatever a newsroom does, the journal tells it as it was (${runs} days)`, async () => {
  await using room = await testNewsroom()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), (steps) => day(room, steps)),
    { numRuns: runs },
  )
})

async function day(room: TestNewsroom, steps: readonly Step[]): Promise<void> {
  const stories: Known[] = []
  const expected: string[] = []
  const start = await journalHead(room.database)
  const now = (): number => epoch(room.clock())
  let words = 0

  for (const one of steps) {
    if (one.do === 'later') room.later(one.seconds)
    else if (one.do === 'release') {
      for (const known of stories) settle(known)
      await releaseDue(room, room.database)
    } else if (one.do === 'file') {
      const draft = draftWith(one.embargo)
      const { id } = await room.filed(draft)
      stories.push({ id, state: 'never', ...(draft.embargo && { draftEmbargo: epoch(draft.embargo.until) }) })
    } else {
      const known = stories[one.story % Math.max(1, stories.length)]
      if (known) await act(known, one)
    }
  }

  const entries = await entriesAfter(room.database, start, { limit: 1_000_000 })
  assert.deepEqual(
    entries.map(({ number }) => number),
    entries.map((_, at) => start + at + 1),
  )
  const order = (lines: string[]) => Map.groupBy(lines, (line) => line.split(' ')[0])
  // What an earlier day left under embargo may be released in this one.
  const own = entries.filter((entry) => stories.some(({ id }) => id === entry.story))
  const told = own.map(({ story, what, embargoedUntil }) => `${story} ${what}${embargoedUntil ? ' secret' : ''}`)
  assert.deepEqual(order(told), order(expected))
  for (const { id } of stories) {
    const versions = entries.filter(({ story }) => story === id).map(({ version }) => version)
    assert.deepEqual(
      versions,
      versions.toSorted((a, b) => a - b),
    )
  }
  for (const known of stories) await face(known)

  async function act(known: Known, one: Exclude<Step, { do: 'file' | 'later' | 'release' }>): Promise<void> {
    const base = on(await room.now(known.id))
    const draft = 'embargo' in one ? draftWith(one.embargo) : undefined
    const corrections = [{ wrong: 'Wrong.', right: 'Right.' }]
    const outcome =
      one.do === 'publish'
        ? await publish(room, base)
        : one.do === 'update'
          ? await update(room, { ...base, ...(draft && { draft }) })
          : one.do === 'correct'
            ? await correct(room, { ...base, ...(draft && { draft }), corrections })
            : one.do === 'refile'
              ? await refile(room, base)
              : await kill(room, { ...base, notice: 'Gone.' })
    const [refused] = codes(outcome)
    assert.equal(refused, whyNot(known, one.do), one.do)
    if (refused) return
    settle(known)
    if (one.do === 'kill') {
      if (known.state === 'out') expected.push(`${known.id} killed${known.embargo && !known.public ? ' secret' : ''}`)
      known.state = 'killed'
      delete known.embargo
      delete known.public
      return
    }
    if (draft) {
      delete known.draftEmbargo
      if (draft.embargo) known.draftEmbargo = epoch(draft.embargo.until)
    }
    const what = { publish: 'published', update: 'updated', correct: 'corrected', refile: 'refiled' }[one.do]
    const until = known.draftEmbargo && known.draftEmbargo > now() ? known.draftEmbargo : undefined
    expected.push(`${known.id} ${what}${until || known.embargo ? ' secret' : ''}`)
    if (!until && known.embargo) expected.push(`${known.id} released`)
    delete known.embargo
    if (until) known.embargo = until
    else known.public ??= now()
    known.state = 'out'
  }

  /** An embargo whose moment has come is lifted before anything else is done. */
  function settle(known: Known): void {
    if (!known.embargo || known.embargo > now()) return
    expected.push(`${known.id} released`)
    known.public ??= known.embargo
    delete known.embargo
  }

  /** Public doors show exactly what the model says the public has. */
  async function face({ id, embargo, public: since }: Known): Promise<void> {
    const [row] = await room.database.sql<{ public_from: string | null; found: boolean }[]>`
      select public_from, exists (select from search where story = id) as found from story where id = ${id}`
    const from = since ?? embargo
    assert.equal(row?.public_from && Date.parse(row.public_from), from ?? null)
    assert.equal(row?.found, from !== undefined)
  }

  function draftWith(embargo: number | undefined) {
    const draft = story('STORY').saying(`Words ${++words}.`)
    return embargo === undefined ? draft : draft.embargoedUntil(momentAt(now() + embargo * 1000, 'UTC'))
  }
}

function whyNot({ state }: Known, verb: string): string | undefined {
  if (state === 'killed') return 'story.killed'
  if (verb === 'publish') return state === 'out' ? 'story.already-published' : undefined
  if (verb === 'kill') return undefined
  return state === 'never' ? 'story.not-published' : undefined
}

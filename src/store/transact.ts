import { log } from '../log.ts'
import { type Entry } from '../story/entry.ts'
import { type Addresses, addressesIn } from './addresses.ts'
import { type CorrectionLog, correctionsIn } from './corrections.ts'
import { type Database, type Query } from './database.ts'
import { type Events, eventsIn } from './events.ts'
import { forgetPages } from './forget.ts'
import { type Fronts, frontsIn } from './fronts.ts'
import { type Journal, journalIn } from './journal.ts'
import { kinOf } from './kin.ts'
import { namesIn, type Named } from './people.ts'
import { type Raws, rawsIn } from './raw.ts'
import { type Releases, releasesIn } from './releases.ts'
import { Sent } from './sent.ts'
import { type Shown, shownIn } from './shown.ts'
import { type Sources, sourcesIn } from './sources.ts'
import { type Stories, storiesIn } from './stories.ts'

/**
 * Everything that can change what the agency has said. What answers with nothing is sent and not waited for: its fault comes
 * out at the end of the act, of which then nothing is kept. Only `transact` hands it out, and only the newsroom
 * asks.
 */
export type Writers = {
  stories: Stories
  addresses: Addresses
  shown: Shown
  releases: Releases
  sources: Sources
  raws: Raws
  log: CorrectionLog
  fronts: Fronts
  events: Events
  journal: Journal
  /**
   * Has every process forget, at COMMIT, the pages that show these keys and all that name none: for acts after which pages
   * look otherwise though nothing goes out, such as a front arranged by hand. Without keys, all pages.
   */
  forgetPages(keys?: readonly string[]): void
  /** Whether somebody of this id is on the staff. */
  onStaff(person: string): Promise<boolean>
  /** Everybody of the house with every name; read once an act. */
  staff(): Promise<readonly Named[]>
}

/**
 * Runs an act in one transaction: all of it is kept or nothing. Answers when it is on disk, with the journal entries it
 * made. The act may be run again when another transaction got in its way, so it must do nothing outside of it.
 */
export type Transact = <T>(act: (writers: Writers) => Promise<T>) => Promise<{ result: T; entries: readonly Entry[] }>

/**
 * Told of what went out, of the stories whose pages name those (`kinOf`, asked for together with COMMIT), and of the keys of
 * pages to be forgotten besides (none named: all pages).
 */
export type Committed = (
  entries: readonly Entry[],
  kin: Promise<readonly string[]>,
  forgotten?: readonly string[],
) => void | Promise<void>

/**
 * `committed` is called after an act is on disk and before it is acknowledged, and is waited for: this process must serve
 * nothing older from then on.
 */
export function transact(database: Database, committed?: Committed): Transact {
  return async (act) => {
    for (let attempt = 1; ; attempt++) {
      const sent = new Sent()
      try {
        const done = await database.transaction(async (sql, behind) => {
          const writers = writersIn(sql, sent, attempt)
          const result = await act(writers)
          // Both counters are taken last, and in this order, so that they are held as briefly as can be.
          writers.events.number()
          const entries = writers.journal.number()
          sent.send(entries)
          const stories = writers.journal.stories()
          const kin = committed && stories.length ? quiet(behind((after) => kinOf({ sql: after }, stories))) : none
          return { result, entries, kin, forgotten: writers.forgotten() }
        })
        const entries = await done.entries
        if (committed) await tell(committed, entries, done.kin, done.forgotten)
        return { result: done.result, entries }
      } catch (error) {
        const reason = sent.reason(error)
        if (attempt >= 5 || !inTheWay.has((reason as { code?: string }).code ?? '')) throw reason
      }
    }
  }
}

const none: Promise<readonly string[]> = Promise.resolve([])

/** It is on disk: whatever goes wrong in the telling, the act is done. */
async function tell(
  committed: Committed,
  entries: readonly Entry[],
  kin: Promise<readonly string[]>,
  forgotten: readonly string[] | undefined,
): Promise<void> {
  if (!entries.length && !forgotten) return
  try {
    await committed(entries, kin, forgotten)
  } catch (error) {
    log.error('What went out could not be told to this process.', { error })
  }
}

/** Serialization failure, deadlock, and two that made the same row at once: the second try sees the first one's row. */
const inTheWay = new Set(['40001', '40P01', '23505'])

type Ending = {
  events: { number(): void }
  journal: { stories(): string[]; number(): Promise<Entry[]> }
  forgotten(): readonly string[] | undefined
}

function writersIn(sql: Query, sent: Sent, attempt: number): Writers & Ending {
  let forgotten: readonly string[] | undefined
  let staff: Promise<readonly Named[]> | undefined
  return {
    forgotten: () => forgotten,
    forgetPages(keys = []) {
      forgotten = forgotten?.length === 0 || keys.length === 0 ? [] : [...(forgotten ?? []), ...keys]
      sent.send(forgetPages(sql, keys))
    },
    stories: storiesIn(sql, sent),
    addresses: addressesIn(sql, sent, attempt === 1),
    shown: shownIn(sql, sent),
    releases: releasesIn(sql, sent),
    sources: sourcesIn(sql),
    raws: rawsIn(sql),
    log: correctionsIn(sql, sent),
    fronts: frontsIn(sql),
    events: eventsIn(sql, sent),
    journal: journalIn(sql),
    staff: () => (staff ??= quiet(namesIn(sql))),
    onStaff: async (person) => (await sql`select from person where id = ${person} and left_at is null`).length > 0,
  }
}

/** Whoever asked may have no need of the answer any more. */
function quiet<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => {})
  return answer
}

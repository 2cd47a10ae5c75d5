import { type Copy } from '../story/copy.ts'
import { type Override } from '../story/judge.ts'
import { epoch, isMoment, type Moment } from '../story/moment.ts'
import { problem } from '../story/problem.ts'
import { mostEntries, type Running, withEntry } from '../story/running.ts'
import { fieldsThatDiffer } from './difference.ts'
import { type Act, actOnWords, type Floor, mayAct, refused } from './floor.ts'
import { goOut } from './go-out.ts'
import { type Newsroom, type Outcome } from './newsroom.ts'

/** What an entry says. `at` is now when left out; given, it lies after the entry before and not in the future. */
export type NewEntry = { headline?: string; copy: Copy; key?: boolean; at?: Moment }

/** What is done to a running story: an entry more, its close, or both; `reopen` lets a closed one run on. */
export type AddEntry = Act & {
  entry?: NewEntry
  close?: boolean
  reopen?: boolean
  overrides?: readonly Override[]
}

/**
 * A published story gets an entry and goes out with it, in one act; its first entry makes it a running story. Words that
 * were edited since and are not out yet keep it in: nothing half-written slips out beside an entry.
 */
export function addEntry(
  newsroom: Newsroom,
  { entry, close, reopen, overrides = [], ...base }: AddEntry,
): Promise<Outcome> {
  return actOnWords(newsroom, base, async (floor) => {
    const { story, out } = floor
    if (story.publication.is !== 'published' || !out) return refused(problem('story.not-published', 'publication'))
    const unfit = mayAct(floor, ['none', 'filed', 'claimed', 'ready'])
    if (unfit.length) return refused(...unfit)
    if (fieldsThatDiffer(out, story).length) return refused(problem('story.edits-waiting', 'copy'))
    const running = grown(floor, { ...(entry && { entry }), ...(reopen && { reopen }) })
    if ('refused' in running) return running
    const draft = { ...out, running: close ? { ...running, is: 'closed' as const, at: floor.at } : running }
    return await goOut(floor, { what: 'updated', draft, overrides })
  })
}

/**
 * The same for whoever adds and had no version before his eyes: entries of several people do not hinder each other, so
 * what somebody else added meanwhile only means trying again.
 */
export async function addEntryToNewest(
  newsroom: Newsroom,
  add: AddEntry,
  versionNow: () => Promise<number | undefined>,
): Promise<Outcome> {
  let outcome = await addEntry(newsroom, add)
  for (let tries = 0; tries < mostTries && isOutdated(outcome); tries++) {
    const basedOn = await versionNow()
    if (basedOn === undefined) break
    outcome = await addEntry(newsroom, { ...add, basedOn })
  }
  return outcome
}

/** Each try that fails means that somebody else's did not: so many have to add at once before one is sent away. */
const mostTries = 100

function isOutdated(outcome: Outcome): boolean {
  return 'refused' in outcome && outcome.refused.some(({ code }) => code === 'story.outdated')
}

function grown(
  { out, at: now }: Floor,
  { entry, reopen }: { entry?: NewEntry; reopen?: boolean },
): Running | Extract<Outcome, { refused: unknown }> {
  const running = out?.running
  if (!entry && !running) return refused(problem('running.not-running', 'running'))
  if (entry && running?.is === 'closed' && !reopen) return refused(problem('running.closed', 'running'))
  const open = running && { is: 'live' as const, entries: running.entries, given: running.given }
  if (!entry) return reopen && open ? open : running!
  if (open && open.entries.length >= mostEntries)
    return refused(problem('running.full', 'running.entries', { limit: String(mostEntries) }))
  const last = open?.entries.at(-1)?.at
  const { at = last && epoch(last) > epoch(now) ? last : now, ...said } = entry
  if (!isMoment(at)) return refused(problem('story.moment.shape', 'entry.at', { moment: at.local }))
  if (entry.at && (epoch(at) > epoch(now) || (last && epoch(last) > epoch(at))))
    return refused(problem('running.moment', 'entry.at', { at: at.local }))
  return withEntry(open, { ...said, at })
}

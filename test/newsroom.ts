import { type House, plainHouse } from '../src/config/house.ts'
import { contentJudge, type Judge } from '../src/story/judge.ts'
import { type Entry } from '../src/story/entry.ts'
import { epoch, type Moment, momentAt } from '../src/story/moment.ts'
import { type Problem } from '../src/story/problem.ts'
import { type Draft, type Story } from '../src/story/story.ts'
import { file } from '../src/newsroom/file.ts'
import { type Newsroom, type Outcome } from '../src/newsroom/newsroom.ts'
import { publish } from '../src/newsroom/publish.ts'
import { type Database } from '../src/store/database.ts'
import { storyById } from '../src/store/lookup.ts'
import { addPerson } from '../src/store/people.ts'
import { transact } from '../src/store/transact.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** A newsroom over a real database, with Ana and Ben on the staff and a clock that stands still until it is moved. */
export type TestNewsroom = Newsroom &
  Desk &
  AsyncDisposable & {
    database: TestDatabase
    went: Entry[]
    /** Sets the clock on, by seconds. */
    later(seconds: number): void
    at(moment: Moment): void
  }

export type Desk = {
  filed(draft: Draft, by?: string): Promise<Story>
  published(draft: Draft, by?: string): Promise<Story>
  /** The story as it stands now. */
  now(story: { id: string } | string): Promise<Story>
}

export async function testNewsroom(own: { judge?: Judge; house?: House } = {}): Promise<TestNewsroom> {
  const database = await testDatabase()
  const went: Entry[] = []
  let ms = Date.parse('2026-11-25T10:00:00Z')
  let ids = 0
  await staffed(database)
  const newsroom: Newsroom = {
    transact: transact(database, (entries) => void went.push(...entries)),
    clock: () => momentAt(ms, 'UTC'),
    newId: () => `story-${++ids}`,
    judge: own.judge ?? contentJudge,
    house: () => own.house ?? plainHouse,
  }
  return {
    ...newsroom,
    ...desk(newsroom, database),
    database,
    went,
    later: (seconds) => void (ms += seconds * 1000),
    at: (moment) => void (ms = epoch(moment)),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

/** Takes Ana and Ben on. */
export async function staffed(database: Database): Promise<void> {
  for (const name of ['Ana', 'Ben'])
    await addPerson(database, { id: name.toLowerCase(), name, slug: name.toLowerCase(), roles: ['editor'] })
}

/** How tests have copy filed and published in few words. */
export function desk(newsroom: Newsroom, database: Database): Desk {
  const now: Desk['now'] = async (story) => {
    const found = await storyById(database, typeof story === 'string' ? story : story.id)
    if (!found) throw new Error('there is no such story')
    return found
  }
  const filed: Desk['filed'] = async (draft, by = 'ana') => now(done(await file(newsroom, { draft, by })).story)
  return {
    now,
    filed,
    async published(draft, by = 'ana') {
      const { id, version } = await filed(draft, by)
      return await now(done(await publish(newsroom, { story: id, basedOn: version, by })).story)
    },
  }
}

/** What an act did; a refusal fails the test with its reasons. */
export function done(outcome: Outcome | undefined): { story: string; version: number; entry?: number } {
  if (outcome && 'done' in outcome) return outcome.done
  throw new Error(`refused: ${JSON.stringify(outcome?.refused ?? 'nothing happened')}`)
}

/** The codes for which an act was refused; none when it was done. */
export function codes(outcome: Outcome | undefined): Problem['code'][] {
  return outcome && 'refused' in outcome ? outcome.refused.map(({ code }) => code) : []
}

/** An act's story and base. */
export function on({ id, version }: Story, by = 'ana'): { story: string; basedOn: number; by: string } {
  return { story: id, basedOn: version, by }
}

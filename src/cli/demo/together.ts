import { type Ground } from '../../ground.ts'
import { type Newsroom } from '../../newsroom/newsroom.ts'
import { type Prepared } from './prepare.ts'

/**
 * Several acts in one transaction, side by side and each as if it were alone: a first start has no time for every COMMIT, nor
 * for waiting for each answer of the database. They may not need one another; journal and desk hear of them in their order.
 */
export async function together<T>(
  { newsroom }: Ground,
  acts: readonly Prepared[],
  work: (newsroom: Newsroom, act: Prepared) => Promise<T>,
): Promise<T[]> {
  const { result } = await newsroom.transact(async (writers) => {
    const staff = onceFor(() => writers.staff())
    const onStaff = onceFor((person) => writers.onStaff(person))
    const done = await Promise.allSettled(
      acts.map(async (one) => {
        const entries: Parameters<typeof writers.journal.append>[0][] = []
        const events: Parameters<typeof writers.events.append>[0][] = []
        const own = {
          ...writers,
          staff: () => staff(''),
          onStaff,
          journal: { append: (entry: (typeof entries)[number]) => void entries.push(entry) },
          events: { append: (event: (typeof events)[number]) => void events.push(event) },
        }
        const alone: Newsroom = {
          ...newsroom,
          clock: () => one.at,
          transact: async (act) => ({ result: await act(own), entries: [] }),
        }
        return { result: await work(alone, one), entries, events }
      }),
    )
    return done.map((one) => {
      if (one.status === 'rejected') throw one.reason
      for (const entry of one.value.entries) writers.journal.append(entry)
      for (const event of one.value.events) writers.events.append(event)
      return one.value.result
    })
  })
  return result
}

/** Stories in the order in which they are handed in, those that name another of them after it. */
export function wavesOf(acts: readonly Prepared[]): Prepared[][] {
  const waves: Prepared[][] = []
  const waveOf = new Map<string, number>()
  for (const one of acts) {
    const { slug, translationOf, related = [] } = one.story.head
    if (waveOf.has(slug)) continue
    const wave = Math.max(0, ...[translationOf ?? '', ...related].map((name) => (waveOf.get(name) ?? -1) + 1))
    waveOf.set(slug, wave)
    ;(waves[wave] ??= []).push(one)
  }
  return waves
}

/** Asks for each key once, and answers with the same promise afterwards. */
export function onceFor<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>()
  return (key) => asked.get(key) ?? asked.set(key, ask(key)).get(key)!
}

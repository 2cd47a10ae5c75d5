import { filings } from './lists.ts'
import { type Act, type Done, type Filing, type Known, type World, headlineOf } from './model.ts'

/** An act, the stories that it is about, and what is known when it is done. */
export type Chosen = { act: Act; target?: Known; after(done: Done): void }

/** How often each act is done, of a hundred. */
const often = { publish: 22, embargo: 7, update: 16, refile: 10, correct: 11, kill: 12, move: 9, house: 4, front: 9 }

/** Chooses the next act. The first few publish, since there must be something to act on. */
export function choose(n: number, world: World, chance: () => number): Chosen {
  const pick: Pick = (list) => list[Math.floor(chance() * list.length)]!
  const filing = (): Filing => ({
    section: pick(filings.section),
    place: pick(filings.place),
    person: pick(filings.person),
    topic: pick(filings.topic),
  })
  const open = world.stories.filter(({ is }) => is === 'public')
  const what = open.length < 3 ? 'publish' : drawn(chance() * 100)
  if (what === 'publish' || what === 'embargo')
    return publishing(n, world, filing(), open.length ? [pick(open).id] : [], what === 'embargo')
  if (what === 'house') {
    const name = `House ${n}`
    return { act: { do: 'house', name }, after: () => void (world.house = name) }
  }
  const target = pick(open)
  return { target, ...ways[what]({ n, world, target, pick }) }
}

type Pick = <T>(list: readonly T[]) => T
type On = { n: number; world: World; target: Known; pick: Pick }

/** What may be done to a story that is public. */
const ways = {
  update: (on: On) => rewriting('update', on, { news: on.n }),
  correct: (on: On) => rewriting('correct', on, { corrected: [...on.target.corrected, on.n] }),
  move: (on: On) => rewriting('update', on, { news: on.n, slug: `moved-${on.n}` }),
  /** Under other lists, and with the same words: what is wrong then is only where it stands. */
  refile: (on: On) => rewriting('update', on, { news: on.n, filing: otherThan(on.target.filing, on.pick) }, 0),
  kill({ n, target }: On): Omit<Chosen, 'target'> {
    const { id: story, version } = target
    const after = (done: Done) => void Object.assign(target, { is: 'killed', version: done.version, news: n })
    return { act: { do: 'kill', story, version }, after }
  },
  front({ world, target, pick }: On): Omit<Chosen, 'target'> {
    const section = pick(['', '', target.filing.section])
    const basedOn = world.arranged.get(section)?.number ?? 0
    return {
      act: { do: 'front', section, lead: target.id, basedOn },
      after: () => void world.arranged.set(section, { lead: target, number: basedOn + 1 }),
    }
  },
}

function rewriting(how: 'update' | 'correct', { target }: On, more: Partial<Known>, words = 1): Omit<Chosen, 'target'> {
  const { id: story, version } = target
  const next = { ...target, ...more, revision: target.revision + words, related: [] }
  return {
    act: { do: how, story, version, headline: headlineOf(next), slug: next.slug, filing: next.filing },
    after({ version, path }) {
      const former = path === target.path ? target.former : [...target.former, target.path]
      Object.assign(target, next, { version, path, former })
    },
  }
}

function publishing(n: number, { stories }: World, filing: Filing, related: string[], secret: boolean): Chosen {
  const number = stories.length
  const slug = `story-${number}`
  const until = secret ? { until: Date.now() + 500, is: 'embargoed' as const } : { is: 'public' as const }
  const made = { n: number, revision: 0, slug, related, filing, news: n, corrected: [], former: [], ...until }
  const target: Known = { ...made, id: '', version: 0, path: '' }
  const embargo = target.until === undefined ? {} : { embargo: target.until }
  return {
    act: { do: 'publish', headline: headlineOf(target), slug, related, filing, ...embargo },
    target,
    after: ({ story: id, version, path }) => void stories.push(Object.assign(target, { id, version, path })),
  }
}

/** In the other section, and everything else as it falls. */
function otherThan({ section }: Filing, pick: Pick): Filing {
  return {
    section: pick(filings.section.filter((one) => one !== section)),
    place: pick(filings.place),
    person: pick(filings.person),
    topic: pick(filings.topic),
  }
}

function drawn(dice: number): keyof typeof often {
  let below = 0
  for (const [what, times] of Object.entries(often) as [keyof typeof often, number][])
    if (dice < (below += times)) return what
  return 'publish'
}

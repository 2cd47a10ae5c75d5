import { epoch, momentAt } from '../../story/moment.ts'
import { type Act, type DemoStory } from './content.ts'

const day = 86_400_000

/**
 * When an act of a story is done, in milliseconds, for a first start at `start`: `ago` before it, `in` after it, and with
 * `at` at that hour of the day, by the clock of the house. What is older than a week and is no story of a weekend is moved to
 * the Friday before one, a translation with its original, so that weekends are quiet whenever the agency starts.
 */
export function timesOf(
  stories: readonly DemoStory[],
  start: number,
  zone: string,
): (story: DemoStory, act: Act) => number {
  const bySlug = new Map(stories.map((one) => [one.head.slug, one]))
  return ({ head }, act) => {
    if (!act.ago) return act.do === 'hold' || act.do === 'embargo' ? start : start + duration(act.in ?? '0m')
    const original = bySlug.get(head.translationOf ?? '')?.head ?? head
    return moment(act, start - earlier(original, start, zone) * day, zone)
  }
}

/** `2d 3h 20m` in milliseconds. */
export function duration(text: string): number {
  const units: Record<string, number> = { d: day, h: 3_600_000, m: 60_000 }
  return [...text.matchAll(/(\d+)\s*([dhm])/g)].reduce(
    (sum, [, size, unit]) => sum + Number(size) * (units[unit ?? ''] ?? 0),
    0,
  )
}

function moment({ ago = '', at }: Act, start: number, zone: string): number {
  const ms = start - duration(ago)
  return at ? epoch({ ...momentAt(ms, zone), local: `${momentAt(ms, zone).local.slice(0, 10)}T${at}` }) : ms
}

/** By how many days a story is moved. */
function earlier({ acts: [first], weekend }: DemoStory['head'], start: number, zone: string): number {
  if (!first?.ago || weekend || duration(first.ago) < 7 * day) return 0
  const weekday = new Date(`${momentAt(moment(first, start, zone), zone).local.slice(0, 10)}Z`).getUTCDay()
  return weekday === 6 ? 1 : weekday === 0 ? 2 : 0
}

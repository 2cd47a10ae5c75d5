import { type Topic, everyTopic, labelOf, topicOf } from './topics.ts'

/** What somebody means by a code or an English name: the one topic, or the names that are nearest to it (at most five). */
export type Meant = { topic: Topic } | { near: readonly Topic[] }

/** The topic by a code that `topicOf` knows, or by its name in British or American English, whatever the capitals. */
export function topicMeant(typed: string): Meant {
  const coded = topicOf(typed.trim())
  if (coded) return { topic: coded }
  const wanted = plain(typed)
  const current = everyTopic().filter(({ retired }) => !retired)
  const exact = current.find((topic) => namesOf(topic).includes(wanted))
  if (exact) return { topic: exact }
  const near = current
    .map((topic) => ({ topic, likeness: Math.max(...namesOf(topic).map((name) => likeness(wanted, name))) }))
    .filter((one) => one.likeness > 0.4)
    .toSorted((one, other) => other.likeness - one.likeness)
  return { near: near.slice(0, 5).map(({ topic }) => topic) }
}

function namesOf(topic: Topic): string[] {
  return [...new Set(['en-GB', 'en-US'].map((variant) => plain(labelOf(topic, variant).text)))]
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ').slice(0, 100)
}

/** From 0 to 1: the pairs of letters that two names share; a whole word of the one in the other counts for half at least. */
function likeness(one: string, other: string): number {
  const [ours, theirs] = [pairs(one), pairs(other)]
  const shared = ours.filter((pair) => theirs.includes(pair)).length
  const dice = (2 * shared) / Math.max(1, ours.length + theirs.length)
  return one.length > 2 && other.split(/[^\p{L}\p{N}]+/u).includes(one) ? Math.max(0.5, dice) + dice / 2 : dice
}

function pairs(text: string): string[] {
  return [...new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))]
}

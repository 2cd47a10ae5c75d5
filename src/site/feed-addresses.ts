import { uriOf } from '../story/address.ts'
import { type StandsIn } from '../store/views/feeds-of.ts'
import { type Topic, above, topicOf } from '../topics/topics.ts'
import { type About } from './layout.ts'
import { chosenPath, editionOf, feedNames, personFeedPath, topicFeedPath } from './routes.ts'

/** Every feed in which a story stands: the house's, its sections', its topics' and the broader ones', its people's. */
export function feedAddresses(
  { language, sections, codes, people }: StandsIn,
  about: Pick<About, 'base' | 'house'>,
): string[] {
  const { base, house } = about
  const edition = editionOf(house, language)
  const known = sections.filter((section) => house.sections.some(({ slug }) => slug === section))
  const named = codes.flatMap((code) => topicOf(code) ?? [])
  const topics = new Map<string, Topic>(named.flatMap((one) => [one, ...above(one)]).map((one) => [one.number, one]))
  const paths = feedNames.flatMap((feed) => [
    chosenPath({ edition, feed }, house),
    ...known.map((section) => chosenPath({ edition, section, feed }, house)),
    ...[...topics.values()].map((topic) => topicFeedPath(topic, edition, house, feed)),
    ...people.map((slug) => personFeedPath(slug, feed)),
  ])
  return paths.map((path) => uriOf(base + path))
}

import { storyAddress, uriOf } from '../story/address.ts'
import { type Moment } from '../story/moment.ts'
import { type Publisher } from './format.ts'

/** The address of a story's page as feeds, sitemaps and wire print it: absolute, other scripts percent-encoded. */
export function pageAddress(
  story: { firstPublished: Moment; slug: string },
  about: Pick<Publisher, 'base' | 'zone'>,
): string {
  return uriOf(storyAddress(about.base, story, about.zone))
}

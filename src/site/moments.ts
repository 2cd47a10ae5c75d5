import { type Moment, epoch } from '../story/moment.ts'

/** When a story last carried more news or was mended: the later of the two, or its publication. */
export function lastChange(story: { firstPublished: Moment; updated?: Moment; corrected?: Moment }): Moment {
  const moments = [story.firstPublished, story.updated, story.corrected].filter((moment) => moment !== undefined)
  return moments.reduce((latest, moment) => (epoch(moment) > epoch(latest) ? moment : latest))
}

import { slugOf } from '../src/story/address.ts'
import { type Moment } from '../src/story/moment.ts'
import { type Source } from '../src/story/source.ts'
import { type Draft, emptyDraft } from '../src/story/story.ts'
import { directionOf, plain } from '../src/story/text.ts'

/** A draft, and words to go on with: `story('QUAKE-CHILE').by('Ana').saying('Two dead.')`. Each word makes another draft. */
export type Building = Draft & Words

type Words = {
  headed(headline: string): Building
  by(...names: readonly string[]): Building
  saying(...paragraphs: readonly string[]): Building
  from(place: string, zone?: string): Building
  in(...sections: readonly string[]): Building
  written(language: string): Building
  embargoedUntil(until: Moment): Building
  printedAt(published: Moment, updated?: Moment): Building
  sentBy(provider: string, source?: Partial<Source>): Building
  with(fields: Partial<Draft>): Building
}

/** A story of which only its slug is known; the headline is made of it. */
export function story(slug: string): Building {
  const words = slug.replaceAll('-', ' ').toLowerCase()
  const headline = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
  return build({ ...emptyDraft('en', 'ltr'), slug: slugOf(slug), headline, copy: paragraphs(['It happened.']) })
}

/** A moment in a zone: `moment('2026-11-25 14:00', 'Europe/Vienna')`. */
export function moment(clock: string, zone = 'UTC'): Moment {
  return { local: clock.replace(' ', 'T'), zone, zoneFrom: 'house' }
}

function build(draft: Draft): Building {
  return Object.assign(Object.create(words) as Words, draft)
}

const words: Words & ThisType<Building> = {
  headed(headline) {
    return build({ ...this, headline })
  },
  by(...names) {
    const people = names.map((name) => ({ name, person: name.toLowerCase() }))
    return build({ ...this, byline: [`By ${names.join(' and ')}`], credits: [{ role: 'byline', people }] })
  },
  saying(...lines) {
    return build({ ...this, copy: paragraphs(lines) })
  },
  from(name, zone) {
    return build({ ...this, dateline: { places: [{ name, ...(zone && { zone }) }] } })
  },
  in(...sections) {
    return build({ ...this, sections })
  },
  written(language) {
    return build({ ...this, language, direction: directionOf(language) })
  },
  embargoedUntil(until) {
    return build({ ...this, embargo: { until } })
  },
  printedAt(published, updated) {
    return build({ ...this, printed: { published, ...(updated && { updated }) } })
  },
  sentBy(provider, source = {}) {
    return build({ ...this, source: { provider, format: 'test', ...source } })
  },
  with(fields) {
    return build({ ...this, ...fields })
  },
}

function paragraphs(lines: readonly string[]): Draft['copy'] {
  return lines.map((line) => ({ is: 'paragraph', text: plain(line) }))
}

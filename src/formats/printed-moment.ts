import { type Moment, isMoment } from '../story/moment.ts'
import { lexicon } from './copy/lexicon/lexicon.ts'
import { momentIn } from './copy/moment/moments.ts'

/**
 * A moment from a field that is known to hold one: ISO 8601, RFC 5322, or as a page prints it in any language that the
 * copy reader knows (`Tue Jan 1, 2008 6:44pm EST`). Where no zone stands with it, `zone` is taken as the house's.
 */
export function printedMoment(
  text: string,
  { language = 'en', zone }: { language?: string; zone?: string },
): Moment | undefined {
  const trimmed = text.trim()
  const iso = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(trimmed)
  const found = iso
    ? trimmed.replace(/^(.{10}) /, '$1T').replace(' ', '')
    : momentIn(trimmed.replace(military, '$1:$2 $3'), lexicon(language))?.iso
  if (!found) return undefined
  const offset = /(?:Z|[+-]\d{2}:?\d{2})$/.exec(found.slice(10))?.[0]
  const moment: Moment = offset
    ? { local: found, zone: zoneNamed(trimmed) ?? (offset === 'Z' ? 'UTC' : offset), zoneFrom: 'printed' }
    : { local: found, zone: zone ?? 'UTC', zoneFrom: 'house' }
  return isMoment(moment) ? moment : undefined
}

/** The place whose clock a printed name means; names that several parts of the world use for themselves are left out. */
function zoneNamed(text: string): string | undefined {
  const name = text.match(/\b[A-Z]{2,4}\b/g)?.find((one) => Object.hasOwn(zones, one))
  return name && zones[name]
}

/** `0900 GMT`: a clock without a colon counts only with its zone. */
const military = /\b([01]\d|2[0-3])([0-5]\d) ([A-Z]{2,4})\b/

const zones: Record<string, string> = {
  ...{ GMT: 'UTC', UTC: 'UTC', UT: 'UTC' },
  ...{ EST: 'America/New_York', EDT: 'America/New_York', ET: 'America/New_York' },
  ...{ CST: 'America/Chicago', CDT: 'America/Chicago', CT: 'America/Chicago' },
  ...{ MST: 'America/Denver', MDT: 'America/Denver', MT: 'America/Denver' },
  ...{ PST: 'America/Los_Angeles', PDT: 'America/Los_Angeles', PT: 'America/Los_Angeles' },
  ...{ BST: 'Europe/London', MSK: 'Europe/Moscow', JST: 'Asia/Tokyo', KST: 'Asia/Seoul', HKT: 'Asia/Hong_Kong' },
}

import { type Block, type Copy } from '../story/copy.ts'
import { hasClock, instant } from '../story/moment.ts'
import { newestFirst, type RunningEntry } from '../story/running.ts'
import { type Story } from '../story/story.ts'
import { type Mark, plain } from '../story/text.ts'
import { wordsFor } from '../words/words.ts'

/**
 * The copy of a story with the entries of a running one behind it, the newest first: each under a subhead with its moment,
 * a link to its anchor where `page` is the address of the story, and its headline.
 */
export function wholeCopy(story: Pick<Story, 'copy' | 'running' | 'language'>, page?: string): Copy {
  return [
    ...story.copy,
    ...newestFirst(story).flatMap((entry) => [subhead(entry, story.language, page), ...entry.copy]),
  ]
}

function subhead({ at, anchor, headline }: RunningEntry, language: string, page?: string): Block {
  const marks: Mark[] = page ? [{ is: 'link', href: `${page}#${anchor}` }] : []
  const moment = clock(language, at.zone, hasClock(at)).format(new Date(instant(at)))
  return {
    is: 'subhead',
    level: 2,
    text: [{ text: moment, ...(marks.length ? { marks } : {}) }, ...plain(headline ? ` ${headline}` : '')],
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** `24 November 2026 at 14:38 CET`. Making a formatter costs a hundred times its use, so each is kept. */
function clock(language: string, timeZone: string, withClock: boolean): Intl.DateTimeFormat {
  const { locale } = wordsFor(language)
  const key = `${locale} ${timeZone} ${withClock}`
  const day = { year: 'numeric', month: 'long', day: 'numeric' } as const
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const
  const made = clocks.get(key) ?? new Intl.DateTimeFormat(locale, { ...day, ...(withClock ? time : {}), timeZone })
  if (clocks.size > 1000) clocks.clear()
  clocks.set(key, made)
  return made
}

import { newsItems } from '../formats/ninjs/write.ts'

export type Format = keyof typeof newsItems

export const formats = Object.keys(newsItems) as readonly Format[]

/** What a request asks for. `after` is a journal number, `wait` milliseconds. */
export type Ask = { after: number; limit: number; format: Format; archived: boolean; wait: number }

/** How many items one answer holds, unless asked otherwise and at most; and how long a poll may wait, in seconds. */
export const fewItems = 50
export const mostItems = 500
export const longestWait = 60

/** Reads the query of a request; answers the sentence that says what is wrong with it. */
export function askOf(query: (name: string) => string | undefined, lastEventId?: string): Ask | { wrong: string } {
  const wrong: string[] = []
  const whole = (name: string, text: string | undefined, standard: number, most = Number.MAX_SAFE_INTEGER) => {
    if (text === undefined || text === '') return standard
    const number = Number(text)
    if (/^\d{1,15}$/.test(text) && number <= most) return number
    wrong.push(
      `${name} is ${JSON.stringify(text.slice(0, 40))} and must be a whole number${most < 1e9 ? ` up to ${most}` : ''}.`,
    )
    return standard
  }
  const after = whole(lastEventId ? 'Last-Event-ID' : 'after', lastEventId || query('after'), 0)
  const limit = whole('limit', query('limit'), fewItems, mostItems)
  const wait = whole('wait', query('wait'), 0, longestWait)
  const format = query('format') || 'ninjs-3.1'
  if (!isFormat(format)) wrong.push(`format must be one of ${formats.join(', ')}.`)
  const archived = query('archived') ?? '0'
  if (!['0', '1'].includes(archived)) wrong.push('archived must be 0 or 1.')
  if (limit === 0) wrong.push('limit must be at least 1.')
  if (wrong.length) return { wrong: wrong.join(' ') }
  return { after, limit, format: format as Format, archived: archived === '1', wait: wait * 1000 }
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(newsItems, name)
}

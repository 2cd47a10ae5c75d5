import { type Moment, isMoment } from '../../story/moment.ts'

/** A record as the collection names its fields, entities resolved and controls taken out. */
export type WireRecord = {
  number: string
  type?: string
  date: string
  lists: Readonly<Record<ListName, readonly string[]>>
  /** The lines of the wire's own header: priority, category, slug and count. */
  header: readonly string[]
  title?: string
  author?: string
  dateline?: string
  /** The text with its line ends: the body, or all of it where nothing was marked. */
  text: string
}

export const listNames = ['TOPICS', 'PLACES', 'PEOPLE', 'ORGS', 'EXCHANGES', 'COMPANIES'] as const
export type ListName = (typeof listNames)[number]

export function recordOf(sgml: string): WireRecord {
  const attributes = sgml.slice(0, sgml.indexOf('>'))
  const textStart = sgml.indexOf('<TEXT')
  const head = textStart < 0 ? sgml : sgml.slice(0, textStart)
  const text = textStart < 0 ? '' : sgml.slice(sgml.indexOf('>', textStart) + 1, sgml.lastIndexOf('</TEXT>'))
  const type =
    textStart < 0 ? undefined : /TYPE="([^"]*)"/.exec(sgml.slice(textStart, sgml.indexOf('>', textStart)))?.[1]
  const title = inside(text, 'TITLE')
  const author = inside(text, 'AUTHOR')
  const dateline = inside(text, 'DATELINE')
  const body = inside(text, 'BODY')
  return {
    number: /NEWID="(\d+)"/.exec(attributes)?.[1] ?? '',
    ...(type ? { type } : {}),
    date: plain(inside(head, 'DATE') ?? '').trim(),
    lists: Object.fromEntries(listNames.map((name) => [name, listed(inside(head, name) ?? '')])) as Record<
      ListName,
      string[]
    >,
    header: lines(inside(head, 'UNKNOWN') ?? ''),
    ...(title === undefined ? {} : { title: oneLine(title) }),
    ...(author === undefined ? {} : { author: oneLine(author) }),
    ...(dateline === undefined ? {} : { dateline: oneLine(dateline) }),
    text: plain(body ?? (title === undefined ? text : text.slice(text.indexOf('</TITLE>') + 8))),
  }
}

/** `26-FEB-1987 15:01:01.79`: the clock of New York, as README.md shows. A clock that cannot be is left out. */
export function momentOf(date: string): Moment | undefined {
  const found = /^(\d{1,2})-([A-Z]{3})-(\d{4})(?:\s+(\d{1,3}):(\d\d):(\d\d)(?:\.\d+)?)?/.exec(date)
  const month = found ? months.indexOf(found[2] ?? '') + 1 : 0
  if (!found || month === 0) return undefined
  const two = (text: string | number) => String(text).padStart(2, '0')
  const day = `${found[3]}-${two(month)}-${two(found[1] ?? '')}`
  const zoned = { zone: 'America/New_York', zoneFrom: 'source' } as const
  const clocked = { local: `${day}T${two(found[4] ?? '')}:${found[5]}:${found[6]}`, ...zoned }
  if (found[4] !== undefined && Number(found[4]) < 24 && isMoment(clocked)) return clocked
  return isMoment({ local: day, ...zoned }) ? { local: day, ...zoned } : undefined
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

function inside(text: string, name: string): string | undefined {
  const from = text.indexOf(`<${name}>`)
  if (from < 0) return undefined
  const to = text.indexOf(`</${name}>`, from)
  return text.slice(from + name.length + 2, to < 0 ? text.length : to)
}

function listed(list: string): string[] {
  return [...list.matchAll(/<D>(.*?)<\/D>/gs)].map((found) => plain(found[1] ?? '').trim()).filter(Boolean)
}

function lines(text: string): string[] {
  return plain(text).split('\n').map(oneLine).filter(Boolean)
}

function oneLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim()
}

/** References resolved once; controls, written as references or as they are, taken out. */
function plain(text: string): string {
  return text
    .replace(/&(?:#(\d+)|lt|gt|amp|quot);/g, (whole, code: string | undefined) =>
      code === undefined ? (named[whole] ?? whole) : controls(Number(code)),
    )
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
}

function controls(code: number): string {
  return code === 9 || code === 10 || (code >= 32 && code < 127) || code >= 160 ? String.fromCodePoint(code) : ' '
}

const named: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' }

/**
 * A point in time as a newsroom prints it: what the clock on the wall said, in which zone, and how the zone is known.
 * `local` is ISO 8601: a date (`2008-04-07`), or a date with a clock (`2008-04-07T11:21:00`), with its offset where that is
 * known (`2026-11-24T14:31:00+01:00`), which settles the hour that autumn repeats. `zone` is an IANA name
 * (`Asia/Tehran`), or an offset (`-05:00`) when nothing more was printed. Two moments are compared by `instant`.
 */
export type Moment = { local: string; zone: string; zoneFrom: ZoneFrom }

/** How the zone of a moment is known, from the best evidence to the weakest. */
export type ZoneFrom = 'printed' | 'source' | 'dateline' | 'house'

export const zoneSources = ['printed', 'source', 'dateline', 'house'] as const satisfies readonly ZoneFrom[]

/** The instant of a moment as ISO 8601 in UTC with milliseconds; a date without a clock stands for its first minute. */
export function instant(moment: Moment): string {
  return new Date(epoch(moment)).toISOString()
}

/** The instant in milliseconds since 1970, for sorting and for ages. Throws `RangeError` when `local` is no moment. */
export function epoch({ local, zone }: Moment): number {
  const memory = zones.get(zone)?.epochs
  const known = memory?.get(local)
  if (known !== undefined) return known
  const ms = epochOf(local, zone)
  if (memory && memory.size >= most) memory.clear()
  memory?.set(local, ms)
  return ms
}

function epochOf(local: string, zone: string): number {
  const plain = settled.test(local) ? Date.parse(local) : Number.NaN
  if (!Number.isNaN(plain)) return plain
  const parts = pattern.exec(local)
  if (!parts) throw new RangeError(`not a moment: ${local}`)
  const asUtc = Date.parse(`${parts[1]}T${parts[2] ?? '00:00'}${parts[3] ?? ':00'}${(parts[4] ?? '').slice(0, 4)}Z`)
  // 30 February would pass as 2 March.
  if (Number.isNaN(asUtc) || new Date(asUtc).getUTCDate() !== Number(local.slice(8, 10)))
    throw new RangeError(`not a moment: ${local}`)
  if (parts[5]) return asUtc - minutesOf(parts[5]) * 60_000
  // The offset depends on the instant we look for: try the one of the day before and of the day after. In the hour
  // that autumn repeats the first is taken; in the one that spring leaves out, the clock is read as if it had gone on.
  const before = offsetAt(asUtc - 86_400_000, zone)
  const after = offsetAt(asUtc + 86_400_000, zone)
  const found = [before, after].find((offset) => offsetAt(asUtc - offset * 60_000, zone) === offset)
  return asUtc - (found ?? before) * 60_000
}

/** The moment at which an instant (ISO text or milliseconds) falls in a zone, with its offset written out. */
export function momentAt(at: string | number, zone: string, zoneFrom: ZoneFrom = 'house'): Moment {
  const ms = typeof at === 'number' ? at : Date.parse(at)
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${at}`)
  return { local: localAt(ms, zone), zone, zoneFrom }
}

function localAt(ms: number, zone: string): string {
  const { locals } = zoneOf(zone)
  let local = locals.get(ms)
  if (local === undefined) {
    const offset = offsetAt(ms, zone)
    const wall = new Date(ms + offset * 60_000).toISOString()
    local = wall.slice(0, ms % 1000 ? 23 : 19) + offsetText(offset)
    if (locals.size >= most) locals.clear()
    locals.set(ms, local)
  }
  return local
}

/** A moment as ISO 8601 with its offset, as `<time datetime>`, JSON-LD and feeds print it; a date stays a date. */
export function isoOf(moment: Moment): string {
  if (!hasClock(moment)) return moment.local
  return localAt(epoch(moment), moment.zone)
}

/** The calendar day (`2026-11-24`) of a moment, in its own zone or in another. */
export function dayOf(moment: Moment, zone?: string): string {
  return (zone && hasClock(moment) ? localAt(epoch(moment), zone) : moment.local).slice(0, 10)
}

/** Whether a clock was printed, and not only a date. */
export function hasClock({ local }: Moment): boolean {
  return local.includes('T')
}

/** Whether `local` can be read and `zone` is known to this machine. */
export function isMoment({ local, zone }: Moment): boolean {
  try {
    epoch({ local, zone, zoneFrom: 'house' })
    return isZone(zone)
  } catch {
    return false
  }
}

/** Whether a name is an IANA zone (or an offset such as `+05:30`) that this machine knows. */
export function isZone(zone: string): boolean {
  try {
    zoneOf(zone)
    return true
  } catch {
    return false
  }
}

/** What has its offset, on a day that every month has, means the same to everybody. */
const settled = /^\d{4}-\d{2}-(?:0[1-9]|1\d|2[0-8])T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/
const pattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** Minutes east of Greenwich in a zone at an instant. What holds for a whole quarter of an hour is remembered. */
function offsetAt(ms: number, name: string): number {
  const zone = zoneOf(name)
  if (zone.fixed !== undefined) return zone.fixed
  const from = Math.floor(ms / quarter) * quarter
  let offset = zone.offsets.get(from)
  if (offset === undefined) {
    const [first, last] = [readOffset(from, zone), readOffset(from + quarter - 1, zone)]
    offset = first === last ? first : Number.NaN // the clocks are changed within it
    if (zone.offsets.size >= 20_000) zone.offsets.clear()
    zone.offsets.set(from, offset)
  }
  return Number.isNaN(offset) ? readOffset(ms, zone) : offset
}

const quarter = 900_000

function readOffset(ms: number, { clock }: Zone): number {
  const [date, time] = clock.format(ms).split(' ') as [string, string]
  return Math.round((Date.parse(`${date}T${time}Z`) - Math.floor(ms / 1000) * 1000) / 60_000)
}

function minutesOf(offset: string): number {
  if (offset === 'Z') return 0
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))
  return offset.startsWith('-') ? -minutes : minutes
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** A zone with what was reckoned in it: pages and feeds say the same few moments again and again. */
type Zone = {
  clock: Intl.DateTimeFormat
  fixed?: number
  offsets: Map<number, number>
  epochs: Map<string, number>
  locals: Map<number, string>
}

/** How much a zone remembers of each: a few hundred kilobytes. */
const most = 4000

const zones = new Map<string, Zone>()

/** Making a formatter costs a hundred times its use, so each zone keeps its own. Swedish prints ISO order. */
function zoneOf(name: string): Zone {
  let zone = zones.get(name)
  if (!zone) {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' })
    const memory = { offsets: new Map(), epochs: new Map(), locals: new Map() }
    zone = { clock, ...memory, ...(/^[+-]\d{2}:\d{2}$/.test(name) ? { fixed: minutesOf(name) } : {}) }
    zones.set(name, zone)
  }
  return zone
}

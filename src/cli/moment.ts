import { type Moment, isMoment, isZone } from '../story/moment.ts'
import { UsageError } from './command.ts'

/**
 * A moment as one types it: `2026-11-25T08:00`, in the zone given or with its own in brackets
 * (`2026-11-25T08:00[Asia/Tokyo]`), or with an offset (`…+09:00`, `…Z`). Throws `UsageError`.
 */
export function toMoment(text: string, zone: string, flag: string): Moment {
  const [, local = '', own] = /^(.+?)(?:\[([^\]]+)\])?$/.exec(text.trim().replace(' ', 'T')) ?? []
  if (own && !isZone(own)) throw new UsageError(`${flag}: “${own}” is no time zone; write one as in Europe/Vienna.`)
  const moment: Moment = { local, zone: own ?? zone, zoneFrom: own ? 'printed' : 'house' }
  if (!isMoment(moment) || !local.includes('T'))
    throw new UsageError(
      `${flag}: “${text}” is no moment; write 2026-11-25T08:00, with [Asia/Tokyo] behind it for another zone.`,
    )
  return moment
}

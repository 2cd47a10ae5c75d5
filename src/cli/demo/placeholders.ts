import { epoch, momentAt, type Moment } from '../../story/moment.ts'

/**
 * Fills `{{date:MMM D}}`, `{{weekday:-1}}`, `{{clock:-40m}}` in demonstration copy from the moment of an act, in the
 * words of the story's language, so that the demonstration always looks as if it came in today. The grammar stands in
 * demo/README.md. Throws `Error` naming a placeholder it does not know.
 */
export function fill(text: string, at: Moment, language: string): string {
  return text.replaceAll(/\{\{([^}]*)\}\}/g, (whole, inside: string) => {
    const [, name = '', rest = ''] = /^(date|weekday|clock)((?::.*)?)$/.exec(inside) ?? []
    const parts = rest.split(':').slice(1)
    const offset = /^[+-]\d+[hm]?$/.test(parts.at(-1) ?? '') ? (parts.pop() ?? '') : ''
    const wall = wallClock(at, offset)
    if (name === 'date' && parts.length) return figures(date(parts.join(':'), wall, language), language)
    if (name === 'weekday' && !parts.length) return word(wall, language, { weekday: 'long' })
    if (name === 'clock' && !parts.length) return figures(clock(wall), language)
    throw new Error(`unknown placeholder ${whole}`)
  })
}

/** The local wall clock, as a `Date` whose UTC fields are read. */
function wallClock(at: Moment, offset: string): Date {
  const [, size = '0', unit = ''] = /^([+-]\d+)([hm]?)$/.exec(offset) ?? []
  const ms = Number(size) * (unit === 'm' ? 60_000 : unit === 'h' ? 3_600_000 : 86_400_000)
  return new Date(`${momentAt(epoch(at) + ms, at.zone).local.slice(0, 19)}Z`)
}

function date(format: string, wall: Date, language: string): string {
  return format.replaceAll(/YYYY|MMMM|MMM|M|D/g, (token) => {
    switch (token) {
      case 'YYYY':
        return String(wall.getUTCFullYear())
      case 'MMMM':
        return word(wall, language, { month: 'long' })
      case 'MMM':
        return word(wall, language, { month: 'short' })
      case 'M':
        return String(wall.getUTCMonth() + 1)
      default:
        return String(wall.getUTCDate())
    }
  })
}

function word(wall: Date, language: string, what: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...what, timeZone: 'UTC' }).format(wall)
}

/** Persian copy is written with its own figures. */
function figures(text: string, language: string): string {
  return language === 'fa' ? text.replaceAll(/\d/g, (figure) => '۰۱۲۳۴۵۶۷۸۹'[Number(figure)] ?? figure) : text
}

/** A newsroom says 14:30, not 14:33. */
function clock(wall: Date): string {
  return new Date(Math.floor(wall.getTime() / 300_000) * 300_000).toISOString().slice(11, 16)
}

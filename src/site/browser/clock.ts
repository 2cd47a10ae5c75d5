const minute = 60_000

/** How far the reader's clock may part from the one that nobody sets, and how long an answer may take: milliseconds. */
const most = 3000

/** What two clocks showed when `performance.now()`, which nobody sets, stood at naught; and when the house was asked. */
type Found = { house: number; reader: number; asked: number }

/** What a page hands to the next: when it was left by the reader's clock, by how much that lags, when the house was asked. */
type Note = { left: number; lag: number; asked: number }

const begun = Date.now()
let handed = read()
let found: Found | undefined
let tried = -minute

/**
 * The instant by the house's clock; nothing while that is not known, or once the reader's clock has been set, or his device
 * has slept, since it was found.
 */
export function houseNow(): number | undefined {
  const since = performance.now()
  if (found && Math.abs(Date.now() - since - found.reader) > most) found = undefined
  return found && found.house + since
}

/**
 * Finds what the house's clock says, and says whether it did. The clock of a device may be wrong by years, and a page may have
 * lain in a cache for a day: so the house is asked, by a HEAD of this script, once an hour while one page leads to the next, and
 * at most once a minute when it does not answer. `Date` counts whole seconds and has travelled, so the answer is a little
 * behind, never ahead.
 */
export async function findClock(script: string): Promise<boolean> {
  const sent = performance.now()
  const reader = Date.now() - sent
  const note = handed
  handed = undefined
  if (note && Math.abs(begun - note.left) < 3 * most && Date.now() + note.lag - note.asked < 60 * minute) {
    found = { house: reader + note.lag, reader, asked: note.asked }
  } else if (sent - tried >= minute) {
    tried = sent
    try {
      const { headers } = await fetch(script, { method: 'HEAD', cache: 'no-store' })
      const [date, lain] = [headers.get('Date'), headers.get('Age')] // a cache in front says how long it has lain there
      const asked = Date.parse(date ?? '') + Number(lain ?? 0) * 1000
      const come = performance.now()
      if (asked && come - sent < most) found = { house: asked - come, reader, asked }
    } catch {
      // Nobody answers.
    }
  }
  if (houseNow() === undefined) return false
  tried = -minute
  handOn()
  addEventListener('pagehide', handOn)
  return true
}

function handOn(): void {
  try {
    if (houseNow() === undefined || !found) return sessionStorage.removeItem('clock')
    const note: Note = { left: Date.now(), lag: found.house - found.reader, asked: found.asked }
    sessionStorage.setItem('clock', JSON.stringify(note))
  } catch {
    // A browser that forbids storage asks again on the next page.
  }
}

function read(): Note | undefined {
  try {
    return JSON.parse(sessionStorage.getItem('clock') ?? '') as Note
  } catch {
    return undefined
  }
}

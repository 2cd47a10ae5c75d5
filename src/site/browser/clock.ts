const hour = 3_600_000

/** By how much the reader's clock may be trusted to lag behind the house's: found once an hour, and kept for the tab. */
type Found = { at: number; lag: number }

/**
 * Milliseconds to add to the reader's clock to have the house's. The clock of a device may be wrong by years, and a page may
 * have lain in a cache for a day: so the house is asked for the time once, by a HEAD of this script. `Date` counts whole
 * seconds and has travelled, so the answer is a little behind, never ahead. Nothing when nobody answers.
 */
export async function lagOfClock(script: string): Promise<number | undefined> {
  const kept = read()
  if (kept && Date.now() >= kept.at && Date.now() - kept.at < hour) return kept.lag
  try {
    const { headers } = await fetch(script, { method: 'HEAD', cache: 'no-store' })
    const [date, lain] = [headers.get('Date'), headers.get('Age')] // a cache in front says how long it has lain there
    const lag = Date.parse(date ?? '') + Number(lain ?? 0) * 1000 - Date.now()
    if (Number.isNaN(lag)) return undefined
    keep({ at: Date.now(), lag })
    return lag
  } catch {
    return undefined
  }
}

function read(): Found | undefined {
  try {
    return JSON.parse(sessionStorage.getItem('clock') ?? '') as Found
  } catch {
    return undefined
  }
}

/** A browser that forbids storage asks again on the next page. */
function keep(found: Found): void {
  try {
    sessionStorage.setItem('clock', JSON.stringify(found))
  } catch {
    // as said
  }
}

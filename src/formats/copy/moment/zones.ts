/** Minutes east of Greenwich of the zone names that agencies print in capitals. Names of two zones mean the one wires use most. */
export const zoneNames: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{
      GMT: 0,
      UTC: 0,
      UT: 0,
      WET: 0,
      BST: 60,
      IST: 330,
      CET: 60,
      CEST: 120,
      MEZ: 60,
      MESZ: 120,
      EET: 120,
      EEST: 180,
      MSK: 180,
    },
    ...{
      EST: -300,
      EDT: -240,
      CST: -360,
      CDT: -300,
      MST: -420,
      MDT: -360,
      PST: -480,
      PDT: -420,
      AKST: -540,
      AKDT: -480,
      HST: -600,
    },
    ...{ AST: -240, ADT: -180, NST: -210, BRT: -180, ART: -180, CLT: -240, COT: -300, PET: -300, VET: -240 },
    ...{
      JST: 540,
      KST: 540,
      HKT: 480,
      SGT: 480,
      PHT: 480,
      AWST: 480,
      ACST: 570,
      AEST: 600,
      AEDT: 660,
      NZST: 720,
      NZDT: 780,
    },
    ...{
      WIB: 420,
      ICT: 420,
      PKT: 300,
      IRST: 210,
      GST: 240,
      TRT: 180,
      WAT: 60,
      CAT: 120,
      SAST: 120,
      EAT: 180,
      NPT: 345,
    },
  }),
)

/** Names that follow summer time, with a place whose clock they mean. */
export const zonePlaces: ReadonlyMap<string, string> = new Map(
  Object.entries({ ET: 'America/New_York', CT: 'America/Chicago', MT: 'America/Denver', PT: 'America/Los_Angeles' }),
)

/** The offset in minutes of a place at a local date and time. */
export function offsetOf(place: string, local: string): number {
  const at = Date.parse(`${local}Z`)
  if (Number.isNaN(at)) return 0
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: place, dateStyle: 'short', timeStyle: 'medium' }).format(
    at,
  )
  return Math.round((Date.parse(`${clock.replace(' ', 'T')}Z`) - at) / 60_000)
}

/** `+05:30` for 330. */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`
}

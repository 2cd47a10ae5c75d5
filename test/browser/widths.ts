/** Whether the full counts were asked for: `npm run test:long`. */
export const long = process.env['DATELINE_LONG'] === '1'

/** One width inside each of the five ranges. */
export const fiveWidths = [390, 820, 1040, 1280, 1680]

/** The widths at which pages are looked at: phone and desk, in the long form one of each range. */
export const widths = long ? fiveWidths : [390, 1280]

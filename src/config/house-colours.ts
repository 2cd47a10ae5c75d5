import { type House } from './house.ts'

/** The paper that pages are printed on (`site/css/tokens.css`), by day and by night. */
const papers = { day: '#ffffff', night: '#121416' } as const

/** Contrast that small text needs (WCAG 2.2, 1.4.3). */
const least = 4.5

/** The accent of a house by day and by night; one that could not be read on its paper is a complaint. */
export function coloursOf(value: Readonly<Record<string, unknown>>, wrong: string[]): NonNullable<House['colours']> {
  const pair: { day?: string; night?: string } = {}
  for (const [time, colour] of Object.entries(value)) {
    if (time !== 'day' && time !== 'night')
      wrong.push(`colours.${time}: nobody knows this colour; one of day (on white), night (on near black)`)
    else if (typeof colour !== 'string' || !/^#[0-9a-f]{6}$/i.test(colour))
      wrong.push(`colours.${time}: must be a colour as in #a3145c`)
    else if (contrast(colour, papers[time]) < least)
      wrong.push(
        `colours.${time}: ${colour} cannot be read on the page (contrast ${contrast(colour, papers[time]).toFixed(1)} to 1, at least ${least}); choose a ${time === 'day' ? 'darker' : 'lighter'} one`,
      )
    else pair[time] = colour
  }
  return pair
}

/** How far two colours (`#rrggbb`) stand apart: 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

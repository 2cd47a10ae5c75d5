import { type House } from '../config/house.ts'
import { type Answer, plainHeaders } from '../web/respond.ts'
import { colourOf } from './stylesheet.ts'

/**
 * The sign of the house for the tab of a browser: the first letter of its mark on its colour, by day and by night. It needs
 * no file of the house and no font of ours.
 */
export function iconAnswer({ mark, name, languages, colours }: House): Answer {
  const [{ segment } = { segment: '' }] = new Intl.Segmenter(languages[0]).segment(mark || name)
  const letter = escape(segment.toLocaleUpperCase(languages[0]))
  const [day, night] = [colourOf(colours?.day, '#a3145c'), colourOf(colours?.night, '#f590b8')]
  const body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>rect{fill:${day}}text{fill:#fff}@media(prefers-color-scheme:dark){rect{fill:${night}}text{fill:#121416}}</style><rect width="32" height="32"/><text x="16" y="24" font-family="Charter,Cambria,Georgia,serif" font-size="24" font-weight="700" text-anchor="middle">${letter}</text></svg>`
  return { body, type: 'image/svg+xml', headers: { ...plainHeaders, 'Cache-Control': 'public, max-age=86400' } }
}

function escape(text: string): string {
  return text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

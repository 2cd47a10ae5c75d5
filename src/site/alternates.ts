import { uriOf } from '../story/address.ts'
import { type Html, html } from '../web/html.ts'
import { type About } from './layout.ts'

/** The same page in each language of the house, for machines; nothing when there is one language. `path` says where. */
export function alternates({ house, base }: About, path: (edition: string) => string): Html | '' {
  if (house.languages.length < 2) return ''
  return html`${house.languages.map((edition) => html`<link rel="alternate" hreflang="${edition}" href="${uriOf(base + path(edition))}">\n`)}`
}

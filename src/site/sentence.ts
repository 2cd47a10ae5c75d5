import { type Html, type Part, html } from '../web/html.ts'

/** A sentence with braces, its values put in as markup: `filled('By {people}', { people })`. What has no value leaves nothing. */
export function filled(sentence: string, values: Readonly<Record<string, Part>>): Html {
  return html`${sentence.split(/\{(\w+)\}/).map((part, at) => (at % 2 ? values[part] : part))}`
}

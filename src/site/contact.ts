import { type Html, html } from '../web/html.ts'
import { isolated } from './language.ts'

/** A sentence with `{contact}` in it; an address of mail becomes a link. */
export function contactLine(sentence: string, contact: string): Html {
  const [before = '', after = ''] = sentence.split('{contact}')
  const link =
    contact.includes('@') && !contact.includes(' ')
      ? html`<a href="mailto:${contact}">${contact}</a>`
      : isolated(contact, 'en', 'en')
  return html`${before}${link}${after}`
}

import { type Said } from '../config/house.ts'
import { type Language, directionOf } from '../story/text.ts'
import { type Html, html, nothing } from '../web/html.ts'

/** `lang` and `dir` for words in another tongue than the page round them; nothing when it is the same. */
export function lang({ language }: { language?: Language | undefined }, page: Language): Html {
  if (!language || language === page || page.startsWith(`${language}-`)) return nothing
  return directionOf(language) === directionOf(page)
    ? html` lang="${language}"`
    : html` lang="${language}" dir="${directionOf(language)}"`
}

/** Words in a line of others, marked where their tongue is not that of the page. */
export function marked(said: Said, page: Language): Html {
  const tongue = lang(said, page)
  return tongue === nothing ? html`${said.text}` : html`<span${tongue}>${said.text}</span>`
}

/** Words that stand among words of another direction, kept from turning each other round. */
export function isolated(text: string, language: Language, page: Language): Html {
  return directionOf(language) === directionOf(page) ? html`${text}` : html`<bdi>${text}</bdi>`
}

/** Markup that may be put into a page as it is. Only the two functions below make it. */
class Markup {
  /** Keeps everything else from passing for markup, whatever its shape. */
  declare private readonly isMarkup: true
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }

  /** Nought when there is nothing to show. */
  get length(): number {
    return this.markup.length
  }

  toString(): string {
    return this.markup
  }
}

export type Html = Markup

/** What may stand in a template: text is escaped, markup is not, lists are joined, nothing leaves nothing. */
export type Part = string | number | Html | undefined | null | false | readonly Part[]

/** Markup from a template; every value in it is escaped unless it is markup already. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  let markup = strings[0] ?? ''
  for (let at = 0; at < values.length; at++) markup += written(values[at]) + strings[at + 1]
  return new Markup(markup)
}

/** Markup from a string that we wrote ourselves; never from anybody's words. */
export function raw(markup: string): Html {
  return new Markup(markup)
}

export const nothing = raw('')

/** A `<script>` of data: what could end it or begin a comment is written as an escape. */
export function jsonScript(type: string, value: unknown): Html {
  const text = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return html`<script type="${type}">
    ${raw(text)}
  </script>`
}

function written(value: Part): string {
  if (typeof value === 'string') return escaped(value)
  if (value instanceof Markup) return value.markup
  if (typeof value === 'number') return String(value)
  if (!value) return ''
  let all = ''
  for (const one of value) all += written(one)
  return all
}

/** Most texts hold nothing to escape, and looking for it is cheaper than replacing nothing. */
function escaped(text: string): string {
  return special.test(text) ? text.replace(everySpecial, (sign) => escapes[sign] ?? '') : text
}

const special = /[&<>"']/
const everySpecial = /[&<>"']/g
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

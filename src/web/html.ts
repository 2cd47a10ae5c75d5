import { html as honoHtml, raw as honoRaw } from 'hono/html'
import { type HtmlEscapedString } from 'hono/utils/html'

/** Markup that may be put into a page as it is. Only the two functions below make it. */
export type Html = HtmlEscapedString

/** What may stand in a template: text is escaped, markup is not, lists are joined, nothing leaves nothing. */
export type Part = string | number | Html | undefined | null | false | readonly Part[]

/** Markup from a template; every value in it is escaped unless it is markup already. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return honoHtml(strings, ...values) as Html // no value is ever a promise, so neither is the answer
}

/** Markup from a string that we wrote ourselves; never from anybody's words. */
export function raw(markup: string): Html {
  return honoRaw(markup)
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

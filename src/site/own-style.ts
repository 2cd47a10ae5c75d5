import { pageHeaders } from '../web/respond.ts'
import { type Styles } from './assets.ts'
import { type Kind } from './stylesheet.ts'

type Made = { styles: Map<string, string>; headers: Map<string, Record<string, string>> }

const made = new WeakMap<Styles, Made>()

/** The style of a kind of page in a language (BCP 47): faces and sizes of other scripts stay at home. */
export function styleFor(all: Styles, kind: Kind, language: string): string {
  const [tongue = ''] = language.toLowerCase().split('-')
  const { styles, headers } = madeOf(all)
  const place = `${kind} ${tongue}`
  const known = styles.get(place)
  if (known !== undefined) return known
  const style = all[kind].replace(forTongues, (rule, tongues: string) =>
    tongues.includes(`lang(${tongue})`) ? rule : '',
  )
  if (styles.size < most) styles.set(place, style)
  if (!headers.has(style)) headers.set(style, pageHeaders([style]))
  return style
}

/** Headers of a page: of all styles only the one that it carries is in force, and only when it is one of ours. */
export function headersFor(all: Styles, page: string): Record<string, string> {
  const begins = page.indexOf('<style>') + '<style>'.length
  const carried = page.slice(begins, page.indexOf('</style>', begins))
  // Looked up as a key it would be hashed whole, for each page anew.
  for (const [style, headers] of madeOf(all).headers)
    if (style.length === carried.length && style === carried) return headers
  return pageHeaders([])
}

/** Rules for the root of a page in some languages, as they stand in a compiled style. */
const forTongues = /:root:((?:is\([^{}]*\)|lang\([\w-]+\)))\{[^{}]*\}/g

/** Somebody may invent languages. There are fewer scripts, so few styles. */
const most = 500

function madeOf(all: Styles): Made {
  const known = made.get(all) ?? { styles: new Map(), headers: new Map() }
  made.set(all, known)
  return known
}

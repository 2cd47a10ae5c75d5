import { sound } from './text.ts'

/** A piece of XML that is already written. */
export type Markup = { readonly xml: string }

/** An attribute or a child that is left out when it is not there. */
type Maybe<T> = T | undefined | false

/**
 * An element of XML: attributes that are not there are left out, text children are escaped, others stand as they are.
 * The text comes back from a parser exactly as it was given, without the characters that XML cannot carry.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, Maybe<string | number>>>,
  ...children: readonly Maybe<string | Markup>[]
): Markup {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined || value === false ? '' : ` ${key}="${escapeXml(String(value))}"`,
  )
  const inside = children
    .map((child) => (typeof child === 'string' ? escapeXml(child) : child ? child.xml : ''))
    .join('')
  return { xml: inside ? `<${name}${written.join('')}>${inside}</${name}>` : `<${name}${written.join('')}/>` }
}

/** A whole document in UTF-8. */
export function xmlDocument(root: Markup): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`)
}

function escapeXml(text: string): string {
  return sound(text).replace(/[&<>"\r]/g, (found) => escapes[found] ?? found)
}

// A parser drops a carriage return unless it is written as a number.
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

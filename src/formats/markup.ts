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
  let start = `<${name}`
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined && value !== false) start += ` ${key}="${escapeXml(String(value))}"`
  }
  let inside = ''
  for (const child of children) inside += typeof child === 'string' ? escapeXml(child) : child ? child.xml : ''
  return { xml: inside ? `${start}>${inside}</${name}>` : `${start}/>` }
}

/** A whole document in UTF-8. */
export function xmlDocument(root: Markup): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`)
}

/** Sign by sign, since whole copy is full of some of them. A parser drops a carriage return unless it is written as a number. */
function escapeXml(text: string): string {
  const whole = sound(text)
  if (!special.test(whole)) return whole
  return whole
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
}

const special = /[&<>"\r]/

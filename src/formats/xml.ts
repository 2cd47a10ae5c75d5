import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlElement,
  XmlLibError,
  type XmlNode,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'
import { type Problem, problem } from '../story/problem.ts'

/** The most bytes that are parsed as one document: 20 MB. Larger files are cut into items first. */
export const xmlLimit = 20_000_000

/** An element of a document that was read: what readers need of it, and nothing of the parser. */
export type XmlPart = {
  name: string
  namespace: string
  /** All text inside, in order. */
  text: string
  attribute(name: string): string | undefined
  /** All attributes; those that declare namespaces are none. */
  attributes(): { name: string; namespace: string; value: string }[]
  /** The elements that an XPath 1.0 expression finds from here. */
  find(xpath: string, namespaces?: Record<string, string>): XmlPart[]
}

/**
 * Reads a document that may be hostile and hands its root to `use`, whose answer it returns; the parts are gone
 * afterwards. Nothing is fetched, no external entity or DTD is loaded, depth and entity growth are bounded. Bytes that
 * are no XML come back as the problem `file.unreadable`, bytes above `limit` as `file.too-large`.
 */
export function readXml<T>(
  bytes: Uint8Array,
  use: (root: XmlPart) => T,
  limit = xmlLimit,
): { value: T } | { problem: Problem } {
  if (bytes.byteLength > limit) {
    return { problem: problem('file.too-large', undefined, { bytes: String(bytes.byteLength), limit: String(limit) }) }
  }
  let document: XmlDocument
  try {
    document = XmlDocument.fromBuffer(bytes, { option: guarded })
  } catch (error) {
    if (error instanceof XmlLibError) return { problem: problem('file.unreadable', undefined, { why: said(error) }) }
    throw error
  }
  try {
    return { value: use(partOf(document.root)) }
  } finally {
    document.dispose()
  }
}

/**
 * The sentences in which a document breaks an XML schema; none when it is valid. `schemas` are the schema and those it
 * imports, by the name they import each other with; the first is the one to validate against.
 */
export function schemaFaults(bytes: Uint8Array, schemas: Readonly<Record<string, Uint8Array>>): string[] {
  const [name = '', schema] = Object.entries(schemas)[0] ?? []
  if (!schema) throw new TypeError('no schema given')
  xmlRegisterInputProvider(new XmlBufferInputProvider({ ...schemas }))
  try {
    using described = XmlDocument.fromBuffer(schema, { url: name })
    using validator = XsdValidator.fromDoc(described)
    using document = XmlDocument.fromBuffer(bytes, { option: guarded })
    validator.validate(document)
    return []
  } catch (error) {
    if (error instanceof XmlLibError)
      return error.details.map((detail) => `line ${detail.line}: ${detail.message.trim()}`)
    throw error
  } finally {
    xmlCleanupInputProvider()
  }
}

const guarded: ParseOption = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NOCDATA

function partOf(element: XmlElement): XmlPart {
  return {
    name: element.name,
    namespace: element.namespaceUri,
    get text() {
      return element.content
    },
    attribute: (name) => element.attr(name)?.value,
    attributes: () => element.attrs.map(({ name, namespaceUri, value }) => ({ name, namespace: namespaceUri, value })),
    find: (xpath, namespaces) => element.find(xpath, namespaces).filter(isElement).map(partOf),
  }
}

function isElement(node: XmlNode): node is XmlElement {
  return node instanceof XmlElement
}

function said(error: XmlLibError): string {
  const [first] = error.details
  return first ? `line ${first.line}: ${first.message.trim()}` : error.message.trim()
}

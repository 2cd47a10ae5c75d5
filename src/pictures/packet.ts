import { escapeHtml as escape } from '../formats/html.ts'
import { isWhere } from './coordinates.ts'
import { type PictureMetadata, type Plain } from './fields.ts'

/**
 * The words that stay with every rendition, as an XMP packet (ISO 16684-1): whose it is and on what terms, what it shows, where
 * and when; neither coordinates nor camera. Nothing when the picture said nothing of that kind.
 */
export function rightsPacket(said: PictureMetadata): string | undefined {
  const inside = [
    ...list('dc:creator', 'Seq', said.creators ?? []),
    ...translated('dc:rights', said.copyright),
    ...translated('dc:description', said.caption?.slice(0, 2000)),
    ...translated('xmpRights:UsageTerms', said.usageTerms),
    ...translated('Iptc4xmpCore:AltTextAccessibility', said.alt),
    ...one('xmpRights:WebStatement', said.rightsPage),
    ...one('photoshop:Credit', said.credit),
    ...one('photoshop:Source', said.source),
    ...one('photoshop:Headline', said.headline),
    ...one('photoshop:Instructions', said.instructions),
    ...one('photoshop:DateCreated', said.date),
    ...one('Iptc4xmpCore:Location', said.sublocation),
    ...one('photoshop:City', said.city),
    ...one('photoshop:State', said.state),
    ...one('photoshop:Country', said.country),
    ...one('Iptc4xmpCore:CountryCode', said.countryCode),
    ...one('Iptc4xmpExt:DigitalSourceType', said.digitalSourceType),
    ...one('plus:DataMining', said.dataMining),
    ...structures('plus:CopyrightOwner', said.others?.['CopyrightOwner']),
    ...structures('plus:Licensor', said.others?.['Licensor']),
  ]
  if (!inside.length) return undefined
  const names = Object.entries(namespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""${names.join('')}>${inside.join('')}</rdf:Description></rdf:RDF></x:xmpmeta>`
}

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
}

function one(name: string, text: string | undefined): string[] {
  return text && !isWhere(text) ? [`<${name}>${escape(text)}</${name}>`] : []
}

function list(name: string, kind: 'Seq' | 'Bag', texts: readonly string[]): string[] {
  const items = texts
    .filter((text) => !isWhere(text))
    .map((text) => `<rdf:li>${escape(text)}</rdf:li>`)
    .join('')
  return items ? [`<${name}><rdf:${kind}>${items}</rdf:${kind}></${name}>`] : []
}

function translated(name: string, text: string | undefined): string[] {
  return text && !isWhere(text)
    ? [`<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt></${name}>`]
    : []
}

/** A list of structures of PLUS, whose fields have names of their own. */
function structures(name: string, value: Plain | undefined): string[] {
  const all = Array.isArray(value) ? (value as readonly Plain[]) : []
  const items = all.flatMap((structure) => {
    const fields = typeof structure === 'object' && !Array.isArray(structure) ? Object.entries(structure) : []
    const inside = fields.flatMap(([field, text]) =>
      typeof text === 'string' && /^\w+$/.test(field) ? one(`plus:${field}`, text) : [],
    )
    return inside.length ? [`<rdf:li rdf:parseType="Resource">${inside.join('')}</rdf:li>`] : []
  })
  return items.length ? [`<${name}><rdf:Seq>${items.join('')}</rdf:Seq></${name}>`] : []
}

import { escapeHtml as escape } from '../formats/html.ts'
import { type XmlPart, readXml } from '../formats/xml.ts'
import { isWhere, namesWhere } from './coordinates.ts'

/**
 * XMP (ISO 16684-1) made anew with what is kept of it: the properties of the standards below, in one packet with those of its
 * second part (`extension`, part 3, 1.1.3.1) when there is one. No maker's properties, no coordinates, nothing that the standards
 * do not know. Nothing when none of it is left, or it cannot be read.
 */
export function silentXmp(packet: Uint8Array, extension?: Uint8Array): string | undefined {
  const inside = [packet, ...(extension ? [extension] : [])].map(descriptionsOf)
  if (!inside[0]) return undefined
  const text = inside.join('')
  if (!text) return undefined
  const names = kept.map(([prefix, uri]) => (prefix === 'xml' ? '' : ` xmlns:${prefix}="${uri}"`)).join('')
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF${names}>${text}</rdf:RDF></x:xmpmeta>`
}

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

const kept: readonly (readonly [prefix: string, uri: string])[] = [
  ['rdf', rdf],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['xmp', 'http://ns.adobe.com/xap/1.0/'],
  ['xmpRights', 'http://ns.adobe.com/xap/1.0/rights/'],
  ['photoshop', 'http://ns.adobe.com/photoshop/1.0/'],
  ['Iptc4xmpCore', 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/'],
  ['Iptc4xmpExt', 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/'],
  ['plus', 'http://ns.useplus.org/ldf/xmp/1.0/'],
  ['tiff', 'http://ns.adobe.com/tiff/1.0/'],
  ['exif', 'http://ns.adobe.com/exif/1.0/'],
]

/** Of the standards that programs write in too, the properties that are kept. */
const ofPrograms: Readonly<Record<string, RegExp>> = {
  xmp: /^(?:CreateDate|ModifyDate|MetadataDate|CreatorTool|Rating|Label|Identifier|Nickname)$/,
  tiff: /^(?:Make|Model|Orientation|[XY]Resolution|ResolutionUnit|Software|DateTime|Artist|Copyright|ImageDescription|Image(?:Width|Length))$/,
  exif: /^(?:DateTime(?:Original|Digitized)|Exposure(?:Time|Program|Mode|BiasValue)|FNumber|ISOSpeedRatings|FocalLength\w*|Flash|Fired|Mode|Return|Function|RedEyeMode|ColorSpace|Pixel[XY]Dimension|ExifVersion|MeteringMode|WhiteBalance|LightSource|(?:Aperture|ShutterSpeed|MaxAperture)Value)$/,
  photoshop:
    /^(?:AuthorsPosition|CaptionWriter|Category|City|Country|Credit|DateCreated|Headline|Instructions|Source|State|SupplementalCategories|TransmissionReference|Urgency|ColorMode|ICCProfile)$/,
}

const prefixes = new Map(kept.map(([prefix, uri]) => [uri, prefix]))

function descriptionsOf(bytes: Uint8Array): string | undefined {
  const end = bytes.findLastIndex((byte) => byte > 0x20) + 1 // some end with a nought
  const read = readXml(bytes.subarray(0, end), (root) =>
    root
      .find('descendant-or-self::r:RDF[not(ancestor::r:RDF)]/r:Description', { r: rdf })
      .map((one) => written(one))
      .join(''),
  )
  return 'value' in read ? read.value : undefined
}

/** An element with what is kept in it; nothing when nothing is. */
function written(part: XmlPart, depth = 0): string {
  const name = nameOf(part)
  if (!name || depth > 20) return ''
  const attributes = part.attributes().filter((one) => {
    const named = nameOf(one)
    return named !== undefined && named !== 'rdf:about' && !isWhere(one.value)
  })
  const said = attributes.map((one) => ` ${nameOf(one)}="${escape(one.value)}"`).join('')
  const about = name === 'rdf:Description' && depth === 0 ? ' rdf:about=""' : ''
  const parts = part.find('*')
  const text = parts.length ? '' : part.text
  if (isWhere(text)) return ''
  const inside = parts.length ? parts.map((one) => written(one, depth + 1)).join('') : escape(text)
  if (!inside && !attributes.some((one) => !/^(?:xml:|rdf:parseType)/.test(nameOf(one) ?? ''))) return ''
  return `<${name}${about}${said}>${inside}</${name}>`
}

function nameOf({ name, namespace }: { name: string; namespace: string }): string | undefined {
  const prefix = prefixes.get(namespace)
  const isKnown = prefix && /^[\w.-]+$/.test(name) && (ofPrograms[prefix]?.test(name) ?? true)
  return !isKnown || (prefix !== 'rdf' && namesWhere(name)) ? undefined : `${prefix}:${name}`
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync, inflateSync } from 'node:zlib'
import reader from 'exifreader'
import fc from 'fast-check'
import sharp from 'sharp'
import { type Image } from '../story/picture.ts'
import { containerOf } from './container.ts'
import { readMetadata } from './metadata.ts'
import { chunk } from './png-words.ts'
import { withoutWhereabouts } from './whereabouts.ts'

/** Where somebody stood: written in every form that is looked for afterwards. */
type Spot = { lat: string; lon: string; degrees: [number, number, number] }

const spots = fc
  .tuple(fc.integer({ min: 31, max: 59 }), fc.integer({ min: 1, max: 9_999_998 }), fc.integer({ min: 61, max: 179 }))
  .map(([lat, part, lon]): Spot => {
    const digits = String(part).padStart(7, '3')
    return { lat: `${lat}.${digits}`, lon: `${lon}.${digits}`, degrees: [lat, part % 60, (part % 5009) + 41] }
  })

const places: Readonly<Record<Image['type'], readonly string[]>> = {
  'image/jpeg': (
    'exif exif-little maker comment description thumbnail xmp extension keyword iim-keyword iim-record irb ' +
    'app1 app4 app11 com mpf behind film jfxx'
  ).split(' '),
  'image/png': 'exif maker xmp xmp-packed raw-exif raw-xmp text text-packed text-description chunk behind'.split(' '),
  'image/webp': 'exif exif-headed maker xmp chunk behind'.split(' '),
}

const makers = [
  ['drone-dji', 'http://www.dji.com/drone-dji/1.0/'],
  ['Camera', 'http://pix4d.com/camera/1.0/'],
  ['exif', 'http://ns.adobe.com/exif/1.0/'],
  ['geo', 'http://www.w3.org/2003/01/geo/wgs84_pos#'],
  ['ps', 'http://ns.adobe.com/photoshop/1.0/'],
  ['mine', 'urn:mine'],
] as const
const names = ['GpsLatitude', 'GPSLatitude', 'gpslongtitude', 'latitude', 'Longitude', 'lat', 'AbsoluteAltitude']

const cases = fc.oneof(
  ...(Object.keys(places) as Image['type'][]).map((type) =>
    fc.record({
      type: fc.constant(type),
      where: fc.subarray([...places[type]], { minLength: 1 }),
      spot: spots,
      maker: fc.constantFrom(...makers),
      name: fc.constantFrom(...names),
    }),
  ),
)

test('wherever and however a picture says where it was taken, what is given out says nothing of it and all else', async () => {
  const plain = await Promise.all(
    (['jpeg', 'png', 'webp'] as const).map((type) =>
      sharp({ create: { width: 40, height: 30, channels: 3, background: '#375' } })
        .toFormat(type)
        .toBuffer(),
    ),
  )
  await fc.assert(
    fc.asyncProperty(cases, async ({ type, where, spot, maker, name }) => {
      const bare = plain[['image/jpeg', 'image/png', 'image/webp'].indexOf(type)]!
      const taken = written(bare, type, { where, spot, maker, name })
      assert.ok(told(taken, spot).length, 'the picture says where')
      const given = Buffer.from((await withoutWhereabouts(taken, type))!)
      assert.deepEqual(told(given, spot), [])
      const { gps, ...read } = reader.load(given, { expanded: true })
      assert.equal(gps, undefined)
      assert.deepEqual(told(Buffer.from(JSON.stringify(read)), spot), [])
      assert.equal(containerOf(given, type)?.end, given.length, 'nothing is behind it')
      assert.ok((await sharp(given).raw().toBuffer()).equals(await sharp(bare).raw().toBuffer()))
      assert.ok(given.includes(pixelsOf(bare, type)), 'pixels as they came')
      if (!where.some((one) => one.startsWith('xmp'))) return
      const { caption, city, date, credit } = await readMetadata(given, type)
      assert.deepEqual([caption, city, date, credit], ['A boat.', 'Ostra', '2026-11-24', 'Halyard'])
    }),
    { numRuns: 250 },
  )
})

/** Forms of a spot that are found in bytes, in what they pack and in what they write as hexadecimal. */
function told(bytes: Buffer, { lat, lon, degrees }: Spot): string[] {
  const packed: Buffer[] = []
  for (let at = bytes.indexOf(0x78); at >= 0; at = bytes.indexOf(0x78, at + 1)) {
    try {
      packed.push(inflateSync(bytes.subarray(at), { maxOutputLength: 1e6 }))
    } catch {} // not packed
  }
  const hex = bytes.toString('latin1').match(/(?:[0-9a-f]{2}[\s]*){16,}/g) ?? []
  const all = [bytes, ...packed, ...hex.map((one) => Buffer.from(one.replaceAll(/\s/g, ''), 'hex'))]
  const forms: [string, Buffer][] = [lat, lon].flatMap((text): [string, Buffer][] => [
    [text, Buffer.from(text.slice(0, -2))],
    [`${text} in UTF-16`, Buffer.from(text, 'utf16le')],
  ])
  forms.push(['rationals', rationals(degrees, false)], ['rationals, little', rationals(degrees, true)])
  return forms.filter(([, form]) => all.some((one) => one.includes(form))).map(([form]) => form)
}

type Asked = { where: readonly string[]; spot: Spot; maker: readonly [string, string]; name: string }

function written(bare: Buffer, type: Image['type'], { where, spot, maker, name }: Asked): Buffer {
  const { lat, lon, degrees } = spot
  const has = (place: string) => where.includes(place)
  const when = (place: string, ...what: Buffer[]) => (has(place) ? what : [])
  const [prefix, uri] = maker
  const gps = (little = false) => tiff({ gps: rationals(degrees, little) }, little)
  const ofMaker = tiff({ tags: [[0x927c, Buffer.from(`MAKER\0lat=${lat},lon=${lon}`)]] })
  const packet = (more: string) =>
    Buffer.from(
      `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:e="http://ns.adobe.com/exif/1.0/" xmlns:${prefix}="${uri}" ${more}</rdf:Description></rdf:RDF></x:xmpmeta><!-- ${lat} --><?xpacket end="w"?>`,
    )
  const words = `photoshop:City="Ostra" photoshop:Credit="Halyard" photoshop:DateCreated="2026-11-24"`
  const caption = '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">A boat.</rdf:li></rdf:Alt></dc:description>'
  const xmp = packet(
    `${words} ${prefix}:${name}="+${lat}" ${prefix}:Odd='${lon},${lat}'>${caption}<${prefix}:${name}2>${lat}</${prefix}:${name}2><dc:subject><rdf:Bag><rdf:li>geo:lat=${lat}</rdf:li><rdf:li>boat</rdf:li></rdf:Bag></dc:subject><Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:City>Ostra</Iptc4xmpExt:City><e:GPSLatitude>${lat}N</e:GPSLatitude><Iptc4xmpExt:LocationId>geo:${lat},${lon}</Iptc4xmpExt:LocationId></rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>`.replace(
      `<${prefix}:${name}2>`,
      `<${prefix}:${name}2 e:GPSLongitude="${lon}">`,
    ),
  )
  const odd = Buffer.from(`Latitude ${lat} Longitude ${lon}`)
  if (type === 'image/png') {
    const xmpKey = 'XML:com.adobe.xmp\0'
    const raw = (kind: string, inside: Buffer) =>
      chunk('tEXt', Buffer.from(`Raw profile type ${kind}\0\n${kind}\n${inside.length}\n${inside.toString('hex')}\n`))
    return Buffer.concat([
      bare.subarray(0, 33),
      ...when('exif', chunk('eXIf', gps())),
      ...when('maker', chunk('eXIf', ofMaker)),
      ...when('xmp', chunk('iTXt', Buffer.concat([Buffer.from(`${xmpKey}\0\0\0\0`), xmp]))),
      ...when('xmp-packed', chunk('iTXt', Buffer.concat([Buffer.from(`${xmpKey}\x01\0\0\0`), deflateSync(xmp)]))),
      ...when('raw-exif', raw('exif', Buffer.concat([Buffer.from('Exif\0\0'), gps()]))),
      ...when('raw-xmp', raw('xmp', xmp)),
      ...when('text', chunk('tEXt', Buffer.concat([Buffer.from('Where\0'), odd]))),
      ...when('text-packed', chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(odd)]))),
      ...when('text-description', chunk('tEXt', Buffer.concat([Buffer.from('Description\0'), odd]))),
      ...when('chunk', chunk('maKr', odd)),
      bare.subarray(33),
      ...when('behind', odd),
    ])
  }
  if (type === 'image/webp') {
    const head = Buffer.alloc(18)
    head.write('VP8X')
    head.writeUInt32LE(10, 4)
    head[8] = 0x0c
    head.writeUIntLE(39, 12, 3)
    head.writeUIntLE(29, 15, 3)
    const body = Buffer.concat([
      Buffer.from('WEBP'),
      head,
      bare.subarray(12),
      ...when('exif', riff('EXIF', gps(true))),
      ...when('exif-headed', riff('EXIF', Buffer.concat([Buffer.from('Exif\0\0'), gps()]))),
      ...when('maker', riff('EXIF', ofMaker)),
      ...when('xmp', riff('XMP ', xmp)),
      ...when('chunk', riff('MAKR', odd)),
    ])
    return Buffer.concat([riff('RIFF', body), ...when('behind', odd)])
  }
  const exif = (inside: Buffer) => segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), inside]))
  const xap = (inside: Buffer) => segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), inside]))
  const second = Buffer.concat([bare.subarray(0, 2), exif(gps()), bare.subarray(2)])
  const iim = (record: number, dataset: number, value: Buffer) =>
    Buffer.concat([Buffer.from([0x1c, record, dataset, 0, value.length]), value])
  const block = (number: number, inside: Buffer) =>
    Buffer.concat([
      Buffer.from([56, 66, 73, 77, number >> 8, number & 255, 0, 0, 0, 0, 0, inside.length]),
      inside,
      Buffer.alloc(inside.length % 2),
    ])
  const app13 = (...blocks: Buffer[]) => segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), ...blocks]))
  const guid = 'A'.repeat(32)
  const long = packet(
    `><${prefix}:${name}>${lat}</${prefix}:${name}><${prefix}:Pad>${lon} ${'x'.repeat(700)}</${prefix}:Pad>`,
  )
  const piece = (from: number, to: number) => {
    const numbers = Buffer.alloc(8)
    numbers.writeUInt32BE(long.length)
    numbers.writeUInt32BE(from, 4)
    return segment(
      0xe1,
      Buffer.concat([Buffer.from(`http://ns.adobe.com/xmp/extension/\0${guid}`), numbers, long.subarray(from, to)]),
    )
  }
  return Buffer.concat(
    [
      bare.subarray(0, 2),
      ...when('exif', exif(gps())),
      ...when('exif-little', exif(gps(true))),
      ...when('maker', exif(ofMaker)),
      ...when('comment', exif(tiff({ tags: [[0x9286, Buffer.from(`ASCII\0\0\0${lat}`)]] }))),
      ...when('description', exif(tiff({ main: [[0x010e, Buffer.from(`${lat}, ${lon}\0`)]] }))),
      ...when('thumbnail', exif(Buffer.concat([tiff({ main: [[0x0110, Buffer.from('Camera One\0')]] }), second]))),
      ...when('xmp', xap(xmp)),
      ...when(
        'extension',
        ...(has('xmp') ? [] : [xap(packet(`${words}>${caption}`))]),
        piece(600, long.length),
        piece(0, 600),
      ),
      ...when('keyword', xap(packet(`><dc:subject><rdf:Bag><rdf:li>geo:lon=${lon}</rdf:li></rdf:Bag></dc:subject>`))),
      ...when(
        'iim-keyword',
        app13(
          block(1028, Buffer.concat([iim(2, 25, Buffer.from(`geo:lat=${lat}`)), iim(2, 90, Buffer.from('Ostra'))])),
        ),
      ),
      ...when('iim-record', app13(block(1028, iim(240, 1, odd)))),
      ...when('irb', app13(block(1058, gps()))),
      ...when('app1', segment(0xe1, odd)),
      ...when('app4', segment(0xe4, odd)),
      ...when('app11', segment(0xeb, odd)),
      ...when('jfxx', segment(0xe0, Buffer.concat([Buffer.from('JFXX\0\x10'), second]))),
      ...when('com', segment(0xfe, odd)),
      ...when('mpf', segment(0xe2, Buffer.from('MPF\0MM\0*\0\0\0\x08'))),
      bare.subarray(2),
      ...when('mpf', second),
      ...when('behind', odd),
      ...when('film', Buffer.from(`\0\0\0\x1cftypmp42\xa9xyz\0\x1b+${lat}+${lon}/`, 'latin1')),
    ].concat(has('mpf') || where.some((one) => one !== 'mpf') ? [] : [odd]),
  )
}

type Tag = [tag: number, value: Buffer]

/** EXIF with a GPS directory, camera tags and main tags; values in numbers are in the order asked for. */
function tiff({ gps, tags = [], main = [] }: { gps?: Buffer; tags?: Tag[]; main?: Tag[] }, little = false): Buffer {
  const number = (value: number, bytes: 2 | 4) => {
    const out = Buffer.alloc(bytes)
    if (little) out.writeUIntLE(value, 0, bytes)
    else out.writeUIntBE(value, 0, bytes)
    return out
  }
  const directory = (entries: { tag: number; type: number; count: number; value: Buffer }[], at: number) => {
    let next = at + 6 + 12 * entries.length
    const rows = entries.map(({ tag, type, count, value }) => {
      const where = value.length <= 4 ? value : number(next, 4)
      if (value.length > 4) next += value.length
      return Buffer.concat([number(tag, 2), number(type, 2), number(count, 4), where, Buffer.alloc(4 - where.length)])
    })
    return Buffer.concat([
      number(entries.length, 2),
      ...rows,
      number(0, 4),
      ...entries.map(({ value }) => value).filter(({ length }) => length > 4),
    ])
  }
  const own = main.map(([tag, value]) => ({ tag, type: 2, count: value.length, value }))
  const camera = tags.map(([tag, value]) => ({ tag, type: 7, count: value.length, value }))
  const place = gps
    ? [
        { tag: 1, type: 2, count: 2, value: Buffer.from('N\0') },
        { tag: 2, type: 5, count: 3, value: gps },
      ]
    : []
  const first = (camAt: number, gpsAt: number) => [
    ...own,
    ...(tags.length ? [{ tag: 0x8769, type: 4, count: 1, value: number(camAt, 4) }] : []),
    ...(gps ? [{ tag: 0x8825, type: 4, count: 1, value: number(gpsAt, 4) }] : []),
  ]
  const camAt = 8 + directory(first(0, 0), 8).length
  const gpsAt = camAt + (tags.length ? directory(camera, camAt).length : 0)
  return Buffer.concat([
    Buffer.from(little ? 'II*\0' : 'MM\0*', 'latin1'),
    number(8, 4),
    directory(first(camAt, gpsAt), 8),
    ...(tags.length ? [directory(camera, camAt)] : []),
    ...(gps ? [directory(place, gpsAt)] : []),
  ])
}

function rationals(values: readonly number[], little: boolean): Buffer {
  const out = Buffer.alloc(values.length * 8)
  values.forEach((value, nth) => {
    for (const [at, what] of [
      [8 * nth, value],
      [8 * nth + 4, 1],
    ] as const)
      if (little) out.writeUInt32LE(what, at)
      else out.writeUInt32BE(what, at)
  })
  return out
}

function segment(marker: number, inside: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(inside.length + 2, 2)
  return Buffer.concat([head, inside])
}

function riff(name: string, inside: Buffer): Buffer {
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1')
  head.writeUInt32LE(inside.length, 4)
  return Buffer.concat([head, inside, Buffer.alloc(inside.length % 2)])
}

/** The coded pixels of a bare picture. */
function pixelsOf(bare: Buffer, type: Image['type']): Buffer {
  if (type === 'image/jpeg') return bare.subarray(bare.indexOf(Buffer.from([0xff, 0xda])))
  return type === 'image/png' ? bare.subarray(bare.indexOf('IDAT')) : bare.subarray(bare.indexOf('VP8'))
}

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import reader from 'exifreader'
import sharp, { type Sharp } from 'sharp'
import { readMetadata } from './metadata.ts'
import { withoutWhereabouts } from './whereabouts.ts'

const where = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 12/1 30/1' } }

test('a drone’s own coordinates and a second picture behind the first are not given out', async () => {
  const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:drone-dji="http://www.dji.com/drone-dji/1.0/" drone-dji:GpsLatitude="+48.2083531" drone-dji:GpsLongitude="+16.3731" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Halyard</rdf:li></rdf:Alt></dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>`
  const first = await grey()
    .withExif({ IFD0: { Artist: 'Ilse Marrable' }, ...where })
    .withXmp(packet)
    .toBuffer()
  const second = await grey().withExif(where).toBuffer()
  const given = Buffer.from((await withoutWhereabouts(Buffer.concat([first, second]), 'image/jpeg'))!)
  assert.doesNotMatch(given.toString('latin1'), /48[.]2083|16[.]3731|gps/i)
  assert.equal(given.indexOf(Buffer.from([0xff, 0xd8]), 2), -1, 'one picture only')
  const { creators, copyright } = await readMetadata(given, 'image/jpeg')
  assert.deepEqual([creators, copyright], [['Ilse Marrable'], '© Halyard'])
})

test('a picture that cannot be cleaned surely is made anew, with the words of its rights', async () => {
  const taken = await grey()
    .withExif({ IFD0: { Copyright: 'Halyard' }, ...where })
    .toBuffer()
  const endless = taken.subarray(0, taken.length - 2)
  const given = Buffer.from((await withoutWhereabouts(endless, 'image/jpeg'))!)
  assert.ok(!given.includes(taken.subarray(taken.length - 40, taken.length - 2)))
  const { gps, exif } = reader.load(given, { expanded: true })
  assert.deepEqual([gps, exif?.GPSLatitude], [undefined, undefined])
  assert.equal((await readMetadata(given, 'image/jpeg')).copyright, 'Halyard')
  const { width, height } = await sharp(given).metadata()
  assert.deepEqual([width, height], [60, 40])
})

test('a keyword of IIM that is a coordinate goes, its other words and their checksum stay right', async () => {
  const word = (dataset: number, text: string) =>
    Buffer.concat([Buffer.from([0x1c, 2, dataset, 0, text.length]), Buffer.from(text)])
  const iim = Buffer.concat([word(25, 'geo:lat=48.2083531'), word(25, 'boat'), word(110, 'Halyard')])
  const block = (number: number, inside: Buffer) =>
    Buffer.concat([Buffer.from('8BIM'), Buffer.from([number >> 8, number & 255, 0, 0, 0, 0, 0, inside.length]), inside])
  const even = Buffer.concat([iim, Buffer.alloc(iim.length % 2)])
  const blocks = [block(1028, even), block(1061, createHash('md5').update(even).digest())]
  const inside = Buffer.concat([Buffer.from('Photoshop 3.0\0'), ...blocks])
  const bare = await grey()
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="From XMP"/></rdf:RDF></x:xmpmeta>',
    )
    .toBuffer()
  const head = Buffer.from([0xff, 0xed, 0, inside.length + 2])
  const given = await withoutWhereabouts(
    Buffer.concat([bare.subarray(0, 2), head, inside, bare.subarray(2)]),
    'image/jpeg',
  )
  const { keywords, credit } = await readMetadata(given!, 'image/jpeg')
  assert.deepEqual([keywords, credit], [['boat'], 'From XMP'])
})

function grey(): Sharp {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } }).jpeg()
}

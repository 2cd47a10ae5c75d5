import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentXmp } from './xmp.ts'

const about = (inside: string, attributes = '') =>
  Buffer.from(
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:drone="http://www.dji.com/drone-dji/1.0/" ${attributes}>${inside}</rdf:Description></rdf:RDF>`,
  )

test('words of the standards stay under their own names, whatever prefix they came with', () => {
  const said = silentXmp(
    about(
      '<dc:description><rdf:Alt><rdf:li xml:lang="de">Boot &lt;am&gt; See bei 48.2083, 16.3731</rdf:li></rdf:Alt></dc:description>',
      'photoshop:City="O&quot;stra" photoshop:DateCreated="2026-11-24T08:00:00+01:00"',
    ),
  )!
  assert.ok(said.includes('photoshop:City="O&quot;stra" photoshop:DateCreated="2026-11-24T08:00:00+01:00"'))
  assert.ok(said.includes('<rdf:li xml:lang="de">Boot &lt;am&gt; See bei 48.2083, 16.3731</rdf:li>'))
})

test('what a name calls a whereabout, a maker’s own words and a program’s are gone', () => {
  const said = silentXmp(
    about(
      '<ext:LocationCreated rdf:parseType="Resource"><ext:City>Ostra</ext:City><ext:Altitude>195</ext:Altitude></ext:LocationCreated><photoshop:History>flown</photoshop:History>',
      'drone:FlightYawDegree="+12" ext:GpsStatus="A"',
    ),
  )!
  assert.ok(said.includes('<Iptc4xmpExt:City>Ostra</Iptc4xmpExt:City>'))
  assert.doesNotMatch(said, /195|Yaw|Gps|History/)
})

test('a second part is joined to the first; one that cannot be read is left out, and a packet that cannot is nothing', () => {
  const city = about('<photoshop:City>Ostra</photoshop:City>')
  assert.match(silentXmp(city, about('<dc:format>image/jpeg</dc:format>'))!, /Ostra.*image\/jpeg/)
  assert.match(silentXmp(city, Buffer.from('<x'))!, /Ostra/)
  assert.equal(silentXmp(Buffer.from('<x')), undefined)
  assert.equal(silentXmp(about('<drone:A>1</drone:A>')), undefined)
})

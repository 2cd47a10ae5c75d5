import assert from 'node:assert/strict'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import { commands, served } from '../command-line.ts'

const copy = `Bridge at Tarn Ferry reopens after eleven days

By Lucan Ferrier

TARN FERRY, Nov 25 (Example) - The bridge at Tarn Ferry reopened on Wednesday after eleven days of work, its keeper said.

“It will hold another hundred years,” keeper Mina Solberg told reporters.

(Reporting by Lucan Ferrier; Editing by Ana Ruiz)
`

/** What a photographer's program writes into a picture. */
const words = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
  rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Example">
  <dc:creator><rdf:Seq><rdf:li>Maren Holt</rdf:li></rdf:Seq></dc:creator><dc:description><rdf:Alt><rdf:li xml:lang="x-default">The
  bridge at Tarn Ferry.</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`

test(
  'a newcomer runs an agency from the command line, takes it out whole and puts it back',
  { timeout: 180_000 },
  async () => {
    await using world = await served()
    const { agency, dateline, refusedWith } = world
    await writeFile(join(world.path, 'copy.txt'), copy)
    await writeFile(
      join(world.path, 'newer.txt'),
      copy.replace('reopens after', 'open again after').replace('UPDATE', ''),
    )

    assert.match(await refusedWith(2, 'file', join(world.path, 'copy.txt')), /There is nobody on the staff yet/)
    const old = join(world.path, 'old.txt')
    await writeFile(old, 'Lock opens\n\nTARN FERRY, March 3, 1998 (Example) - The lock was opened on Tuesday.\n')
    assert.match(
      await dateline('import', '--dry-run', old),
      /1 record: 1 would be a story, unless it is here/,
      'a look is nobody’s act',
    )
    assert.match(await dateline('person', 'add', 'Ana Ruiz', '--id', 'ana'), /Ana Ruiz is on the staff as ana/)
    assert.match(await refusedWith(1, 'person', 'add', 'Ana Ruiz', '--id', 'ana'), /already/)
    const key = /dl_[\w-]+/.exec(await dateline('key', 'add', 'Daily Mirror'))?.[0]

    assert.match(
      await refusedWith(1, 'file', 'demo/pictures/black-canyon-boat.jpg'),
      /black-canyon-boat\.jpg is no copy: .*--picture/,
    )
    assert.match(
      await refusedWith(1, 'file', join(world.path, 'copy.txt'), '--section', 'wrold'),
      /no section “wrold”; it has world/,
    )
    const bridge = sharp('demo/pictures/black-canyon-boat.jpg').withXmp(words).webp()
    await writeFile(join(world.path, 'bridge.webp'), await bridge.toBuffer())
    await writeFile(join(world.path, 'drawing.jpg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
    const asked = ['file', join(world.path, 'copy.txt'), '--section', 'world', '--slug', 'tarn-bridge']
    assert.match(
      await refusedWith(1, ...asked, '--picture', join(world.path, 'drawing.jpg')),
      /drawing.jpg is no JPEG, PNG or WebP, whatever its name says; it is SVG: save it as one of these/,
    )
    assert.match(
      await refusedWith(2, ...asked, '--picture', join(world.path, 'bridge.webp'), '--focus', 'left'),
      /--focus is X,Y from 0 to 1/,
    )
    const filed = await dateline(...asked, '--picture', join(world.path, 'bridge.webp'), '--focus', '0.5,0.8')
    assert.match(filed, /Filed as \w+, version 1, slug tarn-bridge/)
    assert.match(
      await refusedWith(1, 'file', join(world.path, 'copy.txt'), '--as', 'nobody'),
      /Nobody on the staff has the id “nobody”/,
    )
    const published = await dateline('publish', 'tarn-bridge')
    const path = /\/\d{4}\/\d\d\/\d\d\/tarn-bridge/.exec(published)?.[0] ?? ''
    assert.match(await refusedWith(1, 'publish', 'tarn-bridge'), /published already/)

    const page = await agency.get(path)
    assert.equal(page.status, 200)
    assert.match(page.text, /It will hold another hundred years/)
    assert.match(page.text, /<figcaption>.*The bridge at Tarn Ferry[.].*Example\/Maren Holt/)
    const picture = /\/pictures\/[0-9a-f]{64}\/\d+\.jpg/.exec(page.text)?.[0] ?? ''
    assert.equal((await agency.get(picture)).status, 200)

    await dateline('update', 'tarn-bridge', join(world.path, 'newer.txt'))
    await dateline('correct', 'tarn-bridge', '--wrong', 'eleven days', '--right', 'twelve days', '--where', 'headline')
    const mended = (await agency.get(path)).text
    assert.match(mended, /<h1[^>]*>[^<]*open again after twelve days/)
    assert.match(
      await refusedWith(1, 'correct', 'tarn-bridge', '--wrong', 'a horse', '--right', 'a mule'),
      /The words “a horse” are not in the story/,
    )
    assert.match(
      await refusedWith(1, 'update', 'tarn-bridge', '--based-on', '1'),
      /has changed since the version you had: it is now version \d+/,
    )
    assert.match(await refusedWith(2, 'kill', 'tarn-bridge'), /needs a --notice/)

    const entry = ['--headline', 'First lorry', '--text', 'It crossed at noon.', '--key']
    assert.match(await dateline('add-entry', 'tarn-bridge', ...entry), /Out as version \d, number 4 of the journal/)
    await dateline('add-entry', 'tarn-bridge', '--close')
    assert.match(await refusedWith(1, 'add-entry', 'tarn-bridge', '--text', 'More.'), /--reopen lets it run on/)
    assert.match(await refusedWith(2, 'add-entry', 'tarn-bridge'), /An entry has copy/)
    const run = (await agency.get(path)).text
    assert.match(run, /<article class="entry" id="entry-1">[^]*First lorry[^]*It crossed at noon\./)
    assert.match(run, /"coverageEndTime"/)

    await dateline('claim', 'tarn-bridge')
    await dateline('edit', 'tarn-bridge', '--slug', 'Tarn Ferry bridge')
    await dateline('pass', 'tarn-bridge')
    assert.equal((await agency.get(path)).status, 200, 'what was edited is not out')
    await dateline('refile', 'tarn-bridge')
    const moved = await fetch(agency.address + path, { redirect: 'manual' })
    assert.deepEqual([moved.status, moved.headers.get('location')?.endsWith('/tarn-ferry-bridge')], [301, true])

    await writeFile(join(world.path, 'other.yaml'), 'name: Vell Press\nsections:\n  - { slug: river, name: River }\n')
    assert.match(
      await refusedWith(1, 'house', 'set', join(world.path, 'other.yaml')),
      /“world” is missing, and a story stands in it, whose page \/world would be gone/,
    )
    await writeFile(
      join(world.path, 'house.yaml'),
      'name: Vell Press\nzone: Europe/Vienna\nsections:\n  - { slug: world, name: World }\n',
    )
    await dateline('house', 'set', join(world.path, 'house.yaml'))
    await agency.until(async () => (await agency.get('/')).text.includes('Vell Press'))

    const out = join(world.path, 'export')
    assert.match(await dateline('export', out), /export has 1 story in \d versions, 6 journal entries, 1 picture\n/)
    assert.match(await refusedWith(1, 'export', out), /is not empty/)
    const hash = picture.split('/')[2] ?? ''
    const taken = await readFile(join(out, 'pictures', hash.slice(0, 2), `${hash}.webp`))
    assert.ok(taken.equals(await readFile(join(world.path, 'bridge.webp'))), 'as it came')
    await dateline('kill', 'tarn-ferry-bridge', '--notice', 'Withdrawn: it was a drill.')
    assert.equal((await agency.get(path)).status, 410, 'also at its former address')
    const wire = () => fetch(`${agency.address}/wire/v1/items?after=0`, { headers: { authorization: `Bearer ${key}` } })
    const { items } = (await (await wire()).json()) as { items: { pubStatus: string }[] }
    assert.equal(items.at(-1)?.pubStatus, 'canceled')
    assert.match(await dateline('key', 'revoke', 'Daily Mirror'), /The key \w+ of Daily Mirror opens nothing any more/)
    await agency.until(async () => (await wire()).status === 401)
    assert.match(await refusedWith(1, 'key', 'revoke', 'Daily Mirror'), /No key that opens anything/)

    const other = commands(join(world.path, 'other'))
    assert.match(await other.dateline('import', out), /Restored .*1 story in/)
    assert.match(await other.refusedWith(1, 'import', out), /empty agency only/)
    const again = join(world.path, 'again')
    await other.dateline('export', again)
    for (const name of await readdir(out))
      if (name.endsWith('.jsonl') || name.endsWith('.json'))
        assert.equal(await readFile(join(again, name), 'utf8'), await readFile(join(out, name), 'utf8'), name)
  },
)

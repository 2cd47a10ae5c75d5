import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import sharp from 'sharp'
import { served } from '../command-line.ts'

const english = `Bridge at Tarn Ferry reopens

TARN FERRY, Nov 25 (Example) - The bridge at Tarn Ferry reopened on Wednesday after eleven days of work, its keeper said.
`
const german = `Brücke bei Tarn Ferry wieder offen

TARN FERRY, 25. November (Example) - Die Brücke bei Tarn Ferry ist am Mittwoch nach elf Tagen Arbeit wieder geöffnet worden, sagte ihr Wärter.
`

test(
  'by command a story has a slide show, topics, a translation and stories around it',
  { timeout: 180_000 },
  async () => {
    await using world = await served()
    const { agency, at, dateline, refusedWith } = world
    await dateline('person', 'add', 'Ana Ruiz', '--id', 'ana')
    await writeFile(at('en.txt'), english)
    await writeFile(at('de.txt'), german)
    for (const [name, background] of [
      ['one', 'red'],
      ['two', 'green'],
      ['three', 'blue'],
    ])
      await sharp({ create: { width: 900, height: 600, channels: 3, background: background ?? '' } })
        .jpeg()
        .toFile(at(`${name}.jpg`))

    const filing = ['file', at('en.txt'), '--section', 'world', '--slug', 'tarn-bridge']
    assert.match(
      await refusedWith(1, ...filing, '--topic', 'earthquak'),
      /no topic “earthquak”; near are earthquake \(medtop:/,
    )
    assert.match(await refusedWith(1, ...filing, '--related', 'nowhere'), /There is no story “nowhere”/)
    assert.match(await refusedWith(1, ...filing, '--translation-of', 'nowhere'), /There is no story “nowhere”/)
    assert.match(await refusedWith(1, ...filing, '--picture', at('none.jpg')), /There is no file .*none\.jpg/)
    await writeFile(at('older.txt'), english.replace('reopens', 'shut').replace('reopened', 'was shut'))
    await dateline('file', at('older.txt'), '--section', 'world', '--slug', 'older-bridge', '--topic', 'earthquake')
    await dateline('publish', 'older-bridge')
    const words = [
      '--keyword',
      'bridge, Tarn Ferry',
      '--keyword',
      'Bridge',
      '--topic',
      'Earthquake',
      '--related',
      'older-bridge',
    ]
    const two = [
      '--picture',
      at('one.jpg'),
      '--alt',
      'Alt one',
      '--caption',
      'Cap one.',
      '--picture',
      at('two.jpg'),
      '--alt',
      'Alt two',
    ]
    await dateline(...filing, ...words, ...two, '--credit', 'Example/Maren Holt')
    const path = /\/\d{4}\/\d\d\/\d\d\/tarn-bridge/.exec(await dateline('publish', 'tarn-bridge'))?.[0] ?? ''
    const page = async (address = path) => (await agency.get(address)).text
    const shown = async () => [...(await page()).matchAll(/alt="?(Alt \w+)/g)].map(([, alt]) => alt)
    assert.deepEqual(await shown(), ['Alt one', 'Alt two'])
    assert.match(await page(), /Example\/Maren Holt/)
    assert.match(await page(), /older-bridge/, 'around it')
    const topic = /\/topics\/[\w-]+/.exec(await page())?.[0] ?? ''
    assert.match(await page(topic), /tarn-bridge[^]*older-bridge/)

    assert.match(
      await refusedWith(2, 'update', 'tarn-bridge', '--drop-picture', '3'),
      /no picture 3; the story has 1 “Cap one/,
    )
    await dateline(
      'update',
      'tarn-bridge',
      '--drop-picture',
      '1',
      '--of-picture',
      '2',
      '--alt',
      'Alt mended',
      '--picture',
      at('three.jpg'),
      '--alt',
      'Alt three',
    )
    assert.deepEqual(await shown(), ['Alt mended', 'Alt three'])
    await dateline('claim', 'tarn-bridge')
    await dateline(
      'edit',
      'tarn-bridge',
      '--drop-related',
      'older-bridge',
      '--drop-topic',
      'earthquake',
      '--keyword',
      'ferry',
    )
    await dateline('pass', 'tarn-bridge')
    await dateline('refile', 'tarn-bridge')
    assert.doesNotMatch(await page(), /older-bridge/)
    await dateline(
      'correct',
      'tarn-bridge',
      '--wrong',
      'The second picture showed a lake.',
      '--right',
      'It is a dam.',
      '--of-picture',
      '2',
      '--alt',
      'Alt dam',
    )
    assert.deepEqual(await shown(), ['Alt mended', 'Alt dam'])

    const inGerman = ['file', at('de.txt'), '--section', 'world', '--slug', 'tarn-bruecke', '--translation-of', path]
    assert.match(
      await refusedWith(2, ...filing, '--translation-of', 'tarn-bridge', '--slug', 'again'),
      /are both in en/,
    )
    await dateline(...inGerman)
    await dateline('publish', 'tarn-bruecke')
    assert.match(await page(), /hreflang="?de[^>]*tarn-bruecke|tarn-bruecke[^>]*hreflang="?de/)
  },
)

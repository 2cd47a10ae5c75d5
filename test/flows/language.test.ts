import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { served } from '../command-line.ts'

const house = `name: Nordlicht
zone: Europe/Berlin
languages: [de, en]
sections:
  - { slug: land, name: Land }
staff:
  - { name: Ana Ruiz, id: ana }
`

test('short copy is in the language of its words, else in the main one of the house, and a slip is mended by command', async () => {
  await using world = await served()
  const { agency, dateline, refusedWith } = world
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(join(world.path, name), text)
    return join(world.path, name)
  }
  await dateline('house', 'set', await file('house.yaml', house))
  const filed = async (slug: string, text: string, ...more: string[]) =>
    dateline('file', await file(`${slug}.txt`, text), '--section', 'land', '--slug', slug, ...more)

  const german = 'Eil: Minister tritt zurück\n\nKIEL, 25. Nov (Nordlicht) – Der Finanzminister tritt zurück.\n'
  assert.match(await filed('minister', german), /slug minister, language de \(German\)/)
  const unsaid =
    'Hafen Kiel gesperrt\n\nKIEL, 25. Nov (Nordlicht) – Hafen Kiel gesperrt nach Unwetter, Polizei sperrt Ufer.\n'
  assert.match(await filed('hafen', unsaid), /language de \(German\)/)
  const english = 'Flash: Minister resigns\n\nKIEL, Nov 25 (Nordlicht) – The finance minister resigns.\n'
  assert.match(await filed('flash', english), /language en \(English\)/)
  assert.match(
    await filed('bild', english.replace('finance', 'home'), '--language', 'en-GB'),
    /language en-GB \(British English\)/,
  )

  const other = german.replaceAll('Minister tritt', 'Senator tritt')
  const wrong = await filed('irrtum', other, '--language', 'en')
  assert.match(wrong, /language en \(English\)/)
  const again = join(world.path, 'irrtum.txt')
  assert.match(await refusedWith(1, 'edit', 'irrtum', again, '--language', 'Deutsch'), /language/i)
  await dateline('edit', 'irrtum', again, '--language', 'de')
  assert.match(await dateline('edit', 'irrtum', '--language', 'de-AT'), /Kept as version 3/)
  const path = /\/\S*\/irrtum/.exec(await dateline('publish', 'irrtum'))?.[0] ?? ''
  const more = await file('mehr.txt', `${other}\nEr nannte keine Gründe.\n`)
  await dateline('update', 'irrtum', more, '--language', 'de')
  const page = await agency.get(new URL(path, agency.address).pathname)
  assert.match(page.text, /<html[^>]* lang="?de["? >]/)
  assert.match(page.text, /Er nannte keine Gründe/)
})

import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { served } from '../command-line.ts'

test('by command one sees what readers see on a front, whoever arranged it', { timeout: 180_000 }, async () => {
  await using world = await served()
  const { agency, dateline, refusedWith, warnings } = world
  assert.match(await refusedWith(1, 'front', 'show', '--section', 'wrold'), /no section “wrold”; it has world/)
  assert.match(await dateline('front', 'show'), /nobody has arranged it \(number 0\).*\nReaders see that nothing/)
  await dateline('person', 'add', 'Ana Ruiz', '--id', 'ana')
  for (const [slug, urgency] of [
    ['dam', '5'],
    ['quake', '3'],
    ['flood', '2'],
  ] as const) {
    const copy = join(world.path, `${slug}.txt`)
    await writeFile(
      copy,
      `News of the ${slug}\n\nOSTRA, Nov 25 (Example) - There was a ${slug} in Ostra, police said.\n`,
    )
    await dateline('file', copy, '--slug', slug, '--section', 'world', '--urgency', urgency)
    await dateline('publish', slug)
  }
  const shown = await dateline('front', 'show')
  assert.match(
    shown,
    /^Readers see now:\n {2}lead {5}\w+ {2}News of the flood\n {2}second {3}\w+ {2}News of the quake\n {2}second {3}\w+ {2}News of the dam$/m,
  )
  assert.match((await agency.get('/')).text, /class="lead">[^]*?News of the flood/)
  const read = JSON.parse(await dateline('front', 'show', '--section', 'world', '--json')) as {
    shown: { places: { place: string; headline: string }[] }
  }
  assert.deepEqual(read.shown.places[0]?.place, 'lead')

  for (const words of [
    ['--row', 'world'],
    ['--lead', 'auto'],
  ])
    assert.match(
      await refusedWith(2, 'front', 'arrange', ...words, '--until', '2090-01-01T08:00'),
      /^--until is for stories that this call names/,
    )
  assert.match(await warnings('front', 'arrange', '--row', 'world'), /^Nothing is left for the row “world” now/)
  await dateline('front', 'arrange', '--lead', 'dam')
  assert.match(
    await dateline('front', 'show'),
    /lead {4}\w+ {2}News of the dam\n[^]*Readers see now:\n {2}bulletin \w+ {2}News of the flood\n {2}lead {5}\w+ {2}News of the dam/,
  )
})

import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { served } from '../command-line.ts'

test('by command a house and those on its staff are shown, changed and shown again', { timeout: 180_000 }, async () => {
  await using world = await served()
  const { agency, dateline, refusedWith, warnings } = world
  await dateline('person', 'add', 'Ana Ruiz', '--id', 'ana')
  await dateline('person', 'add', 'Piet Larkin', '--role', 'editor', '--role', 'photographer')

  const file = join(world.path, 'house.yaml')
  const shown = await dateline('house', 'show')
  assert.match(shown, /^staff:\n {2}- id: ana\n {4}name: Ana Ruiz\n {4}role: editor$/m)
  assert.match(shown, /^# tagline: /m)
  await writeFile(file, shown)
  assert.match(await dateline('house', 'set', file), /; staff: 0 new, 0 changed\.$/m)

  await writeFile(
    join(world.path, 'copy.txt'),
    'Bridge reopens\n\nBy Ana Ruiz\n\nOSTRA, Nov 25 (Example) - It reopened.\n',
  )
  await dateline('file', join(world.path, 'copy.txt'), '--slug', 'bridge', '--as', 'ana')
  await dateline('publish', 'bridge', '--as', 'ana')
  assert.equal((await agency.get('/people/ana-ruiz')).status, 200)
  await writeFile(
    file,
    `name: Vell Press
staff:
  - { id: ana, name: Ana Ruiz Vega, role: chief, title: Night editor, about: Has reported since 2011. }
  - { id: piet, name: Piet Larkin, title: Pictures }
  - { id: ilse, name: Ilse Marrable }
`,
  )
  const told = await warnings('house', 'set', file)
  assert.match(told, /^Piet Larkin is on the staff as piet-larkin already/)
  const list = await dateline('person', 'list')
  assert.match(list, /^ana +Ana Ruiz Vega {2}\(chief\)$/m)
  assert.match(list, /^piet-larkin +Piet Larkin {2}\(editor, photographer\)$/m)
  assert.match(list, /^ilse +Ilse Marrable {2}\(reporter\)$/m)
  await agency.until(async () => {
    const { text } = await agency.get('/people/ana-ruiz')
    return /<h1[^>]*>Ana Ruiz Vega</.test(text) && text.includes('Night editor') && text.includes('since 2011')
  })

  await writeFile(file, (await dateline('house', 'show')).replace('title: Night editor', "title: ''"))
  assert.match(await dateline('house', 'set', file), /staff: 0 new, 1 changed/)
  await agency.until(async () => !(await agency.get('/people/ana-ruiz')).text.includes('Night editor'))
  assert.ok((await agency.get('/people/ana-ruiz')).text.includes('since 2011'))

  await writeFile(file, 'staff:\n  - { id: ana, name: Ana Ruiz, titel: Chief }\n')
  assert.match(await refusedWith(1, 'house', 'set', file), /staff\[0\]\.titel: nobody knows this here; one of id, name/)
  await writeFile(file, 'Bridge reopens\n\nOSTRA (Example) - It did.\n')
  assert.match(
    await refusedWith(1, 'house', 'set', file),
    /^This is no house file: line 1 .*docs\/house\.md shows one\.$/m,
  )
})

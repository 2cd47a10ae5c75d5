import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { HouseError, toHouse } from './house-file.ts'

test('the house of the demonstration is read whole', async () => {
  const { house, staff } = toHouse(await readFile('demo/house.yaml', 'utf8'))
  assert.equal(house.name, 'Halyard')
  assert.equal(house.names?.['ar'], 'هاليارد')
  assert.equal(house.sections.length, 8)
  assert.equal(house.bureaux.find((one) => one.name === 'Shiomisaki')?.zone, 'Asia/Tokyo')
  assert.equal(house.bureaux.find((one) => one.name === 'Ilmar')?.zone, 'Asia/Riyadh')
  assert.ok(house.standards.length >= 5 && house.corrections.length === 1)
  assert.ok(staff.some(({ id, roles }) => id === 'orsolya' && roles?.includes('chief')))
})

test('everything wrong with a house is said at once, each with its place', () => {
  const text =
    'zone: Mars/Olympus\nsections:\n  - { slug: search, name: Search }\n  - { name: World }\ncolour: red\ncolours: { day: red }'
  assert.throws(
    () => toHouse(text),
    (error) => {
      assert.ok(error instanceof HouseError)
      assert.match(error.message, /zone: “Mars\/Olympus” is no time zone/)
      assert.match(error.message, /sections\[0\]\.slug: “search” is an address of the site itself/)
      assert.match(error.message, /sections\[1\]\.slug: must be a text/)
      assert.match(error.message, /colour: nobody knows this setting/)
      assert.match(error.message, /colours\.day: must be a colour/)
      return true
    },
  )
})

test('an empty house is a plain one', () => {
  assert.equal(toHouse('').house.name, 'Dateline')
})

test('the house that the documentation shows is one, and names every setting', async () => {
  const [, shown = ''] = /```yaml\n([\s\S]*?)```/.exec(await readFile('docs/house.md', 'utf8')) ?? []
  const { house, staff } = toHouse(shown)
  assert.deepEqual([house.name, house.languages.length, staff.length], ['Vell Press', 2, 1])
  const everySetting = complaintOf('nonsense: 1').split('one of ')[1]?.trim().split(', ') ?? []
  assert.ok(everySetting.length > 15)
  for (const setting of everySetting.filter((one) => one !== 'founded'))
    assert.match(shown, new RegExp(`^${setting}:`, 'm'), setting)
})

test('what is no house file is told so with the line on which one sees it', () => {
  const told = (text: string) => complaintOf(text)
  assert.equal(
    told('Lake rises by two centimetres\n\nBy Ana Ruiz'),
    'This is no house file: line 1 should be a setting such as “name: Vell Press”, and is “Lake rises by two centimetres”; docs/house.md shows one.',
  )
  assert.match(told('- a\n- b'), /^This is no house file: line 1 should be a setting such as/)
  assert.match(
    told('name: Vell\nzone: UTC\nname: Press'),
    /^This is no house file: line 3 names a setting a second time;/,
  )
  assert.match(
    told('name: Vell: Press'),
    /^This is no house file: line 1 cannot be read; a setting is written “name: value”/,
  )
  assert.match(told('desks:\n\t- a'), /^This is no house file: line 2 /)
  assert.doesNotMatch(told('name: Vell: Press'), /:$/)
})

test('a line of the staff is about what the house knows, and says which keys there are', () => {
  const told = complaintOf(
    'staff:\n  - { id: ana, name: Ana, titel: Chief, role: boss }\n  - { id: "a b" }\nsections: [{ slug: x, nam: X, name: X }]',
  )
  assert.match(told, /staff\[0\]\.titel: nobody knows this here; one of id, name, role, title, about/)
  assert.match(told, /staff\[0\]\.role: “boss” is no role; one of reporter, editor/)
  assert.match(told, /staff\[1\]\.name: must be a text, or one for each language/)
  assert.match(told, /staff\[1\]\.id: “a b” cannot be an id/)
  assert.match(told, /sections\[0\]\.nam: nobody knows this here; one of slug, name/)
  const [ana, ben] = toHouse('staff: [{ id: ana, name: Ana, role: [editor, chief] }, { id: ben, name: Ben }]').staff
  assert.deepEqual([ana?.roles, ben?.roles], [['editor', 'chief'], undefined])
})

function complaintOf(text: string): string {
  try {
    toHouse(text)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

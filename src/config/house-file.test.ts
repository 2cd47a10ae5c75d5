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
  assert.ok(staff.some(({ id, role }) => id === 'orsolya' && role === 'chief'))
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

function complaintOf(text: string): string {
  try {
    toHouse(text)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

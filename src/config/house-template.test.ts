import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { toHouse } from './house-file.ts'
import { houseTemplate } from './house-template.ts'
import { plainHouse } from './house.ts'

test('what house show prints is read back as the same house and the same staff', async () => {
  const [, documented = ''] = /```yaml\n([\s\S]*?)```/.exec(await readFile('docs/house.md', 'utf8')) ?? []
  for (const text of [documented, await readFile('demo/house.yaml', 'utf8')]) {
    const { house, staff } = toHouse(text)
    assert.deepEqual(toHouse(houseTemplate(house, staff)), { house, staff })
  }
})

test('a plain house shows every setting that there is, what nobody has said as a comment that works', async () => {
  const template = houseTemplate(plainHouse)
  assert.equal(toHouse(template).house.name, 'Dateline')
  assert.match(template, /^sections:\n {2}- slug: world\n {4}name: World$/m)
  for (const noise of [/\{\}/, /\[\]/, /null/, /undefined/]) assert.doesNotMatch(template, noise)
  const [, documented = ''] = /```yaml\n([\s\S]*?)```/.exec(await readFile('docs/house.md', 'utf8')) ?? []
  const settings = (text: string) => Array.from(text.matchAll(/^(?:# )?([a-z][a-zA-Z]*):(?= |$)/gm), ([, key]) => key)
  const all = settings(template)
  assert.deepEqual(
    settings(documented).filter((key) => key !== 'places' && !all.includes(key)),
    [],
  )
  assert.deepEqual(
    all.filter((key) => !documented.includes(`${key}:`)),
    [],
  )
  const [, ...lines] = template.split('\n')
  const { house, staff } = toHouse(lines.map((line) => line.replace(/^# /, '')).join('\n'))
  assert.deepEqual([house.tagline, house.colours?.day, staff[0]?.id], ['News of the upper river', '#005f73', 'ana'])
})

test('places are named as the documentation names them, and a text in the own language stands alone', () => {
  const { house } = toHouse(
    'name: Vell\nbureaux: [{ place: Kessary, zone: UTC }]\nlanguages: [de, en]\ntagline: { de: A, en: B }',
  )
  const template = houseTemplate(house)
  assert.match(template, /^name: Vell$/m)
  assert.match(template, /^tagline:\n {2}de: A\n {2}en: B$/m)
  assert.match(template, /^bureaux:\n {2}- name: Kessary\n {4}zone: UTC$/m)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainHouse } from '../config/house.ts'
import { story } from '../../test/build.ts'
import { recognise } from './recognise.ts'

const house = () => ({ ...plainHouse, bureaux: [{ name: 'Kessary', names: { ar: 'كيساري' }, zone: 'Europe/Vienna' }] })
const staff = [{ id: 'ilse', names: ['Ilse Marrable', 'إلسه مارابل'] }]

test('the house knows its own places and people, in every language it writes, and nobody else', () => {
  const draft = story('DAM').with({
    dateline: { places: [{ name: 'كيساري' }, { name: 'Nowhere' }] },
    credits: [
      { role: 'reporting', people: [{ name: 'ILSE MARRABLE' }, { name: 'Ilse Marr' }, { name: 'إلسه مارابل' }] },
      { role: 'editing', people: [{ name: 'Ilse Marrable', kind: 'desk' }] },
    ],
  })
  const known = recognise({ house }, draft, staff)
  assert.deepEqual(known.dateline?.places, [{ name: 'كيساري', zone: 'Europe/Vienna' }, { name: 'Nowhere' }])
  assert.deepEqual(
    known.credits.map(({ people }) => people.map(({ person }) => person)),
    [['ilse', undefined, 'ilse'], [undefined]],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { locate } from './locate.ts'

test('a dateline knows the country and the clock of its places', () => {
  const at = (name: string, region?: string) => {
    const [place] = locate({ places: [{ name, ...(region ? { region } : {}) }] }).places
    return `${place?.country ?? '-'} ${place?.zone ?? '-'}`
  }
  assert.equal(at('TEHRAN'), 'IR Asia/Tehran')
  assert.equal(at('NEW YORK'), 'US America/New_York')
  assert.equal(at('WASHINGTON'), 'US America/New_York')
  assert.equal(at('LONDON'), 'GB Europe/London')
  assert.equal(at('LONDON', 'Ontario'), 'CA America/Toronto')
  assert.equal(at('SEOUL', 'South Korea'), 'KR Asia/Seoul')
  assert.equal(at('PORTLAND', 'Ore.'), 'US America/Los_Angeles')
  assert.equal(at('PORTLAND', 'Maine'), 'US America/New_York')
  assert.equal(at('São Paulo'), 'BR America/Sao_Paulo')
  assert.equal(at('Kiev'), 'UA Europe/Kyiv')
  assert.match(at('Pristina'), /^- Europe\//, 'a land that ISO does not list has a clock all the same')
})

test('where two towns are as likely, or none is known, nothing is invented', () => {
  assert.deepEqual(locate({ places: [{ name: 'San Jose' }, { name: 'Kessary' }] }).places, [
    { name: 'San Jose' },
    { name: 'Kessary' },
  ])
  assert.deepEqual(locate({ places: [{ name: 'LONDON', region: 'Atlantis' }] }).places, [
    { name: 'LONDON', region: 'Atlantis' },
  ])
})

test("the house's own places come first, in every language it writes", () => {
  const own = [{ name: 'Kessary', names: { ar: 'كيساري' }, zone: 'Europe/Vienna' }]
  assert.equal(locate({ places: [{ name: 'KESSARY' }] }, own).places[0]?.zone, 'Europe/Vienna')
  assert.equal(locate({ places: [{ name: 'كيساري' }] }, own).places[0]?.zone, 'Europe/Vienna')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HouseError, toHouse } from './house-file.ts'

test('a house names its hub, how much its feeds hold, its licence and its ties', () => {
  const { house } = toHouse(`
name: Halyard
hub: https://hub.example/
feeds: summary
licence: https://halyard.example/terms
trust:
  belongto: https://www.association.example/
  social: [https://social.example/@halyard, https://other.example/halyard]
  datatrainingallowed: no
`)
  assert.equal(house.hub, 'https://hub.example/')
  assert.equal(house.feeds, 'summary')
  assert.equal(house.licence, 'https://halyard.example/terms')
  assert.deepEqual(house.trust, {
    belongto: ['https://www.association.example/'],
    social: ['https://social.example/@halyard', 'https://other.example/halyard'],
    datatrainingallowed: ['no'],
  })
})

test('what is none of these is said, all at once', () => {
  const wrong =
    'name: H\nhub: nowhere\nfeeds: half\nlicence: free\ntrust: { friend: https://a.example/, social: me, datatrainingallowed: perhaps }'
  assert.throws(
    () => toHouse(wrong),
    (error) => {
      assert.ok(error instanceof HouseError)
      assert.deepEqual(
        error.complaints.map((one) => one.split(':')[0]),
        ['hub', 'feeds', 'licence', 'trust.friend', 'trust.social', 'trust.datatrainingallowed'],
      )
      return true
    },
  )
})

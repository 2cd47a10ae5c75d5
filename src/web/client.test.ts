import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientsBehind } from './client.ts'

test('a reader is where the connection comes from, and nobody’s word for it is taken', () => {
  const clientOf = clientsBehind([])
  assert.equal(clientOf('203.0.113.7', '198.51.100.1'), '203.0.113.7')
  assert.equal(clientOf('::ffff:203.0.113.7'), '203.0.113.7')
  assert.equal(clientOf(undefined, '198.51.100.1'), undefined)
})

test('behind trusted proxies a reader is who they name, and what he wrote before them is not believed', () => {
  const clientOf = clientsBehind(['127.0.0.1', '10.0.0.0/8', 'fd00::/8'])
  assert.equal(clientOf('127.0.0.1', '198.51.100.1'), '198.51.100.1')
  assert.equal(clientOf('::ffff:127.0.0.1', '198.51.100.1, 203.0.113.7, 10.2.3.4'), '203.0.113.7')
  assert.equal(clientOf('fd00::1', '[2001:db8::1]:443'), '2001:db8:0:0::/64')
  assert.equal(clientOf('10.0.0.1', '203.0.113.7:51000'), '203.0.113.7')
  assert.equal(clientOf('10.0.0.1', 'unknown'), '10.0.0.1')
  assert.equal(clientOf('10.0.0.1', null), '10.0.0.1')
})

test('whoever has a network of IPv6 is one client, whichever of its addresses he takes', () => {
  const clientOf = clientsBehind([])
  assert.equal(clientOf('2001:db8:1:2:3:4:5:6'), clientOf('2001:db8:1:2:ffff::1'))
  assert.notEqual(clientOf('2001:db8:1:2::1'), clientOf('2001:db8:1:3::1'))
  assert.equal(clientOf('::1'), '0:0:0:0::/64')
})

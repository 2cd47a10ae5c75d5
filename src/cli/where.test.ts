import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Ground } from '../ground.ts'
import { addressOf, hintOf } from './where.ts'

type Known = Parameters<typeof addressOf>[0]
const config = {
  port: 8080,
  host: '127.0.0.1',
  dataFolder: '/d',
  url: 'http://localhost:8080',
  trustedProxies: [],
  demo: false,
}

test('an address that nobody has said is not invented: with a database of somebody else the path is told, and how to have more', () => {
  const strange: Known = { base: config.url, config: { ...config, urlIsGuess: true } }
  assert.equal(addressOf(strange, '/2026/x'), '/2026/x')
  assert.match(hintOf(strange), /DATELINE_URL/)
})

test('what the settings say, or the agency of the same folder, is the address', () => {
  const said: Known = { base: 'https://news.example', config: { ...config, url: 'https://news.example' } }
  const own: Known = {
    ...said,
    config: { ...config, urlIsGuess: true },
    embedded: {} as NonNullable<Ground['embedded']>,
  }
  for (const known of [said, own])
    assert.deepEqual([addressOf(known, '/2026/x'), hintOf(known)], ['https://news.example/2026/x', ''])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { keepPicture } from '../store/pictures.ts'
import { type Rendition } from '../story/rendition.ts'
import { keepPrepared } from './prepare.ts'

const [older, newer, late] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string]

test('the newest pictures are made ready first, then each that comes in', async () => {
  await using database = await testDatabase()
  const come = (hash: string, minute: number) =>
    keepPicture(
      database,
      { hash, type: 'image/jpeg', width: 500, height: 400, size: 1, metadata: {} },
      `2026-11-24T10:0${minute}:00Z`,
    )
  await come(older, 1)
  await come(newer, 2)
  const made: Rendition[] = []
  const heard: (() => void)[] = []
  const renditions = {
    original: async () => undefined,
    open: async () => undefined,
    prepare: async (rendition: Rendition) => {
      made.push(rendition)
      for (const tell of heard) tell()
    },
    [Symbol.asyncDispose]: async () => {},
  }
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      const look = () => (made.length >= count ? resolve() : undefined)
      heard.push(look)
      look()
    })
  using preparing = keepPrepared(database, renditions, { first: 60, seconds: 0.05, wait: 0 })
  assert.ok(preparing)
  await until(6)
  await come(late, 3)
  await until(9)
  assert.deepEqual(
    made.map(({ hash, step, type }) => `${hash[0]} ${step} ${type}`),
    [newer, older, late].flatMap((hash) => [240, 480, 640].map((step) => `${hash[0]} ${step} avif`)),
  )
})

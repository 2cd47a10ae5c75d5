import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainHouse } from '../config/house.ts'
import { chosenPath, editionAt, editionOf, editionRoot, housePath, readChosen, searchPath } from './routes.ts'

const house = { ...plainHouse, languages: ['en', 'ar'] }

test('a front, a section and a feed are read back from the path that was made for them', () => {
  for (const chosen of [
    { edition: 'en' },
    { edition: 'ar' },
    { edition: 'en', section: 'world' },
    { edition: 'ar', section: 'sport', feed: 'feed.json' as const },
  ])
    assert.deepEqual(readChosen(chosenPath(chosen, house), house), chosen)
  assert.equal(chosenPath({ edition: 'en' }, house), '/')
})

test('an edition is read off the path that was made for it, and nothing else is one', () => {
  assert.equal(housePath('about', 'en', house), '/about')
  assert.equal(housePath('about', 'ar', house), '/ar/about')
  assert.equal(editionAt('/ar/about', house), 'ar')
  assert.equal(editionAt('/ar', house), 'ar')
  for (const path of ['/', '/about', '/en/about', '/xx/about', '/arabic', '//ar', '/%E0%A4%A/about'])
    assert.equal(editionAt(path, house), undefined, path)
})

test('pages of a language stand in its own edition, where two share a tongue too, or in the main one', () => {
  const two = { ...house, languages: ['en', 'zh-Hans', 'zh-Hant', 'ar'] }
  assert.equal(editionOf(two, 'zh-Hant'), 'zh-Hant')
  assert.equal(editionRoot(two, 'zh-Hant'), '/zh-Hant')
  assert.equal(editionRoot(two, 'zh'), '/zh-Hans')
  assert.equal(editionRoot(two, 'ar-EG'), '/ar')
  assert.equal(editionRoot(two, 'en-GB'), '')
  assert.equal(editionRoot(two, 'fi'), '')
})

test('a path that the house did not choose is nothing', () => {
  for (const path of [
    '/en',
    '/nowhere',
    '/world/nowhere',
    '/ar/rss/world',
    '/ar/about/rss',
    '/world/about',
    '/world/',
    '/%E0%A4%A',
  ])
    assert.equal(readChosen(path, house), undefined, path)
})

test('what is not asked for is not in the address of a search', () => {
  assert.equal(searchPath({ q: '"a b"', year: undefined }), '/search?q=%22a+b%22')
  assert.equal(searchPath({}), '/search')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainHouse } from '../config/house.ts'
import { chosenPath, housePath, readChosen, searchPath } from './routes.ts'

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
  assert.deepEqual(readChosen(housePath('about', 'ar', house), house), { edition: 'ar', house: 'about' })
  assert.equal(housePath('about', 'en', house), '/about')
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

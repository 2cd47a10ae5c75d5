import assert from 'node:assert/strict'
import { test } from 'node:test'
import { story } from '../../test/build.ts'
import { testDatabase } from '../../test/database.ts'
import { testNewsroom } from '../../test/newsroom.ts'
import { configurationOf, configurations } from './search.ts'
import { searchView } from './views/search.ts'

test('every configuration that a row may name is known to the database', async () => {
  await using database = await testDatabase()
  const rows = await database.sql<{ name: string }[]>`select cfgname as name from pg_ts_config`
  const known = new Set(rows.map(({ name }) => name))
  assert.deepEqual(
    configurations().filter((name) => !known.has(name)),
    [],
  )
  assert.equal(configurationOf('de-AT'), 'german')
  assert.equal(configurationOf('fa'), 'simple')
})

test('a story is found by another form of its words, in every language we promise', async () => {
  await using room = await testNewsroom()
  const cases: [language: string, words: string, found: string, not: string][] = [
    ['en', 'Two miners were rescued', 'miner rescue', 'minor'],
    ['de', 'Die Häuser brannten', 'haus HÄUSER', 'maus'],
    ['fr', 'Les députés votent', 'député', 'dépôt'],
    ['es', 'Las elecciones generales', 'elección', 'lección'],
    ['pt', 'Os deputados votaram', 'deputado votar', 'depósito'],
    ['it', 'I terremoti devastanti', 'terremoto', 'tesoro'],
    ['ru', 'Землетрясения в Чили', 'ЗЕМЛЕТРЯСЕНИЕ', 'земля'],
    ['ar', 'الزَّلازِل في تشيلي', 'زلازل', 'كتاب'],
    ['fa', 'زلزله در شیلی', 'زلزله', 'کتاب'],
    ['he', 'רְעִידַת אדמה', 'רעידת', 'ספר'],
    ['el', 'Οι σεισμοί στη Χιλή', 'σεισμός', 'βιβλίο'],
    ['tr', 'Şili’den haberler', 'haber', 'deniz'],
    ['hi', 'चिली में भूकंप', 'भूकंप', 'किताब'],
    ['zh', '东京都发生地震', '地震', '京东'],
    ['ja', '東京で地震が発生しました', '地震', '震地'],
    ['ko', '도쿄에서 지진이 발생했다', '지진', '진지'],
  ]
  for (const [language, words] of cases) await room.published(story(`S-${language}`).written(language).headed(words))
  for (const [language, , found, not] of cases) {
    const find = async (words: string) => {
      const terms = words.split(' ').map((text) => ({ text, phrase: false, not: false }))
      const { total } = await searchView(room.database).search({
        ...{ terms, language, sort: 'best', now: '2030-01-01T00:00:00Z', skip: 0, limit: 5 },
      })
      return total
    }
    assert.equal(await find(found), 1, `${language}: ${found}`)
    assert.equal(await find(not), 0, `${language}: ${not}`)
  }
})

test('a story of any length is kept and found by its beginning', async () => {
  await using room = await testNewsroom()
  const long = Array.from({ length: 60_000 }, (_, n) => `word${n}`).join(' ')
  await room.published(story('LONG').saying('Earthquake.', long, '地'.repeat(10), 'x'.repeat(5000)))
  assert.equal((await room.database.sql`select from search where body @@ to_tsquery('english', 'earthquake')`).count, 1)
})

test('no phrase runs from one name into the next, nor from a name into the same name without accents', async () => {
  await using room = await testNewsroom()
  const places = [{ name: 'Zürich' }, { name: 'سد' }]
  const people = [{ name: 'Ana Ruiz' }, { name: 'Ben Gaál' }]
  await room.published(story('NAMES').with({ dateline: { places }, credits: [{ role: 'reporting', people }] }))
  const find = async (field: 'by' | 'place', text: string) => {
    const terms = [{ text, phrase: true, not: false, field }]
    const ask = { terms, sort: 'newest', now: '2030-01-01T00:00:00Z', skip: 0, limit: 5 } as const
    return (await searchView(room.database).search(ask)).total
  }
  for (const [field, text] of [
    ['by', 'ana ruiz'],
    ['by', 'Ben Gaal'],
    ['place', 'Zurich'],
    ['place', 'سد'],
  ] as const)
    assert.equal(await find(field, text), 1, text)
  for (const [field, text] of [
    ['by', 'ruiz ben'],
    ['by', 'gaál ana'],
    ['place', 'سد سد'],
    ['place', 'zürich zurich'],
  ] as const)
    assert.equal(await find(field, text), 0, text)
})

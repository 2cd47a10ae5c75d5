import assert from 'node:assert/strict'
import { test } from 'node:test'
import { labelledIn } from '../../../../test/accuracy/labelled.ts'
import { readCopy } from '../read.ts'
import { detectLanguage } from './detect.ts'
import { languages } from './languages/index.ts'

test('two lines of news are in their language', () => {
  for (const [language, raw] of [
    ['de', 'Eil: Minister tritt zurück\n\nKIEL, 25. Nov (Nordlicht) – Der Finanzminister tritt zurück.\n'],
    ['de', 'Neue Brücke in Rendsburg\n\nRENDSBURG, 25. Nov (Nordlicht) – Die neue Brücke in Rendsburg ist fertig.\n'],
    ['en', 'Flash: Minister resigns\n\nKIEL, Nov 25 (Nordlicht) – The finance minister resigns.\n'],
    ['fr', 'Alerte: le ministre démissionne\n\nPARIS, 25 nov (Nordlicht) – Le ministre démissionne.\n'],
    ['es', 'Urgente: dimite el ministro\n\nMADRID, 25 nov (Nordlicht) - El ministro dimite.\n'],
    ['it', 'Flash: il ministro si dimette\n\nROMA, 25 nov (Nordlicht) - Il ministro si dimette.\n'],
    ['pt', 'Urgente: ministro demite-se\n\nLISBOA, 25 nov (Nordlicht) - O ministro demite-se.\n'],
    ['tr', 'Son dakika: Bakan istifa etti\n\nANKARA, 25 Kasım (Nordlicht) - Maliye bakanı istifa etti.\n'],
  ] as const) {
    assert.equal(detectLanguage(raw), language, raw)
    for (const expected of ['de', 'en', 'fr']) assert.equal(detectLanguage(raw, expected), language, raw)
  }
})

test('where nothing speaks for a language it is the expected one, and English when none is', () => {
  assert.equal(detectLanguage('Hafen Kiel gesperrt'), 'en')
  assert.equal(readCopy('Hafen Kiel gesperrt', { expected: 'de' }).language, 'de')
  assert.equal(readCopy('Hafen Kiel gesperrt', { expected: 'de-AT' }).language, 'de')
  assert.equal(readCopy('Hafen Kiel gesperrt', { expected: 'de', language: 'en' }).language, 'en')
  assert.equal(detectLanguage('東京株式市場', 'ja'), 'ja')
  assert.equal(detectLanguage('Правительство', 'de'), 'ru', 'what is expected is written in other letters')
  assert.equal(
    detectLanguage('Minister finansów złożył rezygnację', 'pl'),
    'pl',
    'it may be one that there is no table for',
  )
})

test('whole stories are in their language, whatever is expected', () => {
  for (const { code } of languages)
    for (const { type, lang, raw } of labelledIn(`test/copy/${code}.jsonl`))
      if (type === 'story')
        for (const expected of ['en', 'de', undefined])
          assert.equal(detectLanguage(raw, expected), lang.slice(0, 2), raw.slice(0, 80))
})

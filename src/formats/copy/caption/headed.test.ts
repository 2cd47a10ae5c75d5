import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lexicon } from '../lexicon/lexicon.ts'
import { readCopy } from '../read.ts'
import { headedLine } from './headed.ts'

const de = lexicon('de')
const story = (line: string) => `Erster Schnee auf dem Bungsberg

KIEL, 25. Nov (Nordlicht) – Auf dem Bungsberg in Schleswig-Holstein ist am Mittwoch der erste Schnee dieses Winters gefallen.

Es waren zwei Zentimeter.
${line}
`
const read = (line: string) => {
  const { body, captions, unsure } = readCopy(story(line), { language: 'de' })
  return { last: body.at(-1), paragraphs: body.length, captions, unsure: unsure.length }
}

test('a line that a label opens is the caption, in brackets too, and the sentence before it stays copy', () => {
  const words = 'Schnee auf dem Bungsberg, 25. November 2026.'
  for (const line of [
    `Foto: ${words} Nordlicht/Malte Höft`,
    `FOTO: ${words} Nordlicht/Malte Höft`,
    `Bild 2: ${words} (Foto: Malte Höft/Nordlicht)`,
    `[Foto: ${words} Nordlicht/Malte Höft]`,
    `[Bild] ${words} Nordlicht/Malte Höft`,
    `Bildunterschrift: ${words} Nordlicht/Malte Höft`,
    `Caption: ${words} Nordlicht/Malte Höft`,
    `Bildunterschrift: ${words}\nFoto: Malte Höft/Nordlicht`,
    `\nBU: ${words} – Nordlicht/Malte Höft`,
  ]) {
    const credit = { agency: 'Nordlicht', photographer: 'Malte Höft' }
    const caption = { text: words, place: 'Bungsberg', date: '2026-11-25', credit }
    assert.deepEqual(
      read(line),
      { last: 'Es waren zwei Zentimeter.', paragraphs: 2, captions: [caption], unsure: 0 },
      line,
    )
  }
})

test('a line that only names who made a picture is a credit, and no sentence of the copy becomes its caption', () => {
  for (const [line, agency, photographer] of [
    ['Foto: Malte Höft', null, 'Malte Höft'],
    ['Archivfoto: Malte Höft', null, 'Malte Höft'],
    ['Foto: Malte Höft/Nordlicht', 'Nordlicht', 'Malte Höft'],
    ['Foto: dpa', 'dpa', null],
  ] as const) {
    const { last, paragraphs, captions } = read(line)
    assert.deepEqual(
      { last, paragraphs, captions: captions.map(({ text, credit }) => ({ text, credit })) },
      { last: 'Es waren zwei Zentimeter.', paragraphs: 2, captions: [{ text: '', credit: { agency, photographer } }] },
      line,
    )
  }
  assert.equal(read('Foto: Malte Höft').unsure, 1, 'it is said that the sentence could be its caption')
})

test('each of several labelled lines is a caption of its own, also right under a wrapped paragraph', () => {
  const lines =
    'Foto 1: Schnee auf dem Bungsberg. Nordlicht/Malte Höft\nFoto 2: Ein Kind mit Schlitten. Nordlicht/Malte Höft'
  assert.deepEqual(
    read(lines).captions.map(({ text }) => text),
    ['Schnee auf dem Bungsberg.', 'Ein Kind mit Schlitten.'],
  )
})

test('a label tells names from what a picture shows', () => {
  for (const [line, is] of [
    ['Foto: Anna Neri und Malte Höft/Nordlicht', 'credit'],
    ['Foto: Stadt Kiel', 'credit'],
    ['Foto: privat', 'credit'],
    ['Foto: Schnee auf dem Berg', 'caption'],
    ['Foto: Die Brücke.', 'caption'],
    ['Bildtext: Malte Höft', 'caption'],
  ] as const)
    assert.equal(headedLine(line, de)?.is, is, line)
  assert.equal(headedLine('Fotos zeigten später, was geschehen war: nichts.', de), null)
  assert.equal(headedLine('Der Minister sagte: Das Bild trügt.', de), null)
})

test('a headline that names a paper is no caption', () => {
  const { headline, captions } = readCopy(story('Es bleibt kalt.').replace(/^.+/u, 'Bild: Trainer vor dem Aus'))
  assert.equal(headline, 'Bild: Trainer vor dem Aus')
  assert.deepEqual(captions, [])
})

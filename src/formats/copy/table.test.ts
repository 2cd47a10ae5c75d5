import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Block } from '../../story/copy.ts'
import { textOf } from '../../story/text.ts'
import { readCopy } from './read.ts'
import { tableOf } from './table.ts'
import { toDraft } from './to-story.ts'

test('rows drawn with tabs, bars or spaces become a table, its head apart', () => {
  const wanted = {
    head: [['Day', 'Gates', 'Level']],
    rows: [
      ['Sunday', '0', '417.3'],
      ['Monday', '1', '-1.5'],
    ],
  }
  assert.deepEqual(cells(tableOf('Day\tGates\tLevel\nSunday\t0\t417.3\nMonday\t1\t-1.5')), wanted)
  assert.deepEqual(
    cells(tableOf('| Day | Gates | Level |\n|---|---|---|\n| Sunday | 0 | 417.3 |\n| Monday | 1 | -1.5 |')),
    wanted,
  )
  assert.deepEqual(
    cells(tableOf('  Day      Gates   Level\n  Sunday   0       417.3\n  Monday   1       -1.5')),
    wanted,
  )
})

test('rows that do not agree stay as they were drawn', () => {
  assert.deepEqual(tableOf('Sunday   0   417.3\nMonday   1'), {
    is: 'preformatted',
    text: 'Sunday   0   417.3\nMonday   1',
  })
})

test('a table in raw copy is a table in the story', () => {
  const raw =
    'Lake falls\n\nOSTRA (Example) - The lake fell on Monday, the authority said.\n\nDay\tGates\tLevel\nSunday\t0\t417.3\nMonday\t1\t415.9\n\nIt will be read again on Tuesday.\n'
  const { copy } = toDraft(readCopy(raw), raw)
  assert.deepEqual(
    copy.map(({ is }) => is),
    ['paragraph', 'table', 'paragraph'],
  )
})

function cells(block: Block) {
  assert.equal(block.is, 'table')
  const { head, rows } = block
  return { head: head.map((row) => row.map(textOf)), rows: rows.map((row) => row.map(textOf)) }
}

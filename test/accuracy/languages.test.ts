import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { labelledIn } from './labelled.ts'
import { scoreOf } from './score.ts'

const files = readdirSync('test/copy').filter((name) => /^[a-z]{2}\.jsonl$/.test(name))

test('invented copy of sixteen languages is read right in every field, but for what is labelled as open to doubt', (context) => {
  assert.equal(files.length, 16)
  let pieces = 0
  let judged = 0
  const wrong: string[] = []
  for (const file of files)
    for (const piece of labelledIn(`test/copy/${file}`)) {
      if (piece.doubtful) continue
      pieces++
      for (const verdict of scoreOf(piece).verdicts) {
        judged++
        if (!verdict.right) wrong.push(`${piece.id}: ${verdict.field}`)
      }
    }
  assert.deepEqual(wrong, [])
  assert.ok(pieces > 700 && judged > 3000, 'the labels were there and were judged')
  context.diagnostic(`${pieces} pieces, ${judged} judgements, none wrong`)
})

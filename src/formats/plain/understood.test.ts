import assert from 'node:assert/strict'
import { test } from 'node:test'
import { understood } from './understood.ts'

test('what copy says of itself goes to those whom it concerns', () => {
  const { draft } = understood(
    'CORRECTED-Ostra bridge reopens\n\n(Corrects length of bridge in paragraph 2)\n\nOSTRA, Nov 24 (Kessary) - The bridge at Ostra reopened on Tuesday.\n\nIt is 300 metres long.\n\n(Reporting by Ana Ruiz; Editing by Bo Lind)\n',
    { language: 'en' },
  )
  assert.deepEqual(draft.notes.public, ['(Corrects length of bridge in paragraph 2)'])
  assert.ok(draft.notes.desk.includes('Came as: correction'))
  assert.deepEqual(
    draft.credits.map(({ role }) => role),
    ['reporting', 'editing'],
  )
})

test('text in which no paragraph stands out is kept as the copy', () => {
  const { draft, lost } = understood('Ostra tolls\n\nBarge 4.5\n\nRaft 2.1\n', { language: 'en' })
  assert.match(JSON.stringify([draft.headline, draft.copy]), /Barge 4\.5.*Raft 2\.1/)
  assert.deepEqual(draft.notes.desk, [])
  assert.ok(Array.isArray(lost))
})

test('an embargo that is printed binds the story, all day where its clock is not understood', () => {
  const copy = (line: string) =>
    understood(
      `${line}\n\nBudget rises\n\nOSTRA, Nov 24 (Kessary) - The budget of Ostra rises by a tenth, the mayor said on Tuesday.\n\nShe gave no reason for it, and none was asked.\n`,
      { language: 'en', zone: 'Europe/Lisbon' },
    ).draft
  const printed = copy('EMBARGOED until 0900 GMT, November 26, 2026')
  assert.deepEqual(printed.embargo?.until, { local: '2026-11-26T09:00:00+00:00', zone: 'UTC', zoneFrom: 'printed' })
  const day = copy('EMBARGOED until November 26, 2026')
  assert.deepEqual(day.embargo?.until, { local: '2026-11-26T23:59:59', zone: 'Europe/Lisbon', zoneFrom: 'house' })
  assert.ok(day.notes.desk.includes('Embargo as printed: EMBARGOED until November 26, 2026'))
  assert.ok(!JSON.stringify([printed.copy, day.copy]).includes('EMBARGOED'))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, young } from '../shots/agencies.ts'
import { openPage } from './chromium.ts'
import { axeFindings, markupFindings } from './faults.ts'
import { foreignWords } from './foreign.ts'
import { verdicts } from './verdicts.ts'
import { fiveWidths } from './widths.ts'

test('every kind of page of the demonstration, in each of its tongues, is without a finding at the five ranges', async () => {
  await using demo = await demonstration()
  const wrong = new Map<string, string>()
  for (const [side, { base, kinds }] of [
    ['English', demo],
    ['Arabic', demo.mirrored],
  ] as const)
    for (const width of [320, ...fiveWidths]) {
      await using page = await openPage({ viewport: { width, height: 900 } })
      for (const [name, path] of Object.entries(kinds)) {
        const answer = await page.goto(base + path)
        const markup = width === 320 ? await markupFindings((await answer?.text()) ?? '') : []
        const fault = (answer?.status() ?? 500) >= 500 ? [`answers ${answer?.status()}`] : []
        const found = [
          ...fault,
          ...markup,
          ...(await verdicts(page)),
          ...(await axeFindings(page)),
          ...(await foreignWords(page)),
        ]
        for (const one of found) wrong.set(`${side} ${name}: ${one}`, `${width} px`)
      }
    }
  assert.deepEqual([...wrong], [])
})

test('an agency with no story, with a single one and with three is without a finding', async () => {
  for (const stories of [0, 1, 3] as const) {
    await using agency = await young(stories)
    for (const width of fiveWidths) {
      await using page = await openPage({ viewport: { width, height: 900 } })
      for (const [name, path] of Object.entries(agency.kinds)) {
        await page.goto(agency.base + path)
        assert.deepEqual(
          [...(await verdicts(page)), ...(await axeFindings(page))],
          [],
          `${stories} ${name}, ${width} px`,
        )
      }
    }
  }
})

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type Shown, demonstration, young } from '../shots/agencies.ts'
import { openPage } from './chromium.ts'
import { axeFindings, markupFindings } from './faults.ts'
import { foreignWords } from './foreign.ts'
import { verdicts } from './verdicts.ts'
import { fiveWidths } from './widths.ts'

let opened: ReturnType<typeof demonstration> | undefined
after(async () => (await opened)?.[Symbol.asyncDispose]())
const demo = () => (opened ??= demonstration())

async function all(): Promise<[string, Shown][]> {
  const shown = await demo()
  return [
    ['English', shown],
    ['Arabic', shown.mirrored],
  ]
}

test('every kind of page of the demonstration, in each of its tongues, is without a finding at the five ranges', async () => {
  for (const [side, { base, kinds }] of await all())
    for (const width of [320, ...fiveWidths]) {
      await using page = await openPage({ viewport: { width, height: 900 } })
      for (const [name, path] of Object.entries(kinds)) {
        const answer = await page.goto(base + path)
        const where = `${side} ${name}, ${width} px`
        assert.deepEqual(await verdicts(page), [], where)
        assert.equal((await axeFindings(page)).join('\n'), '', where)
        if (width === 320) assert.deepEqual(await markupFindings((await answer?.text()) ?? ''), [], where)
        assert.deepEqual(await foreignWords(page), [], where)
      }
    }
})

test('an agency with no story, and one with a single one, are without a finding', async () => {
  for (const stories of [0, 1] as const) {
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

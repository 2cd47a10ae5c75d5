import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostileAgency } from '../shots/agencies.ts'
import { openPage } from './chromium.ts'
import { axeFindings, markupFindings } from './faults.ts'
import { verdicts } from './verdicts.ts'
import { long, widths } from './widths.ts'

test('whatever copy comes', async (t) => {
  await using agency = await hostileAgency()
  const { base, kinds } = agency
  for (const width of long ? [320, ...widths] : [320, 1280])
    await t.test(`nothing scrolls sideways, leaves its box or covers anything, at ${width} px`, async () => {
      await using page = await openPage({ viewport: { width, height: 900 } })
      const wrong: string[] = []
      for (const [name, path] of Object.entries(kinds)) {
        await page.goto(base + path)
        wrong.push(...(await verdicts(page)).map((one) => `${name}: ${one}`))
      }
      assert.deepEqual(wrong, [])
    })

  await t.test('axe and html-validate find nothing', async () => {
    const wrong: string[] = []
    for (const width of long ? widths : [390]) {
      await using page = await openPage({ viewport: { width, height: 900 } })
      for (const [name, path] of Object.entries(kinds)) {
        if (!long && !short.includes(name)) continue
        const answer = await page.goto(base + path)
        const found = [...(await markupFindings((await answer?.text()) ?? '')), ...(await axeFindings(page))]
        wrong.push(...found.map((one) => `${name}, ${width} px: ${one}`))
      }
    }
    assert.deepEqual(wrong, [])
  })
})

const short = ['front', 'search', 'forty-credits', 'huge-table', 'running', 'quotation', 'arabic']

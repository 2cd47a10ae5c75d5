import assert from 'node:assert/strict'
import { test } from 'node:test'
import { young } from '../shots/agencies.ts'
import { openPage } from './chromium.ts'
import { fiveWidths } from './widths.ts'
import { sharedWorld } from './world.ts'

test('no page scrolls sideways at any width, 320 px at 400 % included', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage()
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(base + path)
    for (const width of [320, 640, 960, 1152, 1440]) {
      await page.setViewportSize({ width, height: 800 })
      const over = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      assert.equal(over, 0, `${name} at ${width} px`)
    }
  }
})

test('nothing on a story page moves while it loads, and nothing comes from elsewhere', async () => {
  const { base, pages } = await sharedWorld()
  for (const width of [390, 1280]) {
    await using page = await openPage({ viewport: { width, height: 800 } })
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`))
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(base + pages.story, { waitUntil: 'networkidle' })
    const shift = await page.evaluate<number>(`new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().reduce((sum, { value }) => sum + value, 0)))
      .observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => resolve(0), 800)
  })`)
    assert.equal(shift, 0)
    assert.deepEqual(complaints, [])
    assert.ok(
      asked.every((address) => address.split(' ')[1]?.startsWith(base)),
      asked.join(' '),
    )
    // The page, the script, once an hour the question what time it is, and in some browsers the sign of the house.
    assert.equal(asked.filter((address) => !/[/]pictures[/]|icon/.test(address)).length, 3, asked.join(' '))
  }
})

test('an Arabic page is the English one in a mirror', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage({ viewport: { width: 1280, height: 900 } })
  const places = async (path: string) => {
    await page.goto(base + path)
    return page.evaluate<[left: number, right: number][]>(`['.wordmark', '.signed', '.body', '.side'].map((part) => {
      const box = document.querySelector(part).getBoundingClientRect()
      return [Math.round(box.left), Math.round(innerWidth - box.right)]
    })`)
  }
  const english = await places(pages.story)
  const arabic = await places(pages.arabic)
  for (const at of [1, 2, 3]) assert.deepEqual(arabic[at], english[at]!.toReversed())
  assert.equal(arabic[0]![1], english[0]![0])
})

test('a part that a story does not have leaves nothing behind', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(base + pages.bare)
  for (const part of [
    '.head .section',
    '.standfirst',
    '.byline',
    '.figure',
    '.mend',
    '.topics',
    '.dateline',
    '#so-far',
    '#around',
    '.slot',
  ])
    assert.equal(await page.locator(`main ${part}`).count(), 0, part)
  assert.equal(await page.locator('main :is(p, ul, ol, dl, figure, h2, dd):empty').count(), 0)
})

test('several pictures are a strip with a count, one is a figure without', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage({ viewport: { width: 800, height: 900 } })
  await page.goto(base + pages.story)
  assert.deepEqual([await page.locator('.strip').count(), await page.locator('.count').count()], [0, 0])
  await page.goto(base + pages.slides)
  const count = page.locator('.count [role=status]')
  assert.equal(await count.textContent(), '1 / 3')
  await page.locator('.count button').last().click()
  await count.filter({ hasText: '2 / 3' }).waitFor()
  await page.locator('.strip').press('ArrowRight')
  await count.filter({ hasText: '3 / 3' }).waitFor()
  assert.equal(await page.locator('.count button').last().isDisabled(), true)
})

type Box = Record<'left' | 'right' | 'top' | 'bottom' | 'width', number>

test('a front of three stories fills its window at every width', async () => {
  await using agency = await young(3)
  await using page = await openPage()
  for (const width of fiveWidths) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(agency.base)
    const { lead, words, picture, second, last } = await page.evaluate<Record<string, Box>>(`(() => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect().toJSON()
  return { lead: box('.lead'), words: box('.lead h2'), picture: box('.lead img'), second: box('.seconds article'), last: box('.seconds article:last-child') }
})()`)
    const text = `${width} px`
    assert.ok(Math.abs(lead!.width - (width < 640 ? width - 32 : last!.right - lead!.left)) <= 1, text)
    assert.ok(second!.top > picture!.bottom && second!.top - lead!.bottom < 60, text)
    if (width < 960) assert.ok(picture!.top > words!.bottom, text)
    else assert.ok(picture!.left > words!.left + lead!.width / 3 && Math.abs(picture!.right - lead!.right) <= 1, text)
  }
})

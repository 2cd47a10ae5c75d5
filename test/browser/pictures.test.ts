import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { type AddressInfo } from 'node:net'
import { test } from 'node:test'
import { ranges } from '../../src/config/ranges.ts'
import { openPage } from './chromium.ts'
import { sharedWorld } from './world.ts'

test('a picture is fetched for the width it stands in, at both edges of every range', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage()
  const wrong: string[] = []
  for (const [name, path] of Object.entries({ story: pages.story, slides: pages.slides, front: pages.front })) {
    await page.goto(base + path)
    assert.ok((await page.locator('img').count()) > 0, name)
    for (const { from, to } of ranges) {
      for (const em of [from || 22, to === Infinity ? 100 : to - 1]) {
        await page.setViewportSize({ width: em * 16, height: 1400 })
        const strange = await page.evaluate<string[]>(`[...document.images].flatMap((image) => {
          const says = image.sizes.split(/,(?! )/).find((one) => {
            const [, condition] = /^(\\(.+?\\)) /.exec(one) ?? []
            return !condition || matchMedia(condition).matches
          }).replace(/^\\(.+?\\) /, '')
          const probe = document.body.appendChild(document.createElement('div'))
          probe.style.position = 'absolute'
          probe.style.inlineSize = says
          const wide = probe.getBoundingClientRect().width
          probe.remove()
          const close = image.closest('.item') // how wide a column is depends on how many there are
            ? wide < image.clientWidth * 2.2 && image.clientWidth < wide * 1.5
            : Math.abs(wide - image.clientWidth) <= 4
          return !close ? says + ' is ' + image.clientWidth : []
        })`)
        wrong.push(...strange.map((one) => `${name}, ${em}em: ${one}`))
      }
    }
  }
  assert.deepEqual(wrong, [])
})

test('no picture of a front is wider or narrower before it has come than after', async () => {
  const { base, pages } = await sharedWorld()
  for (const width of [...ranges.map(({ from }) => (from || 22) * 16), 1136, 1424]) {
    await using page = await openPage({ viewport: { width, height: 1400 } })
    const widths = () => page.evaluate<number[]>('[...document.images].map((image) => image.clientWidth)')
    const gate = Promise.withResolvers<void>()
    await page.route('**/pictures/**', async (route) => {
      await gate.promise
      await route.continue().catch(() => {})
    })
    await page.goto(base + pages.front, { waitUntil: 'domcontentloaded' })
    const before = await widths()
    gate.resolve()
    await page.evaluate("Promise.all([...document.images].map((image) => ((image.loading = 'eager'), image.decode())))")
    assert.deepEqual(await widths(), before, `${width} px`)
    assert.ok(before.length > 3)
  }
})

test('a story with its picture is four requests at most, and the picture an AVIF', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage({ viewport: { width: 390, height: 800 }, deviceScaleFactor: 3 })
  const asked: string[] = []
  // Besides, once an hour and when all is there, the script asks the house for the time: a HEAD without a body.
  page.on('request', (request) => void (request.method() === 'GET' && asked.push(request.url())))
  await page.goto(base + pages.story, { waitUntil: 'networkidle' })
  assert.ok(asked.length <= 4, asked.join(' '))
  assert.match(await page.evaluate<string>('document.images[0].currentSrc'), /\/1280[.]avif$/)
  for (const size of await page.evaluate<string[]>(
    '[...document.images].map(({ width, height }) => `${width}x${height}`)',
  ))
    assert.match(size, /^[1-9]\d*x[1-9]\d*$/)
})

test('a browser that knows no AVIF gets WebP, and one that knows neither a JPEG', async () => {
  const { fetch, pages } = await sharedWorld()
  const page = await (await fetch(pages.story)).text()
  for (const type of ['avif', 'webp', 'jpg']) {
    const [address] = new RegExp(`/pictures/[0-9a-f]{64}/480[.]${type}`).exec(page) ?? []
    const picture = await fetch(address!)
    assert.equal(picture.headers.get('content-type'), `image/${type.replace('jpg', 'jpeg')}`)
    assert.equal(picture.headers.get('cache-control'), 'private, no-cache')
    assert.equal((await fetch(address!.replace('/480.', '/481.'))).status, 404)
  }
})

test('a slide show is read without a script: every picture, caption and credit', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
  await page.goto(base + pages.slides)
  assert.equal(await page.locator('.count').count(), 0)
  const captions = page.locator('.strip figcaption')
  assert.equal(await captions.count(), 3)
  for (const caption of await captions.all()) assert.ok(await caption.isVisible())
  await page.locator('.strip').focus()
  await page.keyboard.press('ArrowRight')
  const moved = () => page.evaluate<number>("document.querySelector('.strip').scrollLeft")
  for (let tries = 0; tries < 40 && (await moved()) < 20; tries++) await new Promise((next) => setTimeout(next, 50))
  assert.ok((await moved()) >= 20)
})

test('a slide show walks by keyboard and stops at its ends', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(base + pages.slides)
  const says = (text: string) => page.locator('.count [role=status]').filter({ hasText: text }).waitFor()
  await page.locator('.strip').focus()
  for (const [key, text] of [
    ['ArrowRight', '2 / 3'],
    ['End', '3 / 3'],
    ['ArrowRight', '3 / 3'],
    ['ArrowLeft', '2 / 3'],
    ['Home', '1 / 3'],
    ['ArrowLeft', '1 / 3'],
  ] as const) {
    await page.keyboard.press(key)
    await says(text)
  }
  const on = page.locator('.count button').last()
  await on.focus()
  await page.keyboard.press('Enter')
  await says('2 / 3')
  await page.keyboard.press('Enter')
  await says('3 / 3')
  assert.ok(await on.isDisabled())
  assert.ok(await on.evaluate((button) => button.ownerDocument.activeElement === button), 'the place is not lost')
})

test('a slide show from right to left goes on to the left', async () => {
  const { base, pages } = await sharedWorld()
  await using page = await openPage({ viewport: { width: 390, height: 800 } })
  await page.goto(base + pages.slides)
  await page.evaluate("document.documentElement.dir = 'rtl'")
  const says = (text: string) => page.locator('.count [role=status]').filter({ hasText: text }).waitFor()
  await page.locator('.strip').focus()
  await page.keyboard.press('ArrowLeft')
  await says('2 / 3')
  await page.keyboard.press('ArrowRight')
  await says('1 / 3')
  await page.locator('.count button').last().click()
  await says('2 / 3')
})

test('a slide show moves without gliding for whoever wants less motion', async () => {
  const { base, pages } = await sharedWorld()
  for (const [reducedMotion, behaviour] of [
    ['reduce', 'auto'],
    ['no-preference', 'smooth'],
  ] as const) {
    await using page = await openPage({ reducedMotion })
    await page.goto(base + pages.slides)
    const found = await page.evaluate<string>("getComputedStyle(document.querySelector('.strip')).scrollBehavior")
    assert.equal(found, behaviour)
  }
})

test('a browser that has the pictures asks whether they still stand, and is sent none of them again', async () => {
  const { base, pages } = await sharedWorld()
  await using front = await listening(base)
  await using page = await openPage({ viewport: { width: 390, height: 800 } })
  for (const path of [pages.story, pages.slides]) {
    front.answers.length = 0
    await page.goto(front.base + path, { waitUntil: 'networkidle' })
    await page.evaluate("document.querySelector('.strip')?.scrollTo(9999, 0)")
    await page.waitForLoadState('networkidle')
    const first = front.answers.splice(0)
    assert.ok(first.length > 0 && first.every(({ status }) => status === 200), JSON.stringify(first))
    await page.goto('about:blank')
    await page.goto(front.base + path, { waitUntil: 'networkidle' })
    assert.ok(front.answers.length > 0)
    for (const { path: picture, has, status } of front.answers) assert.deepEqual([has, status], [true, 304], picture)
  }
})

type Heard = { path: string; has: boolean; status: number }

/** Stands before an agency and hears how pictures are asked for and answered. */
async function listening(agency: string): Promise<{ base: string; answers: Heard[] } & AsyncDisposable> {
  const answers: Heard[] = []
  const server = createServer((asked, answer) => {
    const { url: path = '', headers, method } = asked
    const onward = request(agency + path, { method, headers: { ...headers, host: new URL(agency).host } }, (got) => {
      const { statusCode: status = 0 } = got
      if (path.startsWith('/pictures/')) answers.push({ path, has: 'if-none-match' in headers, status })
      answer.writeHead(status, got.headers)
      got.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    asked.pipe(onward)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

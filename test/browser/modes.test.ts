import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPage } from './chromium.ts'
import { long } from './widths.ts'
import { sharedWorld } from './world.ts'

const short = ['front', 'story', 'slides', 'search', 'day', 'arabic']

async function kinds(): Promise<[string, string][]> {
  const { base, pages } = await sharedWorld()
  return Object.entries(pages)
    .filter(([name]) => long || short.includes(name))
    .map(([name, path]) => [name, base + path])
}

test('in forced colours every word is seen, and so are focus, field and what is chosen', async () => {
  await using page = await openPage({ forcedColors: 'active', viewport: { width: 1280, height: 900 } })
  for (const [name, address] of await kinds()) {
    await page.goto(address)
    const unseen = await page.evaluate<string[]>(`(() => {
      const probe = document.body.appendChild(document.createElement('i'))
      const is = (name) => { probe.style.color = name; return getComputedStyle(probe).color }
      const system = new Set(['CanvasText', 'LinkText', 'VisitedText', 'ButtonText', 'FieldText', 'GrayText', 'Highlight', 'HighlightText'].map(is))
      const paper = is('Canvas')
      const wrong = []
      for (const one of document.querySelectorAll('body *')) {
        if (!one.checkVisibility() || ![...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue
        const { color, backgroundColor, forcedColorAdjust } = getComputedStyle(one)
        if (!system.has(color) && color !== paper) wrong.push(one.tagName + ' ' + one.className + ' is ' + color)
        if (color === paper && backgroundColor !== is('CanvasText')) wrong.push(one.tagName + ' ' + one.className + ' is paper on ' + backgroundColor)
      }
      for (const field of document.querySelectorAll('main input, main button'))
        if (field.checkVisibility() && getComputedStyle(field).borderBlockEndStyle !== 'solid') wrong.push(field.outerHTML)
      for (const chosen of document.querySelectorAll('.sections [aria-current]'))
        if (getComputedStyle(chosen).textDecorationLine !== 'underline') wrong.push(chosen.outerHTML)
      probe.remove()
      return wrong
    })()`)
    assert.deepEqual(unseen, [], name)
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle'), 'solid', name)
  }
})

test('nothing moves for whoever wants less motion', async () => {
  await using page = await openPage({ reducedMotion: 'reduce', viewport: { width: 390, height: 800 } })
  for (const [name, address] of await kinds()) {
    await page.goto(address)
    const moving = await page.evaluate<string[]>(`[...document.querySelectorAll('*')].filter((one) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one)
      return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth'
    }).map((one) => one.tagName + ' ' + one.className)`)
    assert.deepEqual([...moving, ...(await page.evaluate<string[]>('document.getAnimations().map(String)'))], [], name)
  }
})

test('on paper a story is a clean sheet: its words, whole pictures and its address, nothing to press', async () => {
  const { base, pages } = await sharedWorld()
  // As wide as A4 between its margins.
  await using page = await openPage({ viewport: { width: 643, height: 980 }, colorScheme: 'dark' })
  for (const name of ['story', 'slides', 'arabic', 'bare'] as const) {
    await page.goto(base + pages[name])
    await page.emulateMedia({ media: 'print' })
    const sheet = await page.evaluate<{ there: string[]; away: string[]; pictures: string[]; paper: string }>(`(() => {
      const seen = (part) => [...document.querySelectorAll(part)].some((one) => one.checkVisibility())
      return {
        there: ['h1', '.copy', '.address', '.wordmark', '.times'].filter((part) => !seen(part)),
        away: ['.sections', '.side', '.count', '.topics', '.imprint', '.skip', 'button', 'input', '.age'].filter(seen),
        pictures: [...document.images].filter((image) => {
          const box = image.getBoundingClientRect()
          return box.left < -1 || box.right > innerWidth + 1 || box.height > 360 ||
            !/contain|fill|scale-down/.test(getComputedStyle(image).objectFit)
        }).map((image) => image.alt),
        paper: getComputedStyle(document.documentElement).backgroundColor,
      }
    })()`)
    assert.deepEqual(sheet, { there: [], away: [], pictures: [], paper: 'rgb(255, 255, 255)' }, name)
    const address = await page.locator('.address').textContent()
    assert.ok(address?.includes(`halyard.example${pages[name]}`), `${name} says where it stands`)
    await page.emulateMedia({ media: 'screen' })
  }
})

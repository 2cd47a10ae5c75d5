import { after } from 'node:test'
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core'

let opened: Promise<Browser> | undefined
after(async () => (await opened)?.close())

/** A page of its own in the browser that all tests of a process share. Close it by `await using`. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const browser = await (opened ??= openBrowser())
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.once('close', () => void context.close())
  return page
}

/**
 * The browser of the tests: the one that comes from npm, or the one that `CHROMIUM` names. It needs no system package.
 * Dispose of it when done.
 */
export async function openBrowser(): Promise<Browser> {
  const given = process.env['CHROMIUM']
  if (given) return chromium.launch({ executablePath: given, args: ['--no-sandbox'] })
  // So named, the package unpacks the libraries that Chromium needs and a bare system lacks.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
  const { default: packed } = await import('@sparticuz/chromium')
  packed.setGraphicsMode = false
  const flags = packed.args.filter((flag) => !/single-process|headless|zygote/.test(flag))
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...flags, '--no-sandbox'] })
}

import { after } from 'node:test'
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { openBrowser } from './open-browser.ts'

let opened: Promise<Browser> | undefined
after(async () => (await opened)?.close())

/** A page of its own in the browser that all tests of a process share. Close it by `await using`. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const browser = await (opened ??= openBrowser())
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.once('close', () => void context.close().catch(() => {})) // the browser may be gone before us
  return page
}

import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import { log } from '../log.ts'
import { type Page } from './page.ts'

const waiting: Page[] = []
const waitAtMost = 200
let working = false

/** How long a page waits until it is squeezed, in milliseconds: not while news is on its way to all readers. */
const pause = 500

/**
 * Squeezes a kept page once more, as hard as brotli can: the first reader does not wait for that, all after the second get a
 * tenth less. One page at a time, on another thread, and a moment later; when too many wait, the page stays as it is.
 */
export function refine(page: Page): void {
  if (page.isRefined) return
  page.isRefined = true
  if (page.headers[page.headers.indexOf('content-encoding') + 1] !== 'br' || waiting.length >= waitAtMost) return
  waiting.push(page)
  if (!working) void work()
}

async function work(): Promise<void> {
  working = true
  await sleep(pause, undefined, { ref: false })
  for (let page = waiting.shift(); page; page = waiting.shift())
    try {
      const whole = await promisify(brotliDecompress)(page.body)
      const fine = await promisify(brotliCompress)(whole, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length },
      })
      // Both in one step: nobody is sent the length of one and the bytes of the other.
      if (fine.length < page.body.length) {
        page.headers[page.headers.indexOf('content-length') + 1] = String(fine.length)
        page.body = Buffer.allocUnsafeSlow(fine.length)
        page.body.set(fine) // what is compressed lies in a larger piece of memory
      }
    } catch (error) {
      log.warn('A kept page could not be squeezed further; it is sent as it is.', { error })
    }
  working = false
}

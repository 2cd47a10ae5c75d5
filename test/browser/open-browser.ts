import { type Browser, chromium } from 'playwright-core'

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

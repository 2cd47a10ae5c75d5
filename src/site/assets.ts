import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { scriptPath } from './routes.ts'
import { type Kind, type Look, compileStyle, writtenStyle } from './stylesheet.ts'

/** The style of each kind of page. */
export type Styles = Readonly<Record<Kind, string>>

/** A script of pages, at an address that changes when it does. */
export type Script = { path: string; text: string }

/** The script of each kind of page: the additions that it can use, in one file. */
export type Scripts = Readonly<Record<keyof typeof entries, Script>>

/** What pages carry with them: style for the head, and a deferred script. */
export type Assets = { style: Styles; scripts: Scripts }

/**
 * Makes the style and the script, or takes them from `folder` when they were made from the same sources before: the
 * compilers are loaded only when something changed. A folder that cannot be written is no reason not to start.
 */
export async function buildAssets(house: Look, folder?: string): Promise<Assets> {
  const source = readdirSync(browser)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, browser), 'utf8'))
    .join('\n')
  const styleOf = (kind: Kind) => {
    const written = writtenStyle(kind, house)
    return kept(folder, written, 'css', () => compileStyle(written))
  }
  const [story, slides, live, front, desk, lite, made] = await Promise.all([
    styleOf('story'),
    styleOf('slides'),
    styleOf('live'),
    styleOf('front'),
    styleOf('desk'),
    styleOf('lite'),
    kept(folder, source, 'json', compileScripts),
  ])
  const texts = JSON.parse(made) as Record<keyof Scripts, string>
  const script = (text: string): Script => ({ path: scriptPath(hashOf(text)), text })
  return {
    style: { story, slides, live, front, desk, lite },
    scripts: { page: script(texts.page), slides: script(texts.slides), live: script(texts.live) },
  }
}

/** The address of the script that a kind of page asks for. */
export function scriptOf(kind: Kind, scripts: Scripts): string {
  return (kind === 'slides' || kind === 'live' ? scripts[kind] : scripts.page).path
}

const browser = new URL('browser/', import.meta.url)

/** What runs in the browser, by where it begins. */
const entries = { page: 'page.ts', slides: 'slides.ts', live: 'running.ts' }

async function compileScripts(): Promise<string> {
  const { build, stop } = await import('esbuild')
  const made = await Promise.all(
    Object.entries(entries).map(async ([kind, file]) => {
      const { outputFiles } = await build({
        entryPoints: [fileURLToPath(new URL(file, browser))],
        bundle: true,
        write: false,
        minify: true,
        target: 'es2022',
        format: 'iife',
      })
      return [kind, outputFiles[0]?.text ?? '']
    }),
  )
  await stop() // or a process of its own stays as long as we do
  return JSON.stringify(Object.fromEntries(made))
}

/** Bound to the compiled form as well: another version of this file makes other names. */
const edition = '3'

async function kept(
  folder: string | undefined,
  source: string,
  kind: string,
  make: () => Promise<string>,
): Promise<string> {
  if (!folder) return make()
  const file = join(folder, 'built', `${hashOf(edition + source)}.${kind}`)
  if (existsSync(file)) return readFileSync(file, 'utf8')
  const made = await make()
  try {
    mkdirSync(join(folder, 'built'), { recursive: true, mode: 0o700 })
    const half = `${file}.${process.pid}`
    writeFileSync(half, made)
    renameSync(half, file)
  } catch {
    // A full or closed disk costs a tenth of a second at the next start, nothing else.
  }
  return made
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { test } from 'node:test'

/** Each hole is a file that breaks one wall, and the name of the wall that must see it. */
const holes: readonly [file: string, text: string, wall: string][] = [
  ['src/story/hole.ts', "import { a } from '../store/rows.ts'\nexport const b = a\n", 'story-imports-only-itself'],
  [
    'src/story/package.ts',
    "import { readFileSync } from 'node:fs'\nexport const b = readFileSync\n",
    'story-stands-alone',
  ],
  ['src/site/verb.ts', "import { a } from '../newsroom/publish.ts'\nexport const b = a\n", 'site-imports-only'],
  ['src/site/writer.ts', "import { type A } from '../store/journal.ts'\nexport type B = A\n", 'readers-cannot-write'],
  ['src/wire/writer.ts', "export { type A } from '../store/stories.ts'\n", 'only-verbs-change-stories'],
  ['src/wire/sql.ts', "import postgres from 'postgres'\nexport const b = postgres\n", 'sql-lives-in-the-store'],
  [
    'src/site/browser/page.ts',
    "import { a } from '../../web/html.ts'\nexport const b = a\n",
    'browser-code-is-browser-code',
  ],
  ['src/formats/circle.ts', "import { d } from './round.ts'\nexport const c = d\n", 'no-circles'],
  [
    'src/formats/copy/text/hole.ts',
    "import { b } from '../head/head.ts'\nexport const c = b\n",
    'copy-text-looks-down',
  ],
  ['src/web/door.ts', "import { a } from '../agency.ts'\nexport const b = a\n", 'nobody-imports-the-doors'],
]

const houses: readonly [file: string, text: string][] = [
  ['src/store/rows.ts', 'export const a = 1\n'],
  ['src/store/journal.ts', 'export type A = 1\n'],
  ['src/store/stories.ts', 'export type A = 1\n'],
  ['src/newsroom/publish.ts', 'export const a = 1\n'],
  ['src/web/html.ts', 'export const a = 1\n'],
  ['src/agency.ts', 'export const a = 1\n'],
  ['src/formats/copy/head/head.ts', 'export const b = 1\n'],
  ['src/formats/round.ts', "import { c } from './circle.ts'\nexport const d = c\n"],
]

test('each wall of the ladder sees the hole that is planted in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ladder-'))
  try {
    for (const [file, text] of [...houses, ...holes]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    for (const file of ['ladder.cjs', 'tsconfig.json', 'package.json']) cpSync(file, join(folder, file))
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    const depcruise = resolve('node_modules/.bin/depcruise')
    const { stdout } = spawnSync(depcruise, ['--config', 'ladder.cjs', '--output-type', 'json', 'src'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    })
    const found = (JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } })
      .summary.violations
    for (const [file, , wall] of holes)
      assert.ok(
        found.some(({ from, rule }) => from === file && rule.name.startsWith(wall)),
        `${wall} did not see ${file}`,
      )
  } finally {
    rmSync(folder, { recursive: true })
  }
})

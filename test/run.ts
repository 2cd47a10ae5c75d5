import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { otherDatabase } from './other-database.ts'

/**
 * `npm test`, and with `--long` the full counts of the fault and property tests. Groups run one after the other: two
 * cores are soon full. Ends with one line of totals, and with a line for everything it left out and why.
 */
type Group = { name: string; files: string[]; isolate?: boolean; database?: boolean }

const long = process.argv.includes('--long')
const only = process.argv.slice(2).filter((word) => !word.startsWith('--'))

const groups: Group[] = [
  { name: 'the rules, beside the code', files: await find('src/**/*.test.ts', 'demo/**/*.test.ts'), database: true },
  { name: 'the checks themselves', files: await find('test/check/**/*.test.ts') },
  { name: 'copy in sixteen languages', files: await find('test/copy/**/*.test.ts', 'test/accuracy/**/*.test.ts') },
  { name: 'through the whole agency', files: await find('test/flows/**/*.test.ts'), database: true },
  { name: 'what a reader sees', files: await find('test/browser/**/*.test.ts') },
  { name: 'pulled plugs', files: await find('test/durability/**/*.test.ts'), isolate: true },
  { name: 'a fresh machine', files: await find('test/pinned/**/*.test.ts'), isolate: true },
]

const total = { tests: 0, pass: 0, fail: 0, skipped: 0 }
const leftOut: string[] = []
const started = performance.now()

if (!only.length && (await run(['test/check/main.ts'], {})).code !== 0) total.fail++

for (const group of groups) await runGroup(group, {})

const other = await otherDatabase()
if ('url' in other) {
  await using _ = other
  for (const group of groups.filter((one) => one.database))
    await runGroup({ ...group, name: `${group.name}, on ${other.name}` }, { DATELINE_TEST_DATABASE_URL: other.url })
} else leftOut.push(other.why)

if (!long) leftOut.push('the full counts of the fault and property tests: npm run test:long has them')
if (!existsSync(process.env['DATELINE_SHARED'] ?? '../shared'))
  leftOut.push('tests over the shared corpora: they are not beside this checkout (../shared or DATELINE_SHARED)')

console.log(`\n${Math.round((performance.now() - started) / 1000)} s`)
for (const line of leftOut) console.log(`left out: ${line}`)
console.log(`${total.pass} passed, ${total.fail} failed, ${total.skipped} skipped`)
process.exitCode = total.fail || !total.pass ? 1 : 0

async function runGroup({ name, files, isolate }: Group, more: Record<string, string>): Promise<void> {
  const chosen = files.filter((file) => !only.length || only.some((word) => file.includes(word)))
  if (!chosen.length) return
  console.log(`\n== ${name} (${chosen.length} files)`)
  const flags = ['--test', ...(isolate ? ['--test-concurrency=1'] : ['--test-isolation=none'])]
  const reporters = ['--test-reporter=./test/reporter.ts', '--test-reporter-destination=stdout']
  const { code, output } = await run([...flags, ...reporters, ...chosen], more)
  const counts = /^counted (\d+) (\d+) (\d+) (\d+)$/m.exec(output)
  if (!counts) {
    console.log(`✖ the group ended (${code}) without a count: a test took the process down`)
    total.fail++
    return
  }
  const [tests = 0, pass = 0, fail = 0, skipped = 0] = counts.slice(1).map(Number)
  total.tests += tests
  total.pass += pass
  total.fail += fail || (code ? 1 : 0)
  total.skipped += skipped
}

function run(args: string[], more: Record<string, string>): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...(long ? { DATELINE_LONG: '1' } : {}), ...more }
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env })
    let output = ''
    child.stdout.on('data', (data: Buffer) => {
      output += data
      process.stdout.write(data.toString().replace(/^counted .*\n/gm, ''))
    })
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

async function find(...patterns: string[]): Promise<string[]> {
  const found = (await Promise.all(patterns.map((pattern) => Array.fromAsync(glob(pattern))))).flat()
  return found.filter((file) => long || !file.endsWith('.long.test.ts')).toSorted()
}

import { glob, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type Answer, lineOf, verdict } from './measure/figures.ts'

/**
 * `npm run bench [WORD] [--json FILE]`: runs every file of this folder that answers one question, and prints its figures. Each
 * figure stands beside a limit or a peer of the same run, since machines are shared and noisy.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } })
const [only] = positionals
const files = (await Array.fromAsync(glob('bench/*.ts'))).filter((file) => !file.endsWith('main.ts')).toSorted()

const chosen = files.filter((name) => !only || name.includes(only))
if (!chosen.length) {
  console.error(`No question is called ${only}: ${files.map((name) => basename(name, '.ts')).join(', ')}`)
  process.exit(2)
}

let failed = 0
const seen: object[] = []
for (const file of chosen) {
  try {
    const { run } = (await import(`../${file}`)) as { run: () => Promise<Answer> }
    for (const one of await run()) {
      console.log(lineOf(one))
      if (typeof one === 'string') seen.push({ question: file, said: one })
      else seen.push({ question: file, ...one, verdict: verdict(one) })
    }
  } catch (error) {
    failed++
    seen.push({ question: file, failed: String(error) })
    console.error(`${file} could not be measured:`, error)
  }
  // After each: whoever ends it keeps what was seen.
  if (values.json) await writeFile(values.json, `${JSON.stringify(seen, null, 2)}\n`)
}
process.exitCode = failed ? 1 : 0

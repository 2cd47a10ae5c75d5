import { glob } from 'node:fs/promises'

/**
 * `npm run bench [WORD]`: runs every file of this folder that answers one question, and prints its lines. Each figure stands
 * beside a limit or a peer of the same run, since machines are shared and noisy.
 */
const only = process.argv[2]
const files = (await Array.fromAsync(glob('bench/*.ts'))).filter((file) => !file.endsWith('main.ts')).toSorted()

let failed = 0
for (const file of files.filter((name) => !only || name.includes(only))) {
  try {
    const { run } = (await import(`../${file}`)) as { run: () => Promise<string[]> }
    for (const line of await run()) console.log(line)
  } catch (error) {
    failed++
    console.error(`${file} could not be measured:`, error)
  }
}
process.exitCode = failed ? 1 : 0

import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { test } from 'node:test'
import { parseArgs } from 'node:util'
import { type Command } from './command.ts'
import { flagSentence } from './flag-error.ts'

const help =
  'Usage: ./bin/dateline edit STORY [--json]\n  --as PERSON   who\n  --drop-topic, --drop-keyword  away\nFILE --as x'

test('a flag that a command does not take is answered with those that it takes', () => {
  assert.equal(
    said('--urgencyy', '3'),
    'edit does not take --urgencyy; it takes --json, --as, --drop-topic, --drop-keyword.',
  )
  assert.equal(said('-z'), 'edit does not take -z; it takes --json, --as, --drop-topic, --drop-keyword.')
  assert.equal(said('--as'), '--as wants something behind it: see what under --help.')
  assert.equal(said('--as', '-x'), '--as wants something behind it; what begins with a hyphen is written --as=-….')
  assert.equal(said('--json=1'), '--json stands alone: nothing follows it.')
  assert.equal(flagSentence(new TypeError('x is not a function'), 'edit', help), undefined)
})

test('the help of each command names every flag that it takes', async () => {
  let flags = 0
  for (const file of await readdir(import.meta.dirname)) {
    if (!file.endsWith('.ts') || file.includes('.test.') || file === 'main.ts') continue
    const exported = Object.values((await import(`./${file}`)) as Record<string, unknown>)
    for (const one of exported) {
      if (!isCommand(one)) continue
      const text = one.run.toString()
      const own = Array.from(text.matchAll(/[\s{]'?([a-z-]+)'?: \{ type: '(?:string|boolean)'/g), ([, flag]) => flag)
      flags += own.length
      for (const flag of own) assert.match(one.help, new RegExp(`--${flag}(?![\\w-])`), `${one.name} --${flag}`)
    }
  }
  assert.ok(flags > 30, `${flags} were found`)
})

function isCommand(one: unknown): one is Command {
  return typeof one === 'object' && one !== null && 'help' in one && 'run' in one
}

function said(...args: string[]): string | undefined {
  try {
    parseArgs({ args, options: { as: { type: 'string' }, json: { type: 'boolean' } }, allowPositionals: true })
    return 'taken'
  } catch (error) {
    return flagSentence(error, 'edit', help)
  }
}

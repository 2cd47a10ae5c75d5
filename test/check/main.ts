import { spawn } from 'node:child_process'
import { glob } from 'node:fs/promises'
import { faultOf } from './fault.ts'

/**
 * `npm run check`: types, the ladder, lint, format and dead code, in one. Each tool has to say how many files it saw,
 * and the check fails when that is fewer than there are: a tool that looked at nothing is green too.
 */
type Tool = { name: string; command: string[]; saw: (output: string) => number; atLeast: number }

const files = await count('{src,test,bench,demo}/**/*.ts')
const product = await count('src/**/*.ts')

const tools: Tool[] = [
  {
    name: 'types',
    command: ['tsc', '-p', '.', '--listFiles'],
    saw: (out) => out.split('\n').filter((line) => line.endsWith('.ts') && !line.includes('node_modules')).length,
    atLeast: files - (await count('src/**/browser/**/*.ts')),
  },
  {
    name: 'types of what browsers get',
    command: ['tsc', '-p', 'tsconfig.browser.json', '--listFiles'],
    saw: (out) => out.split('\n').filter((line) => line.endsWith('.ts') && line.includes('/browser/')).length,
    atLeast: 1,
  },
  {
    name: 'ladder',
    command: ['depcruise', '--config', 'ladder.cjs', '--output-type', 'err-long', 'src', 'test', 'bench'],
    saw: (out) => Number(/(\d+) modules/.exec(out)?.[1] ?? 0),
    atLeast: product,
  },
  {
    name: 'lint',
    command: ['oxlint', '--type-aware', '--deny-warnings', 'src', 'test', 'bench', 'demo'],
    saw: (out) => Number(/on (\d+) files?/.exec(out)?.[1] ?? 0),
    atLeast: files,
  },
  {
    name: 'format',
    command: ['oxfmt', '--check', 'src', 'test', 'bench', 'demo'],
    saw: (out) => Number(/on (\d+) files?/.exec(out)?.[1] ?? 0),
    atLeast: files,
  },
  {
    name: 'dead code',
    command: ['knip', '--no-progress', '--no-config-hints', '--debug'],
    saw: (out) => new Set(out.match(/(?<=\/)src\/[/\w.-]+\.ts(?=')/g)).size,
    atLeast: product,
  },
]

let failed = 0
for (const tool of tools) {
  const started = performance.now()
  const { code, output } = await run(tool.command)
  const saw = tool.saw(output)
  const took = `${((performance.now() - started) / 1000).toFixed(1)} s`
  const fault = faultOf({ code, saw, atLeast: tool.atLeast })
  if (fault === undefined) {
    console.log(`✔ ${tool.name}: ${saw} files, ${took}`)
    continue
  }
  failed++
  console.log(`✖ ${tool.name} (${took})`)
  console.log(fault === 'found' ? essence(tool, output) : `  ${fault}`)
}
if (failed) process.exitCode = 1

/** What a person needs of a tool's output: its findings, not the list of files or its diary. */
function essence(tool: Tool, output: string): string {
  const lines = output.split('\n')
  if (tool.name.startsWith('types')) return lines.filter((line) => /error TS/.test(line)).join('\n')
  if (tool.name === 'dead code') return lines.slice(lines.findLastIndex((line) => line.startsWith('[')) + 1).join('\n')
  return output.trim()
}

async function count(pattern: string): Promise<number> {
  return (await Array.fromAsync(glob(pattern))).length
}

function run([tool = '', ...rest]: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(`node_modules/.bin/${tool}`, rest, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    })
    let output = ''
    child.stdout.on('data', (data) => (output += data))
    child.stderr.on('data', (data) => (output += data))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

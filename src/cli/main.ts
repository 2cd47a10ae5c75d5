import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { ConfigError } from '../config/config.ts'
import { type Command, UsageError, exit } from './command.ts'
import { flagSentence } from './flag-error.ts'

/** The command line: finds the command, turns what goes wrong into one sentence, and answers with an exit code. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.ts')).serve,
  import: async () => (await import('./import.ts')).importCommand,
  parse: async () => (await import('./parse.ts')).parse,
  file: async () => (await import('./file.ts')).file,
  claim: async () => (await import('./claim.ts')).claim,
  edit: async () => (await import('./edit.ts')).edit,
  pass: async () => (await import('./pass.ts')).pass,
  publish: async () => (await import('./publish.ts')).publish,
  update: async () => (await import('./update.ts')).update,
  'add-entry': async () => (await import('./add-entry.ts')).addEntry,
  correct: async () => (await import('./correct.ts')).correct,
  refile: async () => (await import('./refile.ts')).refile,
  kill: async () => (await import('./kill.ts')).kill,
  list: async () => (await import('./list.ts')).list,
  show: async () => (await import('./show.ts')).show,
  front: async () => (await import('./front.ts')).front,
  house: async () => (await import('./house.ts')).house,
  person: async () => (await import('./person.ts')).person,
  key: async () => (await import('./key.ts')).key,
  export: async () => (await import('./export.ts')).exportCommand,
  demo: async () => (await import('./demo.ts')).demo,
  doctor: async () => (await import('./doctor.ts')).doctor,
}

const gone = 'The database went away meanwhile. What was acknowledged is kept; call again.'

/** Faults of the machine that a person can mend, by the code that Node or PostgreSQL gives them. */
const sentences: Record<string, string> = {
  ENOENT: 'A file is not where the call says it is.',
  EISDIR: 'A file was asked for, and this is a folder: import takes folders.',
  ENOTDIR: 'A folder on the way to this file is a file.',
  EPERM: 'This user may not do that with a file that is needed.',
  EPIPE: gone,
  ECONNRESET: gone,
  CONNECTION_CLOSED: gone,
  CONNECTION_ENDED: gone,
  CONNECTION_DESTROYED: gone,
  '57P01': gone,
  '57P03': 'The database is just starting: call again in a moment.',
  EACCES: 'This user may not read or write a file that is needed.',
  ENOSPC: 'The disk is full: nothing more was written. Make room and call again.',
  EADDRINUSE: 'Another program listens on that port: choose another with --port or PORT.',
  ECONNREFUSED: 'The database does not answer: check DATABASE_URL, or that its server runs.',
  CONNECT_TIMEOUT: 'The database does not answer: check DATABASE_URL, or that its server runs.',
  '28P01': 'The database refuses the password in DATABASE_URL.',
  '3D000': 'The database named in DATABASE_URL is not there: create it first.',
}

// Whoever reads along (`| head`) may have had enough: that is no fault, and nobody is left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(exit.done)
})
// What was compiled once is taken from beside the packages; where that cannot be written, it is compiled each time.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/dateline', import.meta.url)))
process.exitCode = await main(process.argv.slice(2))

async function main([name, ...args]: string[]): Promise<number> {
  if (!name || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(await overview())
    return name ? exit.done : exit.usage
  }
  const load = commands[name]
  if (!load) {
    process.stderr.write(`There is no command “${name}”. ./bin/dateline --help lists them all.\n`)
    return exit.usage
  }
  const command = await load()
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${command.help.trim()}\n`)
    return exit.done
  }
  try {
    return await command.run(args)
  } catch (error) {
    return complain(error, command)
  }
}

async function overview(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  const lines = all.map(({ name, about }) => `  ${name.padEnd(9)} ${about}`)
  return `Dateline, a news agency in a box.\n\nUsage: ./bin/dateline COMMAND …   (--help after a command says more)\n\n${lines.join('\n')}\n\nExit codes: 0 done · 1 refused, a sentence says why · 2 the call was wrong · 3 done in part\n`
}

/** One clear sentence for what a person can mend; the whole stack only for what is our own fault. */
function complain(error: unknown, { name, help }: Command): number {
  const flags = flagSentence(error, name, help)
  if (error instanceof UsageError || flags) {
    process.stderr.write(`${flags ?? (error as Error).message}\n./bin/dateline ${name} --help says how it is called.\n`)
    return exit.usage
  }
  if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`)
    return exit.usage
  }
  if (error instanceof Error && error.name === 'StartError') {
    process.stderr.write(`${error.message}\n`)
    return exit.refused
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const path = error instanceof Error && 'path' in error ? String(error.path) : ''
  if (code === 'ENOENT' && path) {
    process.stderr.write(`There is no file ${path}: look for a slip of the pen in its name.\n`)
    return exit.refused
  }
  if (sentences[code]) {
    process.stderr.write(`${sentences[code]} (${(error as Error).message})\n`)
    return exit.refused
  }
  process.stderr.write(
    `This is a fault of Dateline's own; please report it with these lines.\n${String((error as Error)?.stack ?? error)}\n`,
  )
  return exit.refused
}

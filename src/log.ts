import { logFormat } from './config/env.ts'

/** What happened, besides the sentence: names and plain values. Passwords inside addresses are masked; never put a secret here. */
export type Facts = Readonly<Record<string, unknown>>

/**
 * One line an event: a sentence for a person on a terminal, a JSON object elsewhere (`LOG_FORMAT=text|json` decides otherwise).
 * `info` goes to standard output, `warn` and `error` to standard error.
 */
export const log = {
  info: (sentence: string, facts?: Facts): void => write('info', sentence, facts),
  warn: (sentence: string, facts?: Facts): void => write('warn', sentence, facts),
  error: (sentence: string, facts?: Facts): void => write('error', sentence, facts),
}

/** The same text with the password of every address in it covered, as in `postgres://ana:***@host/`. */
export function mask(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]*:\/\/[^\s/:@]*):[^\s/@]*@/gi, '$1:***@')
}

/** One event as one line, for `format`. */
export function line(
  level: 'info' | 'warn' | 'error',
  sentence: string,
  facts: Facts,
  format: 'text' | 'json',
  now: string,
): string {
  if (format === 'json') return mask(JSON.stringify({ time: now, level, message: sentence, ...plain(facts) }))
  const mark = level === 'info' ? '' : level === 'warn' ? 'Warning: ' : 'Error: '
  const rest = Object.entries(plain(facts)).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return mask([`${mark}${sentence}`, ...rest].join('  ').replaceAll(/[\r\n]+/g, ' | '))
}

function write(level: 'info' | 'warn' | 'error', sentence: string, facts: Facts = {}): void {
  const out = level === 'info' ? process.stdout : process.stderr
  const format = logFormat === 'json' || logFormat === 'text' ? logFormat : out.isTTY ? 'text' : 'json'
  out.write(`${line(level, sentence, facts, format, new Date().toISOString())}\n`)
}

function plain(facts: Facts): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      value instanceof Error ? (value.stack ?? value.message) : value,
    ]),
  )
}

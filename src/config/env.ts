import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** How log lines look: `LOG_FORMAT`, read at once since there are lines before there is a configuration. */
export const logFormat = process.env['LOG_FORMAT']

/** Where each setting is read: its name in the environment, and its key in the settings file. */
export const settings = {
  port: 'PORT',
  host: 'HOST',
  url: 'DATELINE_URL',
  data: 'DATELINE_DATA',
  database: 'DATABASE_URL',
  trustedProxies: 'TRUSTED_PROXIES',
  pageCache: 'PAGE_CACHE',
  cdnPurge: 'CDN_PURGE',
} as const

/** The name of one of the machine's settings. */
export type Setting = keyof typeof settings

/** A value as it was written, and where: `PORT`, `port in dateline.yaml`, `--port`. */
export type Given = { value: string; from: string }

/** What environment and settings file say, unchecked; `complaints` are about the file itself. */
export type Env = { values: Partial<Record<Setting, Given>>; complaints: readonly string[] }

/** Reads the environment and the settings file (`DATELINE_CONFIG`, else `dateline.yaml` in the working directory when it is there). The environment wins. */
export function readEnv(from: NodeJS.ProcessEnv = process.env): Env {
  const file = readFile(from['DATELINE_CONFIG'])
  const values = { ...file.values }
  for (const [setting, name] of Object.entries(settings) as [Setting, string][]) {
    const value = from[name]
    if (value !== undefined && value.trim() !== '') values[setting] = { value: value.trim(), from: name }
  }
  return { values, complaints: file.complaints }
}

function readFile(named: string | undefined): Env {
  const path = named || 'dateline.yaml'
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT' && !named
    return {
      values: {},
      complaints: missing
        ? []
        : [
            `The settings file ${path} cannot be read (${(error as Error).message}). Correct DATELINE_CONFIG, or take it away.`,
          ],
    }
  }
  try {
    return readSettings(parse(text) as unknown, path)
  } catch (error) {
    return {
      values: {},
      complaints: [`The settings file ${path} is not YAML: ${(error as Error).message.split('\n')[0]}`],
    }
  }
}

function readSettings(content: unknown, path: string): Env {
  if (content === null || content === undefined) return { values: {}, complaints: [] }
  if (typeof content !== 'object' || Array.isArray(content))
    return { values: {}, complaints: [`The settings file ${path} must hold one setting a line, such as "port: 8080".`] }
  const values: Env['values'] = {}
  const complaints: string[] = []
  for (const [key, value] of Object.entries(content)) {
    const text = toText(key, value)
    if (!(key in settings))
      complaints.push(`${key} in ${path} is not a setting. The settings are: ${Object.keys(settings).join(', ')}.`)
    else if (text === undefined)
      complaints.push(`${key} in ${path} must be one value${lists.has(key) ? ' or a list of them' : ''}.`)
    else values[key as Setting] = { value: text, from: `${key} in ${path}` }
  }
  return { values, complaints }
}

const lists: ReadonlySet<string> = new Set<Setting>(['trustedProxies', 'cdnPurge'])

function toText(key: string, value: unknown): string | undefined {
  if (lists.has(key) && Array.isArray(value)) return value.join(',')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

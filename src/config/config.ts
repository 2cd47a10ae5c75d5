import { BlockList, isIP } from 'node:net'
import { resolve } from 'node:path'
import { type Env, type Given, type Setting } from './env.ts'

/** The machine's settings, checked. The house's own (name, sections, languages, rules) are rows in the database. */
export type Config = {
  port: number
  host: string
  /** Absolute. Holds the agency's own database, pictures and built files. */
  dataFolder: string
  /** Somebody else's PostgreSQL; without it the agency runs its own in `dataFolder`. */
  databaseUrl?: string
  /** The public address, without a slash at the end. */
  url: string
  /** Set when nobody said what the public address is: then whoever serves the data folder knows it better. */
  urlIsGuess?: true
  /** Addresses and networks (`10.0.0.0/8`) whose `X-Forwarded-For` is believed. */
  trustedProxies: string[]
  /** Bytes of memory for pages that are ready to be sent; `plainPageCache` when left out, 0 keeps none. */
  pageCache?: number
  /** Caches in front of the agency, each told by PURGE requests at its address what to drop. */
  cdnPurge?: string[]
  /** Whether a new agency gets demonstration stories: never into a `DATABASE_URL`, nor with `--empty`. */
  demo: boolean
}

const megabyte = 1_048_576

/** Room for some six thousand story pages. */
export const plainPageCache = 64 * megabyte

/** What was said on the command line, as written. */
export type Flags = { port?: string; host?: string; data?: string; empty?: boolean }

/** Settings that cannot be used: all complaints at once, each naming the setting and how to mend it. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly complaints: readonly string[]
  constructor(complaints: readonly string[]) {
    super(complaints.join('\n'))
    this.complaints = complaints
  }
}

/** The settings of this run: flags win over the environment, and that over the settings file. Throws a `ConfigError` with everything that is wrong. */
export function toConfig({ values, complaints }: Env, flags: Flags = {}): Config {
  const wrong = [...complaints]
  const given = (setting: Setting, flag?: string): Given | undefined =>
    flag === undefined ? values[setting] : { value: flag, from: `--${setting}` }
  const port = toPort(given('port', flags.port), wrong)
  const databaseUrl = toDatabaseUrl(given('database'), wrong)
  const cdnPurge = toCaches(given('cdnPurge'), wrong)
  const config = {
    port,
    host: toHost(given('host', flags.host), wrong),
    dataFolder: resolve(given('data', flags.data)?.value || './data'),
    url: toUrl(given('url'), wrong) ?? `http://localhost:${port}`,
    ...(!given('url') && { urlIsGuess: true as const }),
    trustedProxies: toProxies(given('trustedProxies'), wrong),
    demo: !flags.empty && databaseUrl === undefined,
    pageCache: toMemory(given('pageCache'), wrong),
    ...(cdnPurge.length > 0 && { cdnPurge }),
    ...(databaseUrl !== undefined && { databaseUrl }),
  }
  if (wrong.length) throw new ConfigError(wrong)
  return config
}

/** What works, and deserves a sentence at start all the same. */
export function warnings({ host, url, trustedProxies, port }: Config): string[] {
  const { protocol, hostname, port: said } = new URL(url)
  const open = !isLoopback(host)
  return [
    ...(open && protocol === 'http:'
      ? [
          `HOST is ${host}: everybody on the network reaches this agency, and without TLS passwords and keys can be read on the way. Put a TLS proxy in front and set DATELINE_URL to its https address.`,
        ]
      : []),
    ...(isIP(hostname.replace(/^\[|\]$/g, ''))
      ? [
          `DATELINE_URL is ${url}: passkeys do not work on a bare address. Use a name, such as http://localhost:${port}.`,
        ]
      : []),
    ...(hostname === 'localhost' && said !== String(port) && !(port === 80 && said === '')
      ? [
          `DATELINE_URL is ${url}, and the agency listens on port ${port}: links and sign-in point elsewhere. Leave DATELINE_URL out, or make the two agree.`,
        ]
      : []),
    ...(protocol === 'https:' && trustedProxies.length === 0
      ? [
          'DATELINE_URL is https and TRUSTED_PROXIES is empty: every reader seems to come from the proxy, and all of them share 50 streams of running stories. Set TRUSTED_PROXIES to its address, such as 127.0.0.1.',
        ]
      : []),
  ]
}

function toPort(given: Given | undefined, wrong: string[]): number {
  if (!given) return 8080
  const port = Number(given.value)
  if (/^\d+$/.test(given.value) && port <= 65_535) return port
  wrong.push(
    `${given.from} is not a port: “${given.value}”. Use a whole number from 1 to 65535, or 0 for any that is free.`,
  )
  return 8080
}

function toHost(given: Given | undefined, wrong: string[]): string {
  if (!given) return '127.0.0.1'
  const host = given.value.replace(/^\[(.*)\]$/, '$1')
  if (isIP(host) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host)) return host
  wrong.push(
    `${given.from} is not an address to listen on: “${given.value}”. Use 127.0.0.1 for this machine only, or 0.0.0.0 for the network; no port and no http://.`,
  )
  return '127.0.0.1'
}

function toUrl(given: Given | undefined, wrong: string[]): string | undefined {
  if (!given) return undefined
  const url = URL.canParse(given.value) ? new URL(given.value) : undefined
  const plain =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  if (plain) return url.origin
  wrong.push(
    `${given.from} is not a public address: “${hideSecret(given.value)}”. Use scheme and host only, such as https://news.example.`,
  )
  return undefined
}

function toDatabaseUrl(given: Given | undefined, wrong: string[]): string | undefined {
  if (!given) return undefined
  const readable = given.value.replace(/^([a-z]+:\/\/[^/@]*@)(?=\/)/i, '$1localhost')
  if (/^postgres(ql)?:\/\//.test(given.value) && URL.canParse(readable)) return given.value
  wrong.push(
    `${given.from} is not the address of a PostgreSQL: “${hideSecret(given.value)}”. Use postgres://user:password@host:5432/database, with signs such as @ and / in the password percent-encoded.`,
  )
  return undefined
}

function toProxies(given: Given | undefined, wrong: string[]): string[] {
  const proxies = (given?.value ?? '').split(/[\s,]+/).filter(Boolean)
  for (const proxy of proxies) {
    if (!isNetwork(proxy))
      wrong.push(
        `${given?.from} has “${proxy}”, which is no address or network. Use such as 127.0.0.1, 10.0.0.0/8 or fd00::/8, with commas between.`,
      )
  }
  return proxies
}

function toMemory(given: Given | undefined, wrong: string[]): number {
  if (!given) return plainPageCache
  if (/^\d{1,6}$/.test(given.value)) return Number(given.value) * megabyte
  wrong.push(
    `${given.from} is not a number of megabytes: “${given.value}”. Use a whole number such as 64, or 0 to keep no pages in memory.`,
  )
  return plainPageCache
}

function toCaches(given: Given | undefined, wrong: string[]): string[] {
  const caches = (given?.value ?? '').split(/[\s,]+/).filter(Boolean)
  for (const cache of caches) {
    if (!/^https?:\/\/[^/]/.test(cache) || !URL.canParse(cache) || new URL(cache).username)
      wrong.push(
        `${given?.from} has “${hideSecret(cache)}”, which is not the address of a cache. Use such as http://127.0.0.1:6081/, with commas between.`,
      )
  }
  return caches
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  return (
    family > 0 &&
    rest.length === 0 &&
    (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
  )
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')

function isLoopback(host: string): boolean {
  return host === 'localhost' || (isIP(host) > 0 && loopback.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4'))
}

function hideSecret(text: string): string {
  return text.replace(/:[^:@/]*@/, ':***@')
}

import { surrogateKey } from './keep.ts'

/** So that a header line stays well below the eight kilobytes that caches take. */
const atOnce = 100

/** A cache in front that was not told: the message names its address and what failed, `mend` is what to do about it. */
export class NotPurged extends Error {
  readonly mend: string

  constructor(message: string, mend: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'NotPurged'
    this.mend = mend
  }
}

/**
 * Tells caches in front (`addresses`) to drop what shows these keys: a request `PURGE` with `Surrogate-Key`. Throws
 * `NotPurged` when one of them does not answer with success within five seconds.
 */
export async function purge(addresses: readonly string[], keys: readonly string[]): Promise<void> {
  const names = [...new Set(keys.map(surrogateKey))]
  for (let from = 0; from < names.length; from += atOnce)
    await Promise.all(addresses.map((address) => purgeOne(address, names.slice(from, from + atOnce))))
}

async function purgeOne(address: string, names: readonly string[]): Promise<void> {
  const response = await fetch(address, {
    method: 'PURGE',
    headers: { 'Surrogate-Key': names.join(' ') },
    redirect: 'error',
    signal: AbortSignal.timeout(5000),
  }).catch((error: unknown) => {
    const why = reason(error)
    throw new NotPurged(
      `the cache in front does not answer at ${address} (${why})`,
      'start it, or let CDN_PURGE name where it listens',
      error,
    )
  })
  await response.body?.cancel()
  if (response.ok) return
  throw new NotPurged(
    `the cache in front at ${address} answered PURGE with ${response.status}`,
    mendOf(response.status),
  )
}

function mendOf(status: number): string {
  if (status === 401 || status === 403)
    return 'let its settings (in docs/varnish.vcl: acl agency) name the machine on which the agency runs'
  return status >= 500 && status !== 501
    ? 'its own log says why'
    : 'give it settings that take PURGE with Surrogate-Key, such as docs/varnish.vcl'
}

/** Node says the cause one level deeper. */
function reason(error: unknown): string {
  const { cause, message, name } = error as Error
  if (name === 'TimeoutError') return 'no answer within 5 seconds'
  const { code, message: deeper } = (cause ?? {}) as NodeJS.ErrnoException
  return deeper || code || message
}

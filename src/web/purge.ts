import { surrogateKey } from './keep.ts'

/** So that a header line stays well below the eight kilobytes that caches take. */
const atOnce = 100

/**
 * Tells caches in front (`addresses`) to drop what shows these keys: a request `PURGE` with `Surrogate-Key`. Throws when one
 * of them does not answer with success within five seconds.
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
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`the cache at ${new URL(address).host} answered PURGE with ${response.status}`)
}

/**
 * Where a story came from. `guid` is the sender's own id, byte for byte; `raw` is the hash of the bytes that came
 * (SHA-256 in hex), which are kept for ever; `path` says where in a file of many stories it stood.
 */
export type Source = {
  provider: string
  format: string
  guid?: string
  version?: string
  raw?: string
  path?: string
  address?: string
  /** What was not understood or had no place, in words. */
  lost?: readonly string[]
}

/** Why the agency's own PostgreSQL could not be started or joined: one sentence for a person that also says how to mend it. */
export class StartError extends Error {
  override name = 'StartError'
  readonly code: StartErrorCode
  constructor(code: StartErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
  }
}

/** `running`: another process serves this data folder · `full`: no room on the disk · `unfit`: not on this machine or for this account · `failed`: PostgreSQL gave up. */
export type StartErrorCode = 'running' | 'full' | 'unfit' | 'failed'

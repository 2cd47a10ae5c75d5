/**
 * The statements of a transaction that are sent without waiting for their answers: each wait would be a way to the database
 * and back. COMMIT stands behind them, so that nothing is kept when one of them fails.
 */
export class Sent {
  #failure: { error: unknown } | undefined

  /** Sends a statement. Statements run in the order in which they are sent, whoever waits for which. */
  send(statement: PromiseLike<unknown>): void {
    statement.then(undefined, (error: unknown) => (this.#failure ??= { error }))
  }

  /** What went wrong first: everything behind it failed only because of that. */
  reason(error: unknown): unknown {
    return this.#failure ? this.#failure.error : error
  }
}

import { type TestEvent } from 'node:test/reporters'

/**
 * Prints what failed, whole, what was left out with its reason, what a test had to say (its figures), and one line of
 * counts that `run.ts` adds up. Passing tests are named only with `--long`, where somebody reads along.
 */
export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const named = process.env['DATELINE_LONG'] === '1'
  let [tests, pass, fail, skipped] = [0, 0, 0, 0]
  for await (const event of source) {
    if (event.type === 'test:pass' || event.type === 'test:fail') {
      if (event.data.details.type === 'suite') continue
      tests++
      if (event.data.skip !== undefined) {
        skipped++
        yield `– ${event.data.name}: ${event.data.skip}\n`
      } else if (event.type === 'test:pass') {
        pass++
        if (named) yield `✔ ${event.data.name}\n`
      } else {
        fail++
        yield `✖ ${event.data.name} (${event.data.file ?? ''}:${event.data.line ?? ''})\n${indent(event.data.details.error)}\n`
      }
    }
    if (
      event.type === 'test:diagnostic' &&
      event.data.nesting === 0 &&
      !/^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /.test(event.data.message)
    )
      yield `ℹ ${event.data.message}\n`
    if (event.type === 'test:stdout' || event.type === 'test:stderr') yield event.data.message
  }
  yield `counted ${tests} ${pass} ${fail} ${skipped}\n`
  yield `${pass} passed, ${fail} failed${skipped ? `, ${skipped} skipped` : ''}\n`
}

function indent(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause : error
  return (cause.stack ?? cause.message).replace(/^/gm, '    ')
}

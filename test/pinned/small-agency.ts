import { listenForEnd } from '../../src/cli/signals.ts'
import { startEmbedded } from '../../src/store/embedded.ts'

/** The smallest agency: a database, a wait, an orderly end. `node small-agency.ts FOLDER [ADDRESS]`; with an address it serves the folder alone. */
const [folder = './data', serving] = process.argv.slice(2)
using ending = listenForEnd()
try {
  await using server = await startEmbedded(folder, serving === undefined ? {} : { serving })
  const { url, firstStart, adopted } = server
  console.log(`ready ${JSON.stringify({ url, firstStart, adopted, pid: process.pid })}`)
  await ending.asked
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
console.log('ended')

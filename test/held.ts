import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes that this process holds now, in its heap and beside it, when everything that nobody needs is gone. */
export async function heldBy(): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let turn = 0; turn < 3; turn++) {
    await sleep(20) // what is finished by the clock or in the next turn
    collect()
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

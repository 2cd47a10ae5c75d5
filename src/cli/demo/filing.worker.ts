import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { type Config } from '../../config/config.ts'
import { type Connection } from '../../store/connect.ts'

// Files the demonstration apart from the server, which would keep the memory for it as long as it runs.

/** What is asked of this process: the settings, and where the database is that the server has opened. */
export type Asked = { config: Config; connect: Connection }

/** What became of it: how many stories were filed, or what went wrong. */
export type Told = { filed: number } | { failed: string }

process.on('SIGINT', () => {}) // it ends when the server does
// Without the server nobody says when it is done, and the next one finishes it.
process.on('disconnect', () => process.exit(1))
const asked = new Promise<Asked>((hear) => process.once('message', hear))
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/dateline', import.meta.url)))
const told = await filed().then(
  (count): Told => ({ filed: count }),
  (error: Error): Told => ({ failed: error.stack ?? String(error) }),
)
process.send?.(told, () => process.exit())

async function filed(): Promise<number> {
  const { readDemo } = await import('./content.ts')
  const { finishDemo, readyDemo } = await import('./fill.ts')
  const { toHouse } = await import('../../config/house-file.ts')
  const { openGround } = await import('../../ground.ts')
  const { openDatabase } = await import('../../store/database.ts')
  const content = await readDemo()
  const demo = await readyDemo(content, toHouse(content.house).house, process.argv[2] ?? '')
  const { config, connect } = await asked
  await using ground = await openGround(config, { database: openDatabase({ connect }) })
  return await finishDemo(ground, demo)
}

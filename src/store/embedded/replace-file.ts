import { randomUUID } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { type Account } from './run.ts'

/**
 * Puts a file of ours into a folder that may belong to another account, when it does not say so already. Root writes here: the new file is made beside
 * and moved into place, so that a link which that account has laid there is replaced and never followed.
 */
export async function replaceFile(path: string, text: string, account?: Account): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) return
  const half = `${path}.${randomUUID()}`
  try {
    await using file = await open(half, 'wx', 0o600)
    await file.writeFile(text)
    if (account) await file.chown(account.uid, account.gid)
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}

import { type Config } from '../../config/config.ts'
import { probe } from '../../web/keep.ts'
import { NotPurged, purge } from '../../web/purge.ts'
import { type Finding, ill, well } from './finding.ts'

/** Whether each cache in front takes what the agency tells it: one that does not may keep no page. */
export function examineCaches({ cdnPurge = [] }: Pick<Config, 'cdnPurge'>): Promise<Finding[]> {
  return Promise.all(cdnPurge.map(examineCache))
}

async function examineCache(address: string): Promise<Finding> {
  try {
    await purge([address], [probe])
    return well(`the cache in front at ${address} takes PURGE`)
  } catch (error) {
    if (!(error instanceof NotPurged)) throw error
    return ill(error.message, error.mend)
  }
}

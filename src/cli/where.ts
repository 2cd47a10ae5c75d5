import { type Ground } from '../ground.ts'

/**
 * Where something of the agency is found: its whole address, or the path alone when nobody has said under which address the
 * agency is known. With somebody else's database that is only in the settings of the process that serves.
 */
export function addressOf({ base, config, embedded }: Pick<Ground, 'base' | 'config' | 'embedded'>, path = ''): string {
  return config.urlIsGuess && !embedded ? path : base + path
}

/** What to add once where addresses are paths alone; nothing where they are whole. */
export function hintOf(ground: Pick<Ground, 'base' | 'config' | 'embedded'>): string {
  return addressOf(ground) ? '' : 'DATELINE_URL says where the agency is; with it whole addresses stand here.'
}

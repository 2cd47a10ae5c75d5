import { type House } from '../config/house.ts'
import { uriOf } from '../story/address.ts'
import { type Ask, type Screen } from './ask.ts'
import { editionAt, routes } from './routes.ts'

/**
 * Where a reader meant to go whose address is nobody's: what stands there without the slash at its end, or in the archive of
 * the day, month or year that he left of an address (`/2026/11/25`). `look` asks the site what it answers (HEAD); nothing when
 * nothing stands there either.
 */
export async function elsewhere(
  { about, url }: Pick<Ask, 'about' | 'url'>,
  look: (request: Request) => Response | Promise<Response>,
): Promise<Screen> {
  const meant = url.pathname.endsWith('/') ? url.pathname.replace(/\/+$/, '') : archived(url.pathname, about.house)
  if (!meant) return undefined
  const there = await look(new Request(new URL(url.origin + meant + url.search), { method: 'HEAD' }))
  if (there.status === 301) return { moved: there.headers.get('Location') ?? about.base + meant }
  return there.ok || there.status === 410 ? { moved: uriOf(about.base + meant + url.search) } : undefined
}

function archived(path: string, house: House): string | undefined {
  const edition = editionAt(path, house)
  const day = edition ? path.slice(path.indexOf('/', 1)) : path
  return /^\/\d{4}(?:\/\d{2}){0,2}$/.test(day) ? (edition ? `/${edition}` : '') + routes.archive + day : undefined
}

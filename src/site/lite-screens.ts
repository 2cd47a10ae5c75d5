import { storyKey } from '../web/keep.ts'
import { wordsFor } from '../words/words.ts'
import { type Ask, type Screen } from './ask.ts'
import { renderLiteFront, renderLiteStory } from './lite.ts'
import { litePath, mainLanguage, readChosen, routes } from './routes.ts'
import { pathOf } from './screens.ts'
import { tonguesOf } from './tongues.ts'

/** The page without pictures of a story, a front or a section; of anything else the way leads to the page itself. */
export async function liteScreen({ about, views, now, url }: Ask): Promise<Screen> {
  const path = pathOf(url).slice(routes.lite.length) || routes.front
  const at = new Date(now).toISOString()
  const main = mainLanguage(about.house)
  const chosen = readChosen(path, about.house)
  if (chosen && !chosen.feed && !chosen.topic) {
    const { edition, section } = chosen
    const tongues = tonguesOf(edition, about.house)
    const stories = await views.newest({ now: at, tongues, limit: 40, ...(section ? { section } : {}) })
    const page = renderLiteFront({ stories, edition, section }, about, wordsFor(edition, main), now)
    return { page, query: [] }
  }
  const found = await views.atAddress(path, at)
  if (found.is === 'moved') return { moved: about.base + litePath(found.path) }
  if (found.is === 'story') {
    const page = renderLiteStory(
      { page: found.page, path: found.page.path },
      about,
      wordsFor(found.page.story.language, main),
    )
    return { page, keys: found.page.shows.map(storyKey), query: [] }
  }
  return found.is === 'gone' || chosen ? { moved: about.base + path } : undefined
}

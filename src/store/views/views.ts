import { type Database } from '../database.ts'
import { archiveView } from './archive.ts'
import { correctionsView } from './corrections.ts'
import { feedsOfView } from './feeds-of.ts'
import { healthView } from './health.ts'
import { feedView } from './feed.ts'
import { frontView } from './front.ts'
import { liveView } from './live.ts'
import { newestView } from './newest.ts'
import { personView } from './person.ts'
import { pictureView } from './picture.ts'
import { placeView } from './place.ts'
import { previewView } from './preview.ts'
import { searchView } from './search.ts'
import { sitemapView } from './sitemap.ts'
import { storyView } from './story.ts'
import { topicView } from './topic.ts'

/**
 * Everything that pages read, one query or two for each screen. Each takes `now` (ISO text): what is not public at that
 * instant is in none of them. They read and never write.
 */
export type Views = ReturnType<typeof views>

export function views(database: Pick<Database, 'sql' | 'reading'>) {
  const { sql } = database
  return {
    ...storyView(sql),
    ...liveView(sql),
    ...newestView(sql),
    ...frontView(sql),
    ...archiveView(sql),
    ...searchView(database),
    ...correctionsView(sql),
    ...personView(sql),
    ...placeView(sql),
    ...topicView(sql),
    ...previewView(sql),
    ...pictureView(sql),
    ...feedsOfView(sql),
    ...feedView(sql),
    ...sitemapView(sql),
    ...healthView(sql),
  }
}

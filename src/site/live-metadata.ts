import { uriOf } from '../story/address.ts'
import { copyLines } from '../story/copy.ts'
import { isoOf } from '../story/moment.ts'
import { newestFirst } from '../story/running.ts'
import { type StoryPage } from '../store/views/story.ts'
import { atOnce, titleOf } from './live-page.ts'

/**
 * What schema.org 30.0 says of a running story beside its `NewsArticle`: it is a `LiveBlogPosting` too, with when the
 * coverage began and ended and the entries of the page, the newest first. Nothing for a story that does not run.
 */
export function liveBlog({ story, path }: StoryPage, base: string): Record<string, unknown> {
  const { running } = story
  if (!running) return {}
  return {
    '@type': ['NewsArticle', 'LiveBlogPosting'],
    coverageStartTime: isoOf(running.entries[0]?.at ?? story.firstPublished),
    ...(running.is === 'closed' ? { coverageEndTime: isoOf(running.at) } : {}),
    liveBlogUpdate: newestFirst(story)
      .slice(0, atOnce)
      .map((entry) => ({
        '@type': 'BlogPosting',
        headline: titleOf(entry, story.language),
        datePublished: isoOf(entry.at),
        articleBody: copyLines(entry.copy).join('\n\n'),
        url: `${uriOf(base + path)}#${entry.anchor}`,
      })),
  }
}

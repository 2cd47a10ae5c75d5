import { everyLine } from '../story/running.ts'
import { type StoryPage } from '../store/views/story.ts'
import { shortened } from './shortened.ts'

/** A sentence or two that say what the story is: its standfirst, or the beginning of its copy. */
export function description({ story }: StoryPage): string {
  const text = story.standfirst ?? everyLine(story).find((line) => line.trim()) ?? ''
  return shortened(text, 200, story.language)
}

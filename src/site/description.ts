import { everyLine } from '../story/running.ts'
import { type StoryPage } from '../store/views/story.ts'

/** A sentence or two that say what the story is: its standfirst, or the beginning of its copy. */
export function description({ story }: StoryPage): string {
  const text = story.standfirst ?? everyLine(story).find((line) => line.trim()) ?? ''
  if (text.length <= 200) return text
  const cut = text.slice(0, 200)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 120))} …`
}

import { type Views } from '../store/views/views.ts'
import { type Words } from '../words/words.ts'
import { type About } from './layout.ts'

/** What a screen gets: who speaks and in which words, what it may read, and what was asked for. */
export type Ask = {
  about: About
  words: Words
  views: Views
  now: number
  url: URL
  param: (name: string) => string
}

import { type Views } from '../store/views/views.ts'
import { type Html } from '../web/html.ts'
import { type Keep } from '../web/keep.ts'
import { type Answer } from '../web/respond.ts'
import { type Words } from '../words/words.ts'
import { type About } from './layout.ts'

/**
 * A page, another address, something that is no page, or nothing: then it is the page that says so. What it says of how
 * long it may be kept is optional: without `keys` it is dropped at all news, without `until` when the house's day ends.
 */
export type Screen = (({ page: Html; status?: number } | { moved: string } | { answer: Answer }) & Keep) | undefined

/** What a screen gets: who speaks and in which words, what it may read, and what was asked for. */
export type Ask = {
  about: About
  words: Words
  views: Views
  now: number
  url: URL
  param: (name: string) => string
}

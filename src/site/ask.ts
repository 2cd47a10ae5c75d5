import { type Views } from '../store/views/views.ts'
import { type Html } from '../web/html.ts'
import { type Keep } from '../web/keep.ts'
import { type Answer } from '../web/respond.ts'
import { type On } from './lists.ts'

/**
 * A page, another address, something that is no page, or nothing: then it is the page that says so. What it says of how
 * long it may be kept is optional: without `keys` it is dropped at all news, without `until` when the house's day ends.
 */
export type Screen = (({ page: Html; status?: number } | { moved: string } | { answer: Answer }) & Keep) | undefined

/** What a screen gets: who speaks, in which edition and its words, what it may read, and what was asked for. */
export type Ask = On & {
  views: Views
  url: URL
  param: (name: string) => string
}

export { type Reader, type Taken, type Known, type Writer, type Written, type Outgoing, type Linked } from './format.ts'
export { type LinkRel, type Publisher, type FeedAbout } from './format.ts'

import { type ParseArgsConfig } from 'node:util'
import { type Ground } from '../ground.ts'
import { type Problem, problem } from '../story/problem.ts'
import { type Draft, type Story } from '../story/story.ts'
import { topicMeant } from '../topics/named.ts'
import { labelOf, topicOf } from '../topics/topics.ts'
import { UsageError } from './command.ts'
import { storyMeant } from './on-story.ts'

const list = { type: 'string', multiple: true } as const

/** Flags that say what a new story is about and with which it goes, for `parseArgs`. */
export const addingTies = {
  keyword: list,
  topic: list,
  related: list,
  'translation-of': { type: 'string' },
} as const satisfies ParseArgsConfig['options']

/** The same, and those that take such a tie away. */
export const changingTies = {
  ...addingTies,
  'drop-keyword': list,
  'drop-topic': list,
  'drop-related': list,
} as const satisfies ParseArgsConfig['options']

/** What these flags mean, for help. */
export const addingTiesHelp = `
  --keyword WORDS    a keyword, or several with commas; may be given more than once
  --topic TOPIC      an IPTC Media Topic that the story is about, by code (medtop:20000151) or English name
                     (earthquake); may be given more than once
  --related STORY    a story that goes with this one (id, slug or address); may be given more than once
  --translation-of STORY  the story of which this is a translation: each page then leads to the other`.slice(1)

/** The same for commands on a story. */
export const changingTiesHelp = `${addingTiesHelp}
  --translation-of none   it is a translation no longer
  --drop-keyword, --drop-topic, --drop-related  take such a one away`

/** What `parseArgs` made of these flags. */
type Said = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

/** The draft with what flags tie it to; `self` is the story that it is of. Refuses what is not there, with what is near. */
export async function withTieFlags(
  ground: Ground,
  draft: Draft,
  said: Said,
  self?: Pick<Story, 'id'>,
): Promise<{ draft: Draft } | { refused: readonly Problem[] }> {
  const topics = codesMeant(texts(said, 'topic'))
  const noTopics = codesMeant(texts(said, 'drop-topic'))
  const related = await idsMeant(ground, texts(said, 'related'))
  const unrelated = await idsMeant(ground, texts(said, 'drop-related'))
  const translation = said['translation-of']
  const original =
    typeof translation === 'string' && translation !== 'none' ? await storyMeant(ground, translation) : undefined
  const refused = [topics, noTopics, related, unrelated].flatMap((one) => one.refused)
  if (typeof translation === 'string' && translation !== 'none' && !original)
    refused.push(problem('story.unknown', 'translationOf', { story: translation }))
  if (refused.length) return { refused }
  if (self && related.ids.includes(self.id)) throw new UsageError('--related names the story itself: name another one.')
  if (original) checkTranslation(original, draft, self)
  const own = (code: string): string => codeOf(code) ?? code
  const present = new Set(draft.subjects.map(({ code }) => own(code)))
  const now: Draft = {
    ...draft,
    keywords: without([...draft.keywords, ...words(said, 'keyword')], words(said, 'drop-keyword')),
    subjects: [
      ...draft.subjects.filter(({ code }) => !noTopics.codes.includes(own(code))),
      ...topics.codes.filter((code) => !present.has(code)).map((code) => ({ code })),
    ],
    related: [...new Set([...draft.related, ...related.ids])].filter((id) => !unrelated.ids.includes(id)),
    ...(original && { translationOf: original.translationOf ?? original.id }),
  }
  if (translation === 'none') delete now.translationOf
  return { draft: now }
}

function texts(said: Said, name: string): string[] {
  const value = said[name]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function words(said: Said, name: string): string[] {
  return texts(said, name).flatMap((text) => text.split(',').flatMap((word) => word.trim() || []))
}

/** Each once, whatever its capitals, and none of those that go. */
function without(all: readonly string[], gone: readonly string[]): string[] {
  const seen = new Set(gone.map((word) => word.toLowerCase()))
  return all.filter((word) => !seen.has(word.toLowerCase()) && seen.add(word.toLowerCase()))
}

function codesMeant(typed: readonly string[]): { codes: string[]; refused: Problem[] } {
  const codes: string[] = []
  const refused: Problem[] = []
  for (const one of typed) {
    const meant = topicMeant(one)
    if ('topic' in meant) codes.push(`medtop:${meant.topic.number}`)
    else {
      const near = meant.near.map((topic) => `${labelOf(topic, 'en').text} (medtop:${topic.number})`).join(', ')
      refused.push(problem('topic.unknown', 'subjects', { topic: one, near }))
    }
  }
  return { codes: [...new Set(codes)], refused }
}

function codeOf(code: string): string | undefined {
  const topic = topicOf(code)
  return topic && `medtop:${topic.number}`
}

async function idsMeant(ground: Ground, typed: readonly string[]): Promise<{ ids: string[]; refused: Problem[] }> {
  const ids: string[] = []
  const refused: Problem[] = []
  for (const one of typed) {
    const story = await storyMeant(ground, one)
    if (story) ids.push(story.id)
    else refused.push(problem('story.unknown', 'related', { story: one }))
  }
  return { ids, refused }
}

function checkTranslation(original: Story, draft: Draft, self?: Pick<Story, 'id'>): void {
  if (self && (original.id === self.id || original.translationOf === self.id))
    throw new UsageError(
      original.id === self.id
        ? '--translation-of names the story itself: name the one that was translated.'
        : `“${original.headline}” is a translation of this story, not the other way round.`,
    )
  if (original.language === draft.language)
    throw new UsageError(
      `“${original.headline}” and this story are both in ${draft.language}: a translation is in another language.`,
    )
}

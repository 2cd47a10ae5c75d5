import { type Story } from '../story/story.ts'
import { type Topic, labelOf, topicOf } from '../topics/topics.ts'
import { type Html, html } from '../web/html.ts'
import { lang } from './language.ts'
import { type On } from './lists.ts'
import { editionOf, editionRoot, searchPath, topicPath } from './routes.ts'

/** A link to the page of a topic, in the words of the page round it; `came` is its name there if we know none. */
export function topicLink(topic: Topic, { about: { house }, language }: On, came?: string): Html {
  const known = labelOf(topic, language)
  const name = came && known.language !== language ? { text: came, language } : known
  return html`<a href="${topicPath(topic, editionOf(house, language), house)}"${lang(name, language)}>${name.text}</a>`
}

/** What a story is about: topics lead to their pages, subjects that we have no topic for and keywords to a search. */
export function topicLinks({ subjects, keywords }: Pick<Story, 'subjects' | 'keywords'>, on: On): Html[] {
  const topics = new Map<string, Html>()
  const others = new Set<string>()
  for (const { code, name } of subjects) {
    const topic = topicOf(code)
    if (topic && !topics.has(topic.number)) topics.set(topic.number, topicLink(topic, on, name))
    else if (!topic && name) others.add(name)
  }
  for (const keyword of keywords) others.add(keyword)
  return [...topics.values(), ...[...others].map((words) => searched(words, on))].slice(0, 12)
}

function searched(words: string, { about, language }: On): Html {
  const root = editionRoot(about.house, language)
  return html`<a href="${root}${searchPath({ q: words.includes(' ') ? `"${words}"` : words })}">${words}</a>`
}

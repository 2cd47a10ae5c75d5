import assert from 'node:assert/strict'
import { type Extension, profile } from '../../src/formats/ninjs/extension.ts'
import { full } from '../../src/site/dates.ts'
import { epoch, isoOf } from '../../src/story/moment.ts'
import { type Story } from '../../src/story/story.ts'
import { fill, joined, wordsFor } from '../../src/words/words.ts'
import { type Told } from './doors.ts'

/** An item of the wire, in either version of ninjs. */
export type Item = Record<string, unknown> & { uri: string }

/** Headline, dates and credits of a story: the same on its page, in JSON-LD, in every feed that has it, and in both forms of the wire. */
export function sameEverywhere(
  story: Story,
  at: {
    path: string
    data: Record<string, unknown>
    page: string
    item: Item | undefined
    older: Item | undefined
    feeds: readonly { path: string; told: Map<string, Told> }[]
  },
): void {
  samePage(story, at.path, at.page)
  const signed = story.credits.filter(({ role }) => role === 'byline').flatMap(({ people }) => people)
  const authors = signed.map(({ name }) => name)
  const named = (at.data['author'] as { '@type': string; name: string }[]).filter((one) => one['@type'] === 'Person')
  assert.deepEqual(
    named.map(({ name }) => name),
    authors,
    `${at.path}: JSON-LD names who signed`,
  )
  const tag = at.data['identifier'] as string
  const telling = at.feeds.filter(({ told }) => told.has(tag))
  assert.ok(telling.length >= 3, `${at.path} stands in the feeds of its edition`)
  for (const { path, told } of telling) {
    const item = told.get(tag)!
    const said = `${at.path} in ${path}`
    assert.equal(item.title, story.headline, said)
    assert.equal(seconds(item.published), seconds(Date.parse(at.data['datePublished'] as string)), said)
    assert.equal(seconds(item.updated), seconds(Date.parse(at.data['dateModified'] as string)), said)
    assert.deepEqual(
      item.authors.filter((name) => authors.length || !path.endsWith('/rss') || name === ''),
      authors,
      said,
    )
    for (const { people } of story.credits.filter(({ role }) => role !== 'byline'))
      for (const { name } of people) assert.ok(item.credits.includes(name), `${said} credits ${name}`)
  }
  sameItem(story, at.item, `${at.path} in ninjs 3.1`)
  const older = Object.entries(at.older ?? {}).map(([name, value]) => [inOlder[name] ?? name, value])
  sameItem(story, Object.fromEntries(older) as Item, `${at.path} in ninjs 2.2`)
}

/** What a reader sees at the head of a story: its headline, its moments each under its own word, who signed, and all credits. */
function samePage(story: Story, path: string, page: string): void {
  const words = wordsFor(story.language)
  assert.equal(plain(/<h1>(.*?)<\/h1>/s.exec(page)?.[1]), story.headline, `${path} says its headline`)
  const [, times = ''] = /<dl class="times">(.*?)<\/dl>/s.exec(page) ?? []
  const shown = [...times.matchAll(/<dt>(.*?)<\/dt> <dd><time datetime="([^"]*)"[^>]*>(.*?)<\/time><\/dd>/gs)]
  const expected = (['published', 'updated', 'corrected'] as const).flatMap((word) => {
    const moment = word === 'published' ? story.firstPublished : story[word]
    return moment ? [[words.story[word], isoOf(moment), full(moment, words)].join(' · ')] : []
  })
  assert.deepEqual(
    shown.map(([, ...parts]) => parts.map(plain).join(' · ')).toSorted(),
    expected.toSorted(),
    `${path} says when it was published, updated and corrected`,
  )
  const signed = story.credits.filter(({ role }) => role === 'byline').flatMap(({ people }) => people)
  const names = signed.map(({ name, organisation }) => (organisation ? `${name} (${organisation})` : name))
  assert.equal(
    plain(/<p class="byline">(.*?)<\/p>/s.exec(page)?.[1]),
    names.length ? fill(words.by, { people: joined(words, names) }) : story.byline.join(''),
    `${path} says who signed`,
  )
  const foot = plain(/<footer class="foot">(.*?)<\/footer>/s.exec(page)?.[1])
  for (const { people } of story.credits.filter(({ role }) => role !== 'byline'))
    for (const { name } of people) assert.ok(foot.includes(name), `${path} credits ${name}`)
}

/** A story as the wire has it, in the names of ninjs 3.1. */
function sameItem(story: Story, item: Item | undefined, said: string): void {
  const { publication, firstPublished } = story
  assert.ok(item && publication.is === 'published' && firstPublished, said)
  assert.equal(headlineOf(item), story.headline, said)
  assert.equal(Date.parse(String(item['firstCreated'])), epoch(firstPublished), `${said}: first published`)
  assert.equal(Date.parse(String(item['versionCreated'])), epoch(publication.at), `${said}: this version`)
  assert.equal(item['version'], String(story.version), said)
  const own = (item['descriptions'] as { role: string; value: string }[]).find(({ role }) => role === profile)
  const extension = JSON.parse(own?.value ?? '{}') as Extension
  const { published, updated, corrected } = extension
  assert.deepEqual([published, updated, corrected], [firstPublished, story.updated, story.corrected], said)
  assert.deepEqual(
    extension.credits?.map(({ role, people }) => [role, people.map(({ name }) => name)]),
    story.credits.map(({ role, people }) => [role, people.map(({ name }) => name)]),
    `${said}: credits`,
  )
  const people = JSON.stringify([item['by'], item['people'], item['infoSources']])
  for (const { name } of story.credits.flatMap((credit) => credit.people))
    assert.ok(people.includes(JSON.stringify(name).slice(1, -1)), `${said} credits ${name}`)
}

/** What ninjs 2.2 calls otherwise. */
const inOlder: Readonly<Record<string, string>> = {
  firstcreated: 'firstCreated',
  versioncreated: 'versionCreated',
  infosources: 'infoSources',
}

/** Markup as a reader hears it. */
function plain(markup = ''): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return markup.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (_, sign: string) => signs[sign]!)
}

/** RSS dates count no finer. */
function seconds(instant: number): number {
  return Math.floor(instant / 1000)
}

export function headlineOf(item: Record<string, unknown> | undefined): unknown {
  const [first] = (item?.['headlines'] ?? []) as { value: string }[]
  return first?.value
}

/** What Open Graph says of a page. */
export function attribute(page: string, property: string): string | undefined {
  const content = new RegExp(`property="${property}" content="([^"]*)"`).exec(page)?.[1]
  return content === undefined ? undefined : plain(content)
}

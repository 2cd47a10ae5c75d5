import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDemo } from '../src/cli/demo/content.ts'
import { prepareDemo } from '../src/cli/demo/prepare.ts'
import { fill } from '../src/cli/demo/placeholders.ts'
import { timesOf } from '../src/cli/demo/times.ts'
import { toHouse } from '../src/config/house-file.ts'
import { readCopy } from '../src/formats/copy/read.ts'
import { textOf } from '../src/story/text.ts'
import { momentAt } from '../src/story/moment.ts'

const demo = await readDemo()
const { stories } = demo
const { house } = toHouse(demo.house)
const start = Date.parse('2026-11-25T09:30:00Z')
const prepared = await prepareDemo(demo, house, start)
const days = (ms: number) => (start - ms) / 86_400_000
const called = new Map(stories.map((story) => [story.head.slug, story]))

test('there are more than sixty stories over sixty days, the newest of the last hour', () => {
  assert.ok(stories.length >= 60, `${stories.length} stories`)
  const when = timesOf(stories, start, house.zone)
  const ages = stories
    .flatMap((story) => story.head.acts.filter(({ ago }) => ago).map((act) => days(when(story, act))))
    .toSorted((one, other) => one - other)
  assert.ok(ages[0]! < 1 / 24 && ages.at(-1)! > 55 && ages.at(-1)! < 62, `${ages[0]} to ${ages.at(-1)} days`)
  const perWeek = Map.groupBy(ages, (age) => Math.floor(age / 7))
  for (let week = 0; week < 8; week++) assert.ok((perWeek.get(week)?.length ?? 0) >= 4, `week ${week} has stories`)
})

test('every section is whole in English, and the larger editions have a front', () => {
  const counted = (language: string, section: string) =>
    stories.filter(({ head }) => head.language === language && head.section === section).length
  for (const { slug } of house.sections)
    assert.ok(counted('en', slug) >= (slug === 'pictures' ? 3 : 5), `${slug}: ${counted('en', slug)}`)
  for (const language of ['ar', 'de', 'ja']) {
    const sections = house.sections.filter(({ slug }) => counted(language, slug) > 0)
    assert.ok(sections.length >= 6, `${language}: ${sections.map(({ slug }) => slug).join()}`)
    assert.ok(stories.filter(({ head }) => head.language === language).length >= 9, language)
  }
  for (const language of ['fa', 'he', 'hi', 'zh']) {
    const own = stories.filter(({ head }) => head.language === language)
    const days = new Set(own.map(({ head }) => /^(\d+)d/.exec(head.acts[0]?.ago ?? '')?.[1] ?? '0'))
    assert.ok(own.length >= 8, `${language}: ${own.length} stories`)
    assert.ok(new Set(own.map(({ head }) => head.section)).size >= 5, language)
    assert.ok(days.size >= 3, `${language}: on ${days.size} days`)
  }
})

test('the stories that a reader meets first are reported in full', () => {
  const last = new Map(prepared.map(({ story, filed, newer }) => [story.head.slug, newer ?? filed]))
  const slugs =
    'ostra-dam ostra-minister ferry-strike rate smelter ostra-gate well five-photographs new-carrow snow-ridge'
  for (const slug of slugs.split(' ')) {
    const copy = last.get(slug)?.copy ?? []
    const words = copy.flatMap((block) =>
      block.is === 'paragraph' || block.is === 'subhead' ? textOf(block.text).split(/\s+/) : [],
    )
    assert.ok(words.length >= 400, `${slug}: ${words.length} words`)
    assert.ok(
      copy.some(({ is }) => is === 'subhead'),
      `${slug} has a subhead`,
    )
  }
})

test('who reports, edits or translates has a name in the script of the story', () => {
  const { staff } = toHouse(demo.house)
  const names = new Set(staff.flatMap(({ name, names }) => [name, ...Object.values(names ?? {})]))
  for (const { story, filed, newer } of prepared)
    for (const { people } of [...filed.credits, ...(newer?.credits ?? [])])
      for (const { name } of people) assert.ok(names.has(name), `${story.name}: ${name}`)
})

test('eight languages have translations that name their original and stories of their own', () => {
  for (const language of ['ar', 'de', 'fa', 'he', 'hi', 'ja', 'zh']) {
    const own = stories.filter(({ head }) => head.language === language)
    assert.ok(house.languages.includes(language) && own.length >= 3, language)
    assert.ok(own.some(({ head }) => head.translationOf) && own.some(({ head }) => !head.translationOf), language)
    for (const { name, head } of own) {
      if (!head.translationOf) continue
      const original = called.get(head.translationOf)
      assert.equal(original?.head.language, 'en', `${name} is of an English story`)
      assert.equal(original.head.section, head.section, `${name} stands in the section of its original`)
      const first = (slug: string) => prepared.findIndex(({ story }) => story.head.slug === slug)
      assert.ok(first(head.translationOf) < first(head.slug), `${name} comes after its original`)
    }
  }
})

test('the copy reader is sure of every story, and finds who wrote it, where and when', () => {
  for (const { story, act, filed, newer, raw, at } of prepared) {
    const { language } = story.head
    assert.deepEqual(readCopy(raw, { language, zone: house.zone }).unsure, [], story.name)
    const draft = act.do === 'update' ? newer : filed
    assert.ok(draft?.headline && draft.dateline?.places.length && draft.dateline.date, `${story.name} has its head`)
    assert.ok(
      draft.credits.some(({ role }) => role === 'reporting'),
      `${story.name}: reporting`,
    )
    assert.ok(
      draft.credits.some(({ role }) => role === 'editing'),
      `${story.name}: editing`,
    )
    if (story.head.translationOf)
      assert.ok(
        draft.credits.some(({ role }) => role === 'translating'),
        story.name,
      )
    assert.ok(fill(story.raw, at, language).length > 200 || /^[^a-z]/.test(draft.headline), story.name)
  }
})

test('no two stories share a sentence, and no two headlines are alike', async () => {
  const owner = new Map<string, string>()
  for (const { name, raw, head } of stories) {
    const updates = head.acts.flatMap((act) => (act.do === 'update' ? [demo.open(act.raw)] : []))
    const files = [raw, ...(await Promise.all(updates))]
    for (const sentence of files.flatMap((text) => text.split(/(?<=[.!?。؟।][”»」"]?)\s+|\n+|(?<=。)/u))) {
      const said = sentence.trim()
      if (said.length < 25 || /^[(（]/.test(said)) continue
      assert.ok((owner.get(said) ?? name) === name, `${owner.get(said)} and ${name}: ${said}`)
      owner.set(said, name)
    }
  }
  const headlines = prepared.map(({ story, filed }) => `${story.name} ${filed.headline}`)
  assert.equal(new Set(prepared.map(({ filed }) => filed.headline)).size, new Set(headlines).size)
})

test('the copy has a table, lists, subheads, a link, an embed, a quotation with its speaker, and a note of the editor', () => {
  const drafts = prepared.flatMap(({ filed, newer }) => [filed, ...(newer ? [newer] : [])])
  const blocks = drafts.flatMap(({ copy }) => copy)
  for (const kind of ['table', 'list', 'subhead', 'embed', 'quotation'])
    assert.ok(
      blocks.some(({ is }) => is === kind),
      kind,
    )
  assert.ok(
    blocks.some((block) => block.is === 'list' && block.ordered) &&
      blocks.some((block) => block.is === 'list' && !block.ordered),
  )
  for (const block of blocks) if (block.is === 'quotation') assert.ok(block.speaker && textOf(block.speaker))
  assert.ok(
    blocks.some((block) => block.is === 'paragraph' && block.text.some(({ marks }) => marks?.[0]?.is === 'link')),
  )
  assert.ok(drafts.some(({ notes }) => notes.public.length))
  assert.ok(
    drafts.some(({ related }) => related) && stories.some(({ head }) => head.pictures?.length === 5),
    'a slide show',
  )
  const corrections = stories.flatMap(({ head }) => head.acts.filter((act) => act.do === 'correct'))
  assert.ok(corrections.some(({ grave }) => grave) && corrections.some(({ grave }) => !grave))
})

test('whenever the agency starts, weekends are quiet', () => {
  for (let later = 0; later < 7; later++) {
    const begin = start + later * 86_400_000
    const when = timesOf(stories, begin, house.zone)
    for (const story of stories) {
      const first = when(story, story.head.acts[0]!)
      if (begin - first < 9 * 86_400_000 || story.head.weekend) continue
      const weekday = new Date(momentAt(first, house.zone).local.slice(0, 10)).getUTCDay()
      assert.ok(weekday > 0 && weekday < 6, `${story.name} comes on a weekend`)
    }
  }
})

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { toHouse } from '../src/config/house-file.ts'
import { readMetadata } from '../src/pictures/metadata.ts'

type Act = { do: string; ago?: string; at?: string; in?: string; as: string } & Record<string, unknown>
type Picture = { file: string; caption: string; alt: string; focus?: number[] }
type Front = { slug: string; section: string; language: string; desk: string; urgency: number; acts: Act[] } & {
  keywords: string[]
  subjects: string[]
  standfirst?: string
  by?: string[]
  pictures?: Picture[]
  translationOf?: string
  related?: string[]
}
type House = Record<string, unknown> & {
  languages: string[]
  sections: { slug: string; name: Record<string, string> }[]
  desks: { slug: string }[]
  bureaux: { slug: string; place: Record<string, string>; zone: string }[]
  places: ({ zone: string } & Record<string, string>)[]
  staff: { id: string; role: string; bureau: string }[]
  standardsLine: Record<string, string>
}

const here = import.meta.dirname
const house = parse(read('house.yaml')) as House
const files = readdirSync(join(here, 'stories'))
const stories = files.filter((file) => !/[.](update-|entries[.])/.test(file)).map(story)
const english = stories.filter((one) => one.front.language === 'en')
const slugs = new Set(stories.map((one) => one.front.slug))
const staff = new Set(house.staff.map((person) => person.id))
const acts = stories.flatMap((one) => one.front.acts.map((act) => ({ ...one, act })))

const keys =
  'slug section language desk urgency keywords subjects standfirst by pictures marks note weekend translationOf related acts'
const actKeys: Record<string, string> = {
  publish: 'do ago at as',
  update: 'do ago at as raw standfirst',
  correct: 'do ago at as wrong right where grave replace',
  entries: 'do ago as raw close',
  kill: 'do ago as notice',
  hold: 'do in as',
  embargo: 'do in as reason',
}
const placeholder = /^(?:date:[^:{}]*(?:YYYY|M|D)[^:{}]*|weekday|clock)(?::[+-]\d+[hm]?)?$/
const source: Record<string, RegExp> = {
  en: /\(Halyard\) – /,
  de: /\(Halyard\) – /,
  ar: /\(هاليارد\) – /,
  fa: /\(هالیارد\) – /,
  he: /\(הליארד\) – /,
  hi: /\(हैलयार्ड\) – /,
  ja: /【[^】]+日ハリヤード】/,
  zh: /^哈利亚德社.+电 /m,
}

test('the house names everything in each of its languages and every place has a zone that exists', () => {
  for (const { name } of house.sections) assert.deepEqual(Object.keys(name), house.languages)
  for (const { place } of house.bureaux)
    for (const language of ['en', 'ar', 'de', 'ja']) assert.ok(place[language], `${place['en']}: ${language}`)
  for (const language of Object.keys(source)) assert.ok(house.standardsLine[language], language)
  const bureaux = new Set(house.bureaux.map((bureau) => bureau.slug))
  for (const person of house.staff) assert.ok(bureaux.has(person.bureau), person.id)
  for (const { zone } of [...house.bureaux, ...house.places]) assert.ok(Intl.DateTimeFormat('en', { timeZone: zone }))
})

test('the house is one that the product accepts', () => {
  const accepted = toHouse(read('house.yaml'))
  assert.equal(accepted.house.mark, 'Halyard')
  assert.equal(accepted.staff.length, house.staff.length)
})

test('front matter has only known keys and names only what exists', () => {
  assert.equal(slugs.size, stories.length, 'slugs are unique')
  for (const { file, front } of stories) {
    known(front, keys, file)
    for (const key of ['slug', 'section', 'language', 'desk', 'urgency', 'keywords', 'subjects', 'acts'])
      assert.ok(key in front, `${file} lacks ${key}`)
    assert.ok(
      house.sections.some((section) => section.slug === front.section),
      `${file}: section ${front.section}`,
    )
    assert.ok(
      house.desks.some((desk) => desk.slug === front.desk),
      `${file}: desk ${front.desk}`,
    )
    assert.ok(source[front.language], file)
    assert.ok(front.urgency >= 1 && front.urgency <= 8, file)
    for (const id of front.by ?? []) assert.ok(staff.has(id), `${file}: ${id}`)
    for (const slug of [...(front.related ?? []), front.translationOf ?? front.slug])
      assert.ok(slugs.has(slug), `${file}: ${slug}`)
    for (const code of front.subjects) assert.match(code, /^medtop:\d{8}$/)
  }
})

test('every subject is a Media Topic that is still in use', (t) => {
  const topics = join(
    process.env['DATELINE_SHARED'] ?? join(here, '../../shared'),
    'standards/newscodes/mediatopics-merged.json',
  )
  if (!existsSync(topics)) return t.skip('the Media Topics are not here')
  const { concepts } = JSON.parse(readFileSync(topics, 'utf8')) as { concepts: { qcode: string; retired?: unknown }[] }
  const inUse = new Set(concepts.filter((concept) => !concept.retired).map((concept) => concept.qcode))
  for (const { file, front } of stories)
    for (const code of front.subjects) assert.ok(inUse.has(code), `${file}: ${code}`)
})

test('acts are known, done by people of the house, and stand in the order in which they happened', () => {
  for (const { file, front } of stories) {
    assert.ok(front.acts.length > 0, file)
    let before = 0
    for (const act of front.acts) {
      assert.ok(actKeys[act.do], `${file}: ${act.do}`)
      known(act, actKeys[act.do] ?? '', file)
      assert.ok(staff.has(act.as), `${file}: ${act.as}`)
      if (act.in) assert.ok(minutes(act.in) > 0, file)
      if (!act.ago) continue
      assert.ok(!act.at || /^\d\d:\d\d$/.test(act.at), `${file}: ${act.at}`)
      assert.ok(!act.at || minutes(act.ago) >= 2880, `${file}: an hour of today may not have come yet`)
      const at = Date.parse(`2026-11-20T${act.at ?? '00:00'}Z`) - minutes(act.ago) * 60_000
      assert.ok(at > before, `${file}: ${act.do} is out of order`)
      before = at
    }
  }
})

test('the demonstration shows every verb: an update chain with a correction in it, a kill, an embargo, a hold', () => {
  const chain = stories.find((one) => one.front.slug === 'ostra-dam')
  assert.deepEqual(
    chain?.front.acts.map((act) => act.do),
    ['publish', 'update', 'correct', 'update'],
  )
  for (const verb of ['publish', 'update', 'entries', 'correct', 'kill', 'embargo', 'hold'])
    assert.ok(
      acts.some(({ act }) => act.do === verb),
      verb,
    )
  const killed = acts.find(({ act }) => act.do === 'kill')
  assert.equal(
    house.staff.find((person) => person.id === killed?.act.as)?.role,
    'chief',
    'the editor-in-chief withdraws a story',
  )
  assert.ok(String(killed?.act['notice']).length > 60, 'the notice says why')
})

test('every update is a file that says which update it is, and every such file is used', () => {
  const updates = acts.filter(({ act }) => act.do === 'update').map(({ act }) => String(act['raw']))
  assert.deepEqual(updates.toSorted(), files.filter((file) => file.includes('.update-')).toSorted())
  for (const file of updates) assert.match(read(`stories/${file}`), /^(UPDATE|تحديث) \d-/, file)
})

test('entries stand in the order in which they came, the newest when they are let out, and every file of them is used', () => {
  const running = acts.filter(({ act }) => act.do === 'entries')
  const used = running.map(({ act }) => String(act['raw']))
  assert.deepEqual(used.toSorted(), files.filter((file) => file.includes('.entries.')).toSorted())
  for (const { file, act } of running) {
    const heads = [...read(`stories/${String(act['raw'])}`).matchAll(/^== ([\ddhm ]+) \| (.+?)(?: \| key)?$/gm)]
    assert.ok(heads.length >= 8, `${file}: ${heads.length} entries`)
    const ago = heads.map(([, time = '']) => minutes(time))
    assert.deepEqual(
      ago,
      ago.toSorted((one, other) => other - one),
      file,
    )
    assert.equal(ago.at(-1), minutes(String(act.ago)), file)
  }
})

test('a correction mends words that stand in the version before it', () => {
  for (const { file, front } of stories) {
    let copy = story(file).copy
    for (const act of front.acts) {
      if (act.do === 'update') copy = read(`stories/${String(act['raw'])}`)
      if (act.do !== 'correct') continue
      const [wrong, right] = act['replace'] as [string, string]
      assert.ok(copy.includes(wrong), `${file}: “${wrong}” is not in the copy`)
      copy = copy.replaceAll(wrong, right)
    }
    for (const act of front.acts) {
      if (act.do === 'correct')
        assert.ok(!copy.includes((act['replace'] as string[])[0] ?? ''), `${file} has the error again`)
    }
  }
})

test('raw copy has a headline, a dateline with the mark of the house, and a sign-off in brackets', () => {
  for (const { file, copy, language } of copies()) {
    assert.match(copy, source[language] ?? /^$/, `${file}: dateline`)
    assert.match(copy.trimEnd(), /[(（].+[)）]$/, `${file}: sign-off`)
    assert.ok((copy.split('\n')[0] ?? '').length > 5, `${file}: headline`)
  }
})

test('there are briefs and there are long stories', () => {
  const words = english.map((one) => one.copy.split(/\s+/).length)
  assert.ok(Math.min(...words) < 100)
  const main = read('stories/03-ostra-dam.update-2.txt').split(/\s+/).length
  assert.ok(main > 600 && main < 850, `${main} words`)
})

test('placeholders are those that the README lists', () => {
  const everything = [...files.map((file) => read(`stories/${file}`)), read('house.yaml')].join('\n')
  const found = everything.match(/\{\{.*?\}\}/g) ?? []
  assert.ok(found.length > 100)
  for (const one of found) assert.match(one.slice(2, -2), placeholder)
  assert.doesNotMatch(everything.replaceAll(/\{\{.*?\}\}/g, ''), /\{\{|\}\}/)
})

test('pictures are there, are JPEG, are small, stand in NOTICE, and say themselves who made them', async () => {
  const pictures = stories.flatMap(({ file, front }) => (front.pictures ?? []).map((picture) => ({ file, picture })))
  const kept = readdirSync(join(here, 'pictures'))
  assert.deepEqual(new Set(pictures.map(({ picture }) => picture.file)), new Set(kept), 'each picture is used')
  let size = 0
  for (const name of kept) {
    const bytes = readFileSync(join(here, 'pictures', name))
    const { creators, credit, usageTerms } = await readMetadata(bytes, 'image/jpeg')
    size += bytes.length
    assert.ok(creators?.length === 1 && credit && usageTerms?.startsWith('Public domain'), name)
    const line = read('NOTICE')
      .split('\n')
      .find((one) => one.startsWith(`${name} `))
    assert.ok(line?.includes(creators[0]!), `NOTICE names ${name} with ${creators[0]}`)
  }
  assert.ok(size <= 4_000_000, `${size} bytes`)
  for (const { file, picture } of pictures) {
    known(picture, 'file caption alt focus', file)
    assert.match(picture.caption, /[.。]$/, `${file}: ${picture.caption}`)
    assert.match(picture.caption, /1[89]\d\d|１９|۱[۸۹]/, `${file}: the caption says when`)
    assert.doesNotMatch(picture.caption, /\{\{/, `${file}: an old photograph is not of today`)
    assert.ok(picture.alt.length > 15, file)
    for (const part of picture.focus ?? [0.5]) assert.ok(part >= 0 && part <= 1, file)
  }
})

function copies(): { file: string; copy: string; language: string }[] {
  return stories.flatMap(({ file, front, copy }) => [
    { file, copy, language: front.language },
    ...front.acts
      .filter((act) => act.do === 'update')
      .map((act) => ({
        file: String(act['raw']),
        copy: read(`stories/${String(act['raw'])}`),
        language: front.language,
      })),
  ])
}

function story(file: string): { file: string; front: Front; copy: string } {
  const [, front, copy] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(read(`stories/${file}`)) ?? []
  assert.ok(front && copy, `${file} has no front matter`)
  return { file, front: parse(front) as Front, copy }
}

function known(what: object, allowed: string, file: string): void {
  for (const key of Object.keys(what)) assert.ok(allowed.split(' ').includes(key), `${file}: ${key} is not a known key`)
}

function minutes(duration: string): number {
  assert.match(duration, /^(\d+[dhm])( \d+[dhm])*$/, `“${duration}” is not a duration`)
  const each = { d: 1440, h: 60, m: 1 }
  return duration
    .split(' ')
    .reduce((sum, part) => sum + Number(part.slice(0, -1)) * each[part.slice(-1) as 'd' | 'h' | 'm'], 0)
}

function read(path: string): string {
  return readFileSync(join(here, path), 'utf8')
}

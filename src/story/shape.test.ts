import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moment, story } from '../../test/build.ts'
import { type Draft, type Story } from './story.ts'
import { readDraft, readMoment, readStory } from './shape.ts'

const hash = 'a'.repeat(64)

const whole: Draft = {
  ...story('QUAKE-CHILE').by('Ana').in('world').from('SANTIAGO', 'America/Santiago'),
  standfirst: 'Two are dead.',
  copy: [
    {
      is: 'paragraph',
      text: [{ text: 'Two ' }, { text: 'dead', marks: [{ is: 'strong' }, { is: 'link', href: 'https://a.example' }] }],
    },
    { is: 'subhead', level: 2, text: [{ text: 'Now' }], language: 'es' },
    { is: 'quotation', paragraphs: [[{ text: 'We ran.' }]], speaker: [{ text: 'A man' }] },
    { is: 'list', ordered: true, items: [[{ text: 'One' }]] },
    { is: 'table', head: [[[{ text: 'Town' }]]], rows: [[[{ text: 'Iquique' }]]], foot: [] },
    { is: 'preformatted', text: '1 2\n3 4' },
    {
      is: 'picture',
      picture: { alt: 'A street', caption: { text: 'A street.', flags: ['handout'] }, focus: { x: 0.5, y: 0.5 } },
    },
    { is: 'embed', provider: 'video', address: 'https://v.example/1', title: 'Film', fallback: 'A film' },
    { is: 'slot', kind: 'related' },
  ],
  pictures: [
    {
      image: { hash, width: 10, height: 10, type: 'image/jpeg' },
      alt: '',
      caption: { text: 'A' },
      rights: {
        holder: 'B',
        notice: '© B',
        usageTerms: 'C',
        page: 'https://b.example/',
        obtain: 'https://b.example/buy',
      },
    },
  ],
  subjects: [{ code: 'medtop:20000430', name: 'earthquake' }],
  embargo: { until: moment('2026-11-25T12:00', 'Europe/Vienna'), reason: 'figures' },
  rights: { holder: 'Kessary' },
  source: { provider: 'kessary', format: 'copy', raw: hash, lost: ['a counter'] },
  printed: { published: moment('2026-11-25') },
}

const kept: Story = {
  ...whole,
  id: 's1',
  version: 3,
  work: { is: 'held', until: moment('2026-11-25T12:00'), by: 'ana' },
  assigned: 'ben',
  publication: { is: 'killed', version: 3, at: moment('2026-11-25T12:00'), by: 'ana', notice: 'No.' },
  firstPublished: moment('2026-11-25T10:00'),
  corrections: [{ wrong: 'a', right: 'b', version: 2, at: moment('2026-11-25T11:00'), by: 'ana', grave: true }],
  archived: true,
}

test('a draft and a story come through JSON as they went in', () => {
  const plain = JSON.parse(JSON.stringify(whole)) as unknown
  assert.deepEqual(readDraft(plain), { read: plain })
  const story = JSON.parse(JSON.stringify(kept)) as unknown
  assert.deepEqual(readStory(story), { read: story })
})

test('everything that is wrong is said at once, each with its path', () => {
  const wrong = {
    ...whole,
    headline: 7,
    urgency: '5',
    copy: [{ is: 'paragraph', text: [{ text: 'x', marks: [{ is: 'link' }] }] }, { is: 'html', text: '<b>' }, 'text'],
    pictures: [{ image: { hash: '../../etc/passwd', width: 1, height: 1, type: 'image/gif' }, alt: '', caption: {} }],
    credits: [{ role: 'boss', people: 'Ana' }],
    byline: undefined,
    embargo: { until: { local: 'noon', zone: 'UTC', zoneFrom: 'house' } },
    printed: { published: { local: '2026-11-25', zone: 'Mars/Olympus', zoneFrom: 'house' } },
    colour: 'red',
  }
  const result = readDraft(wrong)
  assert.deepEqual('problems' in result && result.problems.map(({ code, path }) => `${path}: ${code}`), [
    'headline: shape.not-text',
    'copy[0].text[0].marks[0].href: shape.missing',
    'copy[1].is: shape.not-one-of',
    'copy[2]: shape.not-object',
    'pictures[0].image.hash: shape.form',
    'pictures[0].image.type: shape.not-one-of',
    'pictures[0].caption.text: shape.missing',
    'credits[0].role: shape.not-one-of',
    'credits[0].people: shape.not-list',
    'urgency: shape.not-number',
    'embargo.until.local: story.moment.shape',
    'printed.published.zone: story.zone.unknown',
    'colour: shape.unknown-field',
  ])
})

test('what an older row or a short import leaves out is filled with nothing', () => {
  const result = readDraft({ slug: 'quake', headline: 'Quake', language: 'ar', standfirst: null })
  assert.deepEqual(result, {
    read: {
      slug: 'quake',
      headline: 'Quake',
      byline: [],
      copy: [],
      pictures: [],
      credits: [],
      language: 'ar',
      direction: 'rtl',
      urgency: 5,
      sections: [],
      subjects: [],
      keywords: [],
      notes: { public: [], desk: [] },
      contact: [],
      related: [],
      formerAddresses: [],
    },
  })
})

test('a door refuses a field that nobody knows; a row of our own may have one', () => {
  const strange = { ...whole, copy: [{ is: 'slot', kind: 'related', onclick: 'x' }], __proto__x: 1 }
  const door = readDraft(strange)
  assert.deepEqual('problems' in door && door.problems.map(({ path }) => path), ['copy[0].onclick', '__proto__x'])
  const row = readDraft(strange, { strict: false })
  assert.deepEqual('read' in row && row.read.copy, [{ is: 'slot', kind: 'related' }])
})

test('what is no object at all is said to be none', () => {
  for (const value of [null, 'text', 7, [], undefined]) {
    const result = readDraft(value)
    assert.ok('problems' in result && result.problems.length === 1, JSON.stringify(value))
  }
  assert.deepEqual(readMoment({ local: '2026-02-30', zone: 'UTC', zoneFrom: 'house' }), {
    problems: [{ code: 'story.moment.shape', path: 'local', values: { moment: '2026-02-30' } }],
  })
})

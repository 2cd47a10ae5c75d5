import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Block } from '../story/copy.ts'
import { roles } from '../story/credit.ts'
import { type Moment, momentAt } from '../story/moment.ts'
import { type Picture, captionFlags } from '../story/picture.ts'
import { type Story, emptyDraft } from '../story/story.ts'
import { type Mark, type Run, directionOf } from '../story/text.ts'
import { type Outgoing, type Publisher } from './format.ts'

/** The agency of these tests. */
export const publisher: Publisher = {
  name: 'Kessary & Sons',
  tagline: 'News from <the coast>',
  base: 'https://kessary.example',
  authority: 'kessary.example,2026',
  zone: 'Europe/Lisbon',
  language: 'en',
  standards: 'https://kessary.example/standards',
  corrections: 'https://kessary.example/corrections',
  ownership: 'https://kessary.example/ownership',
  hub: 'https://kessary.example/hub',
  feed: {
    title: 'Kessary & Sons',
    self: 'https://kessary.example/feed.atom',
    page: 'https://kessary.example/',
    at: '2026-11-24T15:00:00.000Z',
  },
}

/** An ordinary published story; the fields given lie over it. */
export function aStory(over: Partial<Story> = {}): Story {
  const at = momentAt('2026-11-24T13:31:00Z', 'Europe/Lisbon')
  return {
    ...emptyDraft('en', 'ltr'),
    id: '0193f1c2',
    slug: 'harbour-bridge-reopens',
    headline: 'Harbour bridge reopens after <eleven> days & nights',
    standfirst: 'Ferries go back to their winter timetable',
    dateline: { places: [{ name: 'OSTRA', country: 'PT', zone: 'Europe/Lisbon' }], source: 'Kessary' },
    byline: ['By Ana Ruiz'],
    copy: [
      { is: 'paragraph', text: [{ text: 'The bridge at Ostra reopened on Tuesday.' }] },
      { is: 'subhead', level: 2, text: [{ text: 'Toll' }] },
      { is: 'paragraph', text: [{ text: 'It had been shut ' }, { text: 'since', marks: [{ is: 'emphasis' }] }] },
    ],
    credits: [
      { role: 'byline', people: [{ name: 'Ana Ruiz', place: 'Ostra' }] },
      { role: 'editing', people: [{ name: 'Bo Lind' }] },
    ],
    sections: ['land-and-sea'],
    subjects: [{ code: 'medtop:20000430', name: 'transport' }],
    keywords: ['bridge'],
    notes: { public: ['Recasts with reopening'], desk: ['SECRET-DESK-NOTE'] },
    contact: ['SECRET-CONTACT +1 555 0100'],
    version: 3,
    work: { is: 'none' },
    publication: { is: 'published', version: 3, at, by: 'ana' },
    firstPublished: at,
    corrections: [],
    ...over,
  }
}

/** A story that was killed, its copy still in it, as a careless caller may hand it over. */
export function killedStory(): Story {
  const at = momentAt('2026-11-24T14:00:00Z', 'Europe/Lisbon')
  const notice = 'Kessary withdraws this story: the bridge is shut.'
  return aStory({ version: 4, publication: { is: 'killed', version: 4, at, by: 'ana', notice } })
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    'a ]]> b',
    '&apos; & <',
    '\u0000\u0008',
    '\ud800',
    'مرحبا',
    '‮abc',
    '0 : 0',
  ),
)
const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom<Mark>({ is: 'strong' }, { is: 'emphasis' }, { is: 'superscript' }, { is: 'subscript' }),
  fc.constantFrom<Mark>(
    { is: 'link', href: 'https://example.org/?a=1&b="2"' },
    { is: 'link', href: 'javascript:alert(1)' },
  ),
  fc.constant<Mark>({ is: 'language', language: 'ar' }),
)
const runs: fc.Arbitrary<Run[]> = fc.array(
  fc.record({ text, marks: fc.array(mark, { maxLength: 2 }) }, { requiredKeys: ['text'] }),
  { minLength: 1, maxLength: 3 },
)
const moment: fc.Arbitrary<Moment> = fc
  .tuple(fc.integer({ min: 0, max: 2_000_000_000 }), fc.constantFrom('Asia/Tehran', 'UTC', '-05:00'))
  .map(([seconds, zone]) => momentAt(seconds * 1000, zone))
const picture: fc.Arbitrary<Picture> = fc.record(
  {
    image: fc.constant({ hash: 'ab'.repeat(32), width: 640, height: 480, type: 'image/jpeg' as const }),
    alt: text,
    caption: fc.record(
      {
        text,
        place: text,
        date: fc.constant('--11-03'),
        credit: fc.record({ agency: text, photographer: text }, { requiredKeys: [] }),
        flags: fc.subarray([...captionFlags]),
      },
      { requiredKeys: ['text'] },
    ),
    focus: fc.record({ x: fc.constant(0.25), y: fc.constant(0.5) }),
    rights: fc.record(
      {
        holder: text,
        notice: text,
        usageTerms: text,
        page: fc.oneof(text, fc.webUrl(), fc.constant('https://b.example/[a]|b%')),
        obtain: text,
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['alt', 'caption'] },
)
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ is: fc.constant('paragraph' as const), text: runs }),
  fc.record({ is: fc.constant('subhead' as const), level: fc.constantFrom(2, 3, 4), text: runs }),
  fc.record({ is: fc.constant('quotation' as const), paragraphs: fc.array(runs, { maxLength: 2 }), speaker: runs }),
  fc.record({ is: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(runs, { maxLength: 3 }) }),
  fc.record({
    is: fc.constant('table' as const),
    caption: runs,
    head: fc.array(fc.array(runs, { maxLength: 2 }), { maxLength: 1 }),
    rows: fc.array(fc.array(runs, { maxLength: 2 }), { maxLength: 2 }),
    foot: fc.constant([]),
  }),
  fc.record({ is: fc.constant('preformatted' as const), text }),
  fc.record({ is: fc.constant('picture' as const), picture }),
  fc.record({
    is: fc.constant('embed' as const),
    provider: fc.constant('video.example'),
    address: fc.constant('https://video.example/1'),
    title: text,
    fallback: text,
  }),
  fc.constant<Block>({ is: 'slot', kind: 'related' }),
)
const language = fc.constantFrom('en', 'fr', 'ar', 'ja', 'pt-BR')

/** Any published, corrected, embargoed, archived or killed story that the house could hold. */
export const anyStory: fc.Arbitrary<Story> = fc
  .record(
    {
      headline: text,
      standfirst: text,
      dateline: fc.record(
        {
          places: fc.array(fc.record({ name: text, zone: fc.constant('Asia/Tehran') }), { maxLength: 3 }),
          source: text,
        },
        { requiredKeys: ['places'] },
      ),
      byline: fc.array(text, { maxLength: 2 }),
      copy: fc.array(block, { minLength: 1, maxLength: 6 }),
      running: fc.record({
        is: fc.constant('live' as const),
        given: fc.constant(9),
        entries: fc.array(
          fc.record(
            { anchor: fc.constant('entry-9'), at: moment, headline: text, copy: fc.array(block, { maxLength: 3 }) },
            { requiredKeys: ['anchor', 'at', 'copy'] },
          ),
          { maxLength: 3 },
        ),
      }),
      pictures: fc.array(picture, { maxLength: 3 }),
      credits: fc.array(
        fc.record({
          role: fc.constantFrom(...roles),
          people: fc.array(fc.record({ name: text, place: text }, { requiredKeys: ['name'] }), { maxLength: 2 }),
        }),
        { maxLength: 3 },
      ),
      language,
      urgency: fc.integer({ min: 1, max: 9 }),
      genre: text,
      subjects: fc.array(fc.record({ code: fc.constantFrom('medtop:20000430', 'topics:cocoa', 'odd') }), {
        maxLength: 2,
      }),
      keywords: fc.array(text, { maxLength: 3 }),
      embargo: fc.record({ until: moment }),
      rights: fc.record({ holder: text, notice: text, usageTerms: text }, { requiredKeys: [] }),
      updated: moment,
      corrected: moment,
      archived: fc.boolean(),
      corrections: fc.array(
        fc.record({
          wrong: text,
          right: text,
          where: text,
          version: fc.constant(2),
          at: moment,
          by: fc.constant('ana'),
        }),
        { maxLength: 2 },
      ),
      publication: fc.oneof(
        fc.record({
          is: fc.constant('published' as const),
          version: fc.constant(3),
          at: moment,
          by: fc.constant('ana'),
        }),
        fc.record({
          is: fc.constant('killed' as const),
          version: fc.constant(3),
          at: moment,
          by: fc.constant('ana'),
          notice: text,
        }),
      ),
      related: fc.array(fc.constant('0193aaaa'), { maxLength: 1 }),
    },
    { requiredKeys: ['headline', 'copy', 'language', 'publication'] },
  )
  .map((over) => aStory({ ...over, direction: directionOf(over.language) }))

/** Any story on its way out by the journal. */
export const anyOutgoing: fc.Arbitrary<Outgoing> = anyStory.map((story) => ({
  story,
  entry: {
    number: 42,
    what: story.publication.is === 'killed' ? 'killed' : 'published',
    at: momentAt('2026-11-24T13:31:00Z', 'Europe/Lisbon'),
  },
  links: story.related.map((id) => ({ rel: 'related', id, headline: 'Other', address: 'https://kessary.example/o' })),
}))

test('invented stories hold what a story holds', () => {
  fc.assert(fc.property(anyStory, (story) => assert.ok(story.copy.length && story.firstPublished)))
})

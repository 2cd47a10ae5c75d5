import { type House } from '../../src/config/house.ts'
import { type Copy } from '../../src/story/copy.ts'
import { roles } from '../../src/story/credit.ts'
import { type Image } from '../../src/story/picture.ts'
import { type Draft } from '../../src/story/story.ts'
import { plain } from '../../src/story/text.ts'
import { moment, story } from '../build.ts'
import { house } from './house.ts'

const lorem =
  'The bridge was closed at noon, the council said, and nobody who lives beyond it was told before the morning of the day. '
const unbroken = 'Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenfabrikationsleiterstellvertreter'

/** A house whose every name is longer, or shorter, than anybody should make it. */
export const hostileHouse: House = {
  ...house,
  name: 'The Amalgamated Telegraphic Intelligence and Dispatch Company of the Upper and Lower Provinces',
  names: { ar: 'شركة الأنباء والبرقيات المتحدة للأقاليم العليا والسفلى وما بينهما من الجزر' },
  tagline: lorem.repeat(3),
  languages: ['en', 'ar', 'ja', 'fa', 'he', 'hi', 'zh', 'de', 'fr', 'es', 'ru', 'el', 'tr', 'pt', 'it', 'ko'],
  sections: [
    {
      slug: 'long',
      name: { en: lorem.repeat(4).slice(0, 400).trim(), ar: 'الشؤون البلدية والقروية '.repeat(16).trim() },
    },
    { slug: 'word', name: { en: unbroken, ar: unbroken } },
    { slug: 'x', name: { en: 'X', ar: 'س' } },
    ...Array.from({ length: 20 }, (_, n) => ({ slug: `section-${n}`, name: { en: `Section number ${n + 1}` } })),
  ],
}

/** Copy that no editor would pass and some machine will send: a story for everything that breaks pages. */
export function hostile(images: readonly Image[]): readonly Draft[] {
  const shot = (at: number, text: string) =>
    images.slice(at, at + 1).map((image) => ({
      image,
      alt: text,
      caption: {
        text,
        place: unbroken,
        date: '2026-11-24',
        credit: { agency: unbroken, photographer: lorem.repeat(2) },
      },
    }))
  return [
    story('long-headline')
      .headed('Abgeordnetenhaus'.repeat(18))
      .in('long')
      .with({ standfirst: unbroken.repeat(3), pictures: shot(0, unbroken.repeat(2)) }),
    story('wordy-headline')
      .headed(lorem.repeat(4).trim())
      .in('word')
      .from(unbroken)
      .with({ standfirst: lorem.repeat(8).trim(), pictures: shot(1, lorem.repeat(6)) }),
    story('letter').headed('A').in('x').saying('B.'),
    story('emoji')
      .headed('👩🏽‍🚀🛰️ 🚨🚨🚨 Dam 🌊🌊 👨‍👩‍👧‍👦 holds 🏳️‍🌈 ✊🏿')
      .in('x')
      .saying('🙂'.repeat(300), `Zalgo: ${'Z̷̢̧̛̤̗̣͔̙͇̙̫͐̈́͒̎̓͘̚a̴̡̛̪̹͕̮̒̈́̍̎̈́l̵̢̨̛̳̟̹͚̃̓̔͠g̶̢̛̗̯̻̦͂̏̃̈́o̴̧̡̨̪̤̔̀̔̊ '.repeat(20)}`),
    story('forty-credits')
      .headed('Forty people wrote this')
      .in('long')
      .with({
        byline: [`By ${Array.from({ length: 40 }, (_, n) => `Reporter Number ${n + 1}`).join(', ')}`],
        credits: roles.slice(0, 8).map((role) => ({
          role,
          people: Array.from({ length: 5 }, (_, n) => ({
            name: n ? `Reporter Number ${n}` : unbroken,
            place: n % 2 ? 'Kessary' : unbroken,
            organisation: lorem.slice(0, 80),
          })),
        })),
        keywords: Array.from({ length: 60 }, (_, n) => (n % 9 ? `keyword ${n}` : unbroken)),
        subjects: [{ code: 'medtop:20000139' }, { code: 'own:1', name: unbroken }],
      }),
    story('thirty-thousand').headed('A report in thirty thousand words').in('long').with({ copy: thirtyThousand() }),
    story('huge-table')
      .headed('A table that nobody can read')
      .in('word')
      .with({ copy: [...tables(), ...pieces()] }),
    story('long-address')
      .headed('An address')
      .in('word')
      .saying(`See https://example.org/${'very/long/path/'.repeat(30)}?${'q='.repeat(90)} and ${unbroken.repeat(4)}.`),
    story('quotation').headed('He said “وادٍ لا يعود إليه أحد” and left').in('x').with({ copy: quotations() }),
    story('slides')
      .headed('Pictures of every shape')
      .in('x')
      .with({ pictures: [0, 1, 2, 3, 4, 5].flatMap((at) => shot(at, at % 2 ? lorem.repeat(5) : 'B')) }),
    story('running').headed(lorem.repeat(2).trim()).in('x').with({ running: running() }),
    story('arabic')
      .written('ar')
      .headed('والمستشفيات'.repeat(20))
      .in('long')
      .with({
        standfirst: 'قال المجلس إن الجسر أغلق ظهرا ولم يبلغ أحد ممن يسكنون وراءه قبل صباح اليوم. '.repeat(9),
        copy: [...quotations(), ...tables()],
        pictures: shot(3, unbroken.repeat(2)),
      }),
    story('arabic-plain')
      .written('ar')
      .headed('أ')
      .in('x')
      .saying(`${unbroken.repeat(3)} نص https://example.org/${'a'.repeat(300)} نص`),
  ]
}

function thirtyThousand(): Copy {
  const words = lorem.split(' ').length - 1
  return Array.from({ length: Math.ceil(30_000 / (words * 8)) }, (_, n) => [
    ...(n % 6 ? [] : [{ is: 'subhead', level: n % 4 ? 3 : 2, text: plain(n % 12 ? lorem : unbroken) } as const]),
    { is: 'paragraph', text: plain(lorem.repeat(8)) } as const,
  ]).flat()
}

function tables(): Copy {
  const row = (cells: number, text: string) =>
    Array.from({ length: cells }, (_, n) => plain(n ? `${text}${n}` : unbroken))
  return [
    {
      is: 'table',
      caption: plain(lorem),
      head: [row(14, 'Column ')],
      rows: Array.from({ length: 60 }, () => row(14, '1,234,567.')),
      foot: [row(14, '9')],
    },
    { is: 'table', head: [], rows: [row(3, unbroken), row(3, lorem)], foot: [] },
    { is: 'preformatted', text: `${'0123456789'.repeat(30)}\n${lorem}` },
  ]
}

function pieces(): Copy {
  return [
    {
      is: 'list',
      ordered: true,
      items: Array.from({ length: 120 }, (_, n) => plain(n % 30 ? 'B' : unbroken.repeat(2))),
    },
    {
      is: 'quotation',
      paragraphs: [plain(unbroken.repeat(2)), plain(lorem.repeat(4))],
      speaker: plain(unbroken.repeat(2)),
    },
    { is: 'subhead', level: 2, text: plain(unbroken.repeat(2)) },
    {
      is: 'embed',
      provider: unbroken,
      address: `https://example.org/${'a'.repeat(400)}`,
      title: lorem,
      fallback: unbroken,
    },
  ]
}

function quotations(): Copy {
  return [
    {
      is: 'paragraph',
      text: [
        { text: 'She wrote ' },
        { text: '«عاد الناس إلى بيوتهم، ثم غادروا (مرة أخرى) عام 1965»', marks: [{ is: 'language', language: 'ar' }] },
        { text: ', and nothing more.' },
      ],
    },
    { is: 'paragraph', language: 'ar', text: plain('قال المجلس إن الجسر أغلق ظهرا ولم يبلغ أحد.') },
    { is: 'paragraph', language: 'he', text: plain('הגשר נסגר בצהריים ואיש לא ידע.') },
    { is: 'paragraph', language: 'ja', text: plain('橋は正午に閉鎖された。対岸の住民には朝まで知らされなかった。') },
    { is: 'quotation', paragraphs: [plain('“No.”')], speaker: plain('X') },
  ]
}

function running(): NonNullable<Draft['running']> {
  const entries = Array.from({ length: 40 }, (_, n) => ({
    anchor: `entry-${n + 1}`,
    at: moment(n < 20 ? '2026-11-24 21:00' : '2026-11-25 09:00'),
    headline: n % 3 ? lorem.trim() : unbroken.repeat(2),
    copy:
      n % 5
        ? [{ is: 'paragraph' as const, text: plain(n % 2 ? 'B.' : lorem.repeat(3)) }]
        : [...tables(), ...quotations()],
    ...(n % 4 ? {} : { key: true }),
  }))
  return { is: 'live', given: entries.length, entries }
}

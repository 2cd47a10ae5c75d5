import { type Copy } from '../../src/story/copy.ts'
import { type Draft, emptyDraft } from '../../src/story/story.ts'
import { type Mark, type Run, plain } from '../../src/story/text.ts'
import { type Image, type Picture } from '../../src/story/picture.ts'

/** A story that has every part that a story can have: whatever a page shows, it shows here. */
export function ostra(day: string, images: readonly Image[]): Draft {
  return {
    ...emptyDraft('en', 'ltr'),
    slug: 'ostra-dam',
    headline: 'Engineers open second gate at Ostra dam as crack stops growing',
    standfirst:
      'Six villages may go home on Wednesday if the lake keeps falling, the water authority says. Their people want to read the inspection report first.',
    dateline: { places: [{ name: 'Kessary', zone: 'Europe/Vienna' }], date: day, source: 'Halyard' },
    byline: ['By Ilse Marrable and Tomas Reyne'],
    urgency: 3,
    sections: ['land-sea', 'politics'],
    keywords: ['Ostra dam', 'Lower Vell', 'Vell Water Authority'],
    subjects: [{ code: 'medtop:20000161', name: 'dams' }],
    credits: [
      {
        role: 'byline',
        people: [
          { name: 'Ilse Marrable', person: 'ilse' },
          { name: 'Tomas Reyne', person: 'tomas' },
        ],
      },
      {
        role: 'reporting',
        people: [
          { name: 'Ilse Marrable', person: 'ilse', place: 'Kessary' },
          { name: 'Tomas Reyne', person: 'tomas', place: 'Lower Vell' },
        ],
      },
      {
        role: 'additional reporting',
        people: [
          { name: 'Ada Okonjo', place: 'Halvering' },
          { name: 'Maren Holt', place: 'Halvering' },
          { name: 'Joss Pellam', place: 'Ostra', organisation: 'Westmark Farmer' },
        ],
      },
      { role: 'editing', people: [{ name: 'Piet Larkin', person: 'piet' }, { name: 'Sunniva Dahl' }] },
    ],
    notes: {
      public: ['The level of the lake is the authority’s own figure; its gauge can be read by anybody.'],
      desk: ['NEVER PUBLISH: call Oduya before nine'],
    },
    contact: ['ilse.marrable@halyard.example; +43 1 555 0100'],
    pictures: images[0] ? [lakeBoat(images[0])] : [],
    copy: copy(images[1]),
  }
}

export function lakeBoat(image: Image): Picture {
  return {
    image,
    alt: 'A long narrow lake between dark cliffs; a boat lies at the stony water’s edge.',
    caption: {
      text: 'A workboat on ground that was under water a week ago, at the north end of the reservoir.',
      place: 'Ostra',
      date: '2026-11-23',
      credit: { agency: 'Halyard', photographer: 'Maren Holt' },
    },
  }
}

export const p = (...text: (string | Run)[]) => ({
  is: 'paragraph' as const,
  text: text.map((one) => (typeof one === 'string' ? { text: one } : one)),
})

const run = (text: string, ...marks: Mark[]): Run => ({ text, marks })
const row = (...cells: string[]) => cells.map(plain)

function copy(inCopy: Image | undefined): Copy {
  return [
    p(
      'Engineers opened a second gate at the Ostra dam on Tuesday after gauges showed that a crack found in the concrete on Saturday had not moved for 31 hours, the Vell Water Authority said.',
    ),
    p(
      'The lake was falling by 11 centimetres an hour at midday, twice as fast as on Monday, when 1.8 million cubic metres were let out. About 4,300 people in six villages along the lower Vell have been away from home since Sunday night.',
    ),
    p(
      '“We are not calling it safe. We are saying that it has stopped getting worse and that the water is going down,” the authority’s chief engineer, Hanne Oduya, told a news conference in Kessary.',
    ),
    p(
      'She said the order to leave would be looked at again at 08:00 on Wednesday and could be lifted if the lake stood below 412 metres by then. ',
      run('Its level can be read here', { is: 'link', href: 'https://vell-water.example/gauges' }),
      '; at 14:00 it stood at 413.6, or 1.3 × 10',
      run('8', { is: 'superscript' }),
      ' m',
      run('3', { is: 'subscript' }),
      '.',
    ),
    { is: 'subhead', level: 2, text: plain('What the gauges show') },
    p(
      'The crack, 3.2 metres long and no wider than a pencil, follows the joint between the ',
      run('fourth', { is: 'emphasis' }),
      ' and ',
      run('fifth', { is: 'strong' }),
      ' blocks of the 61-year-old dam. Two men on a routine walk found it, according to an incident log seen by Halyard.',
    ),
    {
      is: 'table',
      caption: plain('Ostra lake at 14:00'),
      head: [row('Day', 'Gates open', 'Level, m', 'Change, m')],
      rows: [
        row('Saturday', '0', '417.3', '+0.2'),
        row('Sunday', '0', '417.4', '+0.1'),
        row('Monday', '1', '415.9', '−1.5'),
        row('Tuesday', '2', '413.6', '−2.3'),
      ],
      foot: [row('To go home', '', '412.0', '−1.6')],
    },
    p(
      'A former inspector, who asked not to be named because he has signed a confidentiality agreement, said water had come through the same joint in 2019. Halyard could not confirm this from a second source. The authority denies that a leak was recorded there before this month.',
    ),
    {
      is: 'quotation',
      paragraphs: [plain('“They say, trust the number. Then let us read the page the number is written on.”')],
      speaker: plain('Benoît Aske, baker in Lower Vell'),
    },
    p(
      'In Lower Vell, the largest of the six villages, sandbags stood two deep along the main street on Tuesday and Aske was handing the last of his bread to soldiers. His grandmother had a word for the valley, ',
      run('وادٍ', { is: 'language', language: 'ar' }),
      ', from a traveller.',
    ),
    ...(inCopy
      ? [
          {
            is: 'picture' as const,
            picture: {
              image: inCopy,
              alt: 'Sheep and lambs in rough grass.',
              caption: {
                text: 'Sheep on the slope above Lower Vell.',
                place: 'Lower Vell',
                flags: ['file_photo' as const],
                credit: { agency: 'Halyard', photographer: 'Joss Pellam' },
              },
            },
          },
        ]
      : []),
    { is: 'picture', picture: { alt: '', caption: { text: 'A CAPTION WITHOUT A PICTURE' } } },
    { is: 'subhead', level: 3, text: plain('A minister under pressure') },
    p(
      'Infrastructure Minister Pál Renner, who on Sunday called the order “a precaution and nothing more”, has been summoned to parliament on Thursday. Renner’s office did not reply to two requests for comment.',
    ),
    p(
      'Two former members of the supervisory board said the ministry had been told in March that the grouting of the joint was overdue, and had put it off until the spring budget. A spokeswoman for the ministry said she knew of no such letter and that every request of the authority had been met.',
    ),
    p(
      'Farmers below the dam have begun to count what the water took: fences, a hay barn, some forty beehives. The district has opened a desk in the school at Ostra, where claims are written down by hand because the power has been off since Sunday. By Tuesday noon there were 118 of them.',
    ),
    { is: 'slot', kind: 'module' },
    { is: 'slot', kind: 'related', story: 'valley', label: 'From the archive, 1965' },
    {
      is: 'preformatted',
      text: 'GATE  OPENED  CLOSED\n1     Mon 07:58      -\n2     Tue 10:31      -     readings of the day are kept on paper at the dam and may be seen by anybody',
    },
    {
      is: 'embed',
      provider: 'Openvideo',
      address: 'https://openvideo.example/v/ostra',
      title: 'The second gate opens',
      fallback: 'A film of the second gate',
    },
    p('What happens next:'),
    {
      is: 'list',
      ordered: false,
      items: [
        'Wednesday, 08:00: the authority decides whether people may go home.',
        'Thursday, 10:00: Renner answers questions in parliament.',
        'Saturday: divers inspect the wet face of the dam, if the lake is below 405 metres.',
      ].map(plain),
    },
    { is: 'list', ordered: true, items: ['Close gate one.', 'Read the gauges.'].map(plain) },
    {
      is: 'paragraph',
      language: 'de',
      text: plain('Die Behörde teilte mit, für das Wochenende sei Regen angekündigt.'),
    },
  ]
}

import { type Draft, emptyDraft } from '../../src/story/story.ts'
import { type Image } from '../../src/story/picture.ts'
import { p } from './ostra.ts'

/** A day of an invented agency: enough short stories to fill a front and its sections. `hoursAgo` counts from the stopped clock. */
export type Filed = { draft: Draft; hoursAgo: number }

export function day(images: readonly Image[]): Filed[] {
  return stories.map(([hoursAgo, section, place, urgency, headline, standfirst, picture]) => ({
    hoursAgo,
    draft: {
      ...emptyDraft('en', 'ltr'),
      slug: headline
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, 40)
        .replace(/-$/, ''),
      headline,
      ...(standfirst ? { standfirst } : {}),
      dateline: { places: [{ name: place }], source: 'Halyard' },
      urgency,
      sections: [section],
      copy: [
        p(`${headline}, people in ${place} said on Tuesday.`),
        p('It was the third time this year, and nobody there would say that it was the last.'),
      ],
      ...(picture !== undefined && images[picture]
        ? {
            pictures: [
              {
                image: images[picture],
                alt: headline,
                caption: { text: `${headline}.`, place, credit: { agency: 'Halyard', photographer: 'Maren Holt' } },
              },
            ],
          }
        : {}),
    },
  }))
}

type Line = readonly [
  hoursAgo: number,
  section: string,
  place: string,
  urgency: number,
  headline: string,
  standfirst?: string,
  picture?: number,
]

const stories: readonly Line[] = [
  [
    0.8,
    'economy',
    'Port Ellery',
    4,
    'Ferry crews at Port Ellery take pay offer, ending nine-day strike',
    'First boat to the islands leaves at 18:00; freight will take a week to clear.',
  ],
  [
    2.6,
    'economy',
    'Kessary',
    4,
    'Central bank holds its rate at 4.25% and drops its warning on wages',
    'Two of nine members wanted a cut.',
  ],
  [3.9, 'politics', 'Ondry', 4, 'Ondry votes to keep its harbour in public hands, by 211 ballots'],
  [
    0.5,
    'land-sea',
    'Saint Brannoc',
    5,
    'Court lets cannery keep its water licence for a year',
    'The town had asked for the river back by spring.',
  ],
  [1.1, 'economy', 'Westmark', 5, 'Barley up 2.1% as dry spell enters sixth week'],
  [3, 'culture', 'Fell Harbour', 5, 'Lighthouse sold for one crown to the village it lights'],
  [
    3.6,
    'world',
    'Ilmar',
    5,
    'Two neighbours who share one well agree on a padlock, and on who keeps the key',
    'After eleven years of talks, the frontier commission has put the hours of the well in writing.',
    5,
  ],
  [
    4.8,
    'world',
    'Aldermouth',
    5,
    'Envoys leave Aldermouth without a date for the next round',
    'Both sides say the other asked for the pause.',
  ],
  [6.1, 'world', 'Tarn Ferry', 5, 'Border train runs again, at walking pace'],
  [
    6.6,
    'world',
    'Saint Orrin',
    5,
    'Islands agree to count each other’s votes',
    'Observers will swap ballot boxes, and boats.',
  ],
  [7.3, 'world', 'Halvering', 5, 'A passport for shepherds, valid above 1,800 metres'],
  [2, 'world', 'Skerry Head', 5, 'Fishing talks to go past midnight, minister says'],
  [4.3, 'world', 'New Carrow', 5, 'Election count halted by power cut in four districts'],
  [5.5, 'world', 'Ilmar', 5, 'Doctors’ convoy reaches the upper valley'],
  [6.9, 'world', 'Aldermouth', 5, 'Interpreter who froze mid-speech: “I had no word for it”'],
  [
    4.2,
    'economy',
    'Westmark',
    5,
    'Wool at its dearest in thirty years, and nobody left to shear',
    'Hill farmers say a fleece is worth more than a day of the work it takes to get one.',
    3,
  ],
  [
    5.1,
    'economy',
    'Quill Bay',
    5,
    'Smelter at Quill Bay says fans were inspected; union shows the form, blank',
    'The labour inspectorate has asked for the original.',
  ],
  [6.5, 'economy', 'Port Ellery', 5, 'Rail freight to pass pre-strike level “by Advent”'],
  [
    7,
    'economy',
    'Kessary',
    5,
    'Why the crown no longer follows the barley',
    'Two economists, one chart, and a bet of a sack of grain.',
  ],
  [
    5.4,
    'science',
    'Halvering',
    5,
    'Snow came to the Halvering ridge eleven days late, again',
    'A keeper’s notebook and a satellite now agree on forty winters.',
    4,
  ],
  [
    7.1,
    'science',
    'Kessary',
    5,
    'The thistle that closes before rain, filmed for a year',
    'It was right on 61 days of 74.',
  ],
  [7.7, 'science', 'Skerry Head', 5, 'Tide tables of 1790 found to be off by four minutes'],
  [15.4, 'economy', 'Quill Bay', 5, 'Night shift walks out at smelter over broken fans'],
  [15.8, 'land-sea', 'Skerry Head', 5, 'Trawler towed in after two days without power; crew of seven unhurt'],
  [17, 'land-sea', 'Kessary', 5, 'Gauges still for 15 hours, dam authority says'],
  [17.6, 'economy', 'Kessary', 5, 'Crown ends day where it began'],
  [
    30,
    'land-sea',
    'Lower Vell',
    4,
    'First gate opened; soldiers fill sandbags in Lower Vell',
    'The first water in eleven years came down the spillway of the Ostra dam.',
  ],
  [40, 'land-sea', 'Kessary', 3, 'Six villages told to leave after crack found in Ostra dam'],
  [2600, 'culture', 'Ondry', 5, 'Last public telephone in Ondry still takes forty calls a week'],
  [9100, 'land-sea', 'Ostra', 5, 'The valley that was promised light: how the Ostra dam was built, and whom it moved'],
]

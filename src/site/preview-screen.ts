import { type House, sectionName } from '../config/house.ts'
import { dayOf } from '../story/moment.ts'
import { directionOf } from '../story/text.ts'
import { type Drawn } from '../store/views/preview.ts'
import { storyKey } from '../web/keep.ts'
import { plainHeaders } from '../web/respond.ts'
import { wordsFor } from '../words/words.ts'
import { type Ask, type Screen } from './ask.ts'
import { plainDate } from './dates.ts'
import { nameOf } from './layout.ts'
import { type Drawable, type Mark, type Preview } from './previews/preview.ts'
import { type Previews } from './previews/previews.ts'
import { mainLanguage, previewPath } from './routes.ts'

/**
 * The drawn picture of a story's version, of an edition (`house-ar`) or of the house's mark. An older version leads to the one
 * that is public; of what the public may not see there is none.
 */
export async function previewScreen({ about, views, now, param }: Ask, previews: Previews): Promise<Screen> {
  const { house } = about
  const name = param('file').replace(/[.]png$/, '')
  if (name === 'mark') return drawn(previews, markOf(house), now)
  const edition = house.languages.find((language) => name === `house-${language}`)
  if (edition) return drawn(previews, frontPreview(house, edition), now)
  const [, id = '', version] = /^([\w-]{1,80})-(\d{1,9})$/.exec(name) ?? []
  const story = id ? await views.drawn(id, new Date(now).toISOString()) : undefined
  if (!story) return undefined
  if (String(story.version) !== version) return { moved: about.base + previewPath(id, story.version) }
  return drawn(previews, storyPreview(story, house), now, [storyKey(id)])
}

async function drawn(previews: Previews, what: Drawable, now: number, keys: string[] = []): Promise<Screen> {
  const png = await previews.open(what)
  if (png !== 'busy') return { answer: { body: png, type: 'image/png', headers: plainHeaders }, keys }
  const headers = { ...plainHeaders, 'Cache-Control': 'no-store', 'Retry-After': '5' }
  const body = 'This picture cannot be drawn just now.\n'
  return { answer: { body, type: 'text/plain', status: 503, headers }, until: now }
}

function storyPreview({ headline, language, direction, place, section, firstPublished }: Drawn, house: House): Preview {
  const words = wordsFor(language, mainLanguage(house))
  const day = plainDate(dayOf(firstPublished, house.zone), words)
  const tongue = language.split('-')[0] ?? language
  return {
    name: nameOf(house, language),
    headline,
    foot: [day, ...(section ? [sectionName(house, section, tongue)] : [])].join(' · '),
    language,
    direction,
    colour: colourOf(house),
    ...(place ? { place } : {}),
  }
}

function frontPreview(house: House, edition: string): Preview {
  const name = nameOf(house, edition)
  const tagline = house.taglines?.[edition] ?? house.tagline
  return {
    name,
    headline: tagline ?? name,
    foot: '',
    language: edition,
    direction: directionOf(edition),
    colour: colourOf(house),
  }
}

function markOf(house: House): Mark {
  return { mark: house.mark, language: mainLanguage(house), colour: colourOf(house) }
}

/** The accent by day; pictures are drawn on white. */
function colourOf({ colours }: House): string {
  return colours?.day && /^#[0-9a-f]{6}$/i.test(colours.day) ? colours.day : '#a3145c'
}

import { everyBlock } from '../../story/running.ts'
import { pictureAddress, storyTag, uriOf } from '../../story/address.ts'
import { type Picture } from '../../story/picture.ts'
import { type Addressed, cropAddress, webAddress } from '../../story/rendition.ts'
import { licenceOf } from '../../story/rights.ts'
import { type Story } from '../../story/story.ts'
import { type Linked, type Outgoing, type Publisher } from '../format.ts'
import { oneLine } from '../text.ts'
import { bare } from './bare.ts'
import { type Associated, type Rendition, type Words } from './shape.ts'

/** The pictures of a story, the lead first, then those inside the copy, and the stories that belong to it. */
export function associationsOf({ story, links = [], sizes = {} }: Outgoing, about: Publisher): Associated[] {
  const inCopy = everyBlock(story).flatMap((block) => (block.is === 'picture' ? [block.picture] : []))
  return [
    ...[...story.pictures, ...inCopy].map((picture, at) => pictureOf(picture, at + 1, { story, about, sizes })),
    ...links.map((link) => storyOf(link, about)),
  ]
}

function pictureOf(
  { image, alt, caption, focus, rights }: Picture,
  number: number,
  { story, about, sizes }: { story: Story; about: Publisher; sizes: Readonly<Record<string, number>> },
): Associated {
  const { photographer, agency } = caption.credit ?? {}
  const size = image && sizes[image.hash]
  const licence = licenceOf(rights)
  const terms = oneLine([rights?.usageTerms, caption.restrictions].filter(Boolean).join(' '))
  return bare({
    name: `picture ${number}`,
    rel: 'picture',
    // Without its bytes a picture has no name of its own: it is the first, second … of its story.
    uri: image
      ? `tag:${about.authority}:picture/${image.hash}`
      : `${storyTag(about.authority, story.id)}/picture/${number}`,
    type: 'picture',
    language: story.language,
    descriptions: [
      ...words('caption', caption.text),
      ...words('alt', alt),
      ...words('event', caption.event),
      ...words('date', caption.date),
      ...words('flags', caption.flags?.join(' ')),
    ],
    ...(photographer ? { by: oneLine(photographer) } : {}),
    infoSources: [
      ...(agency ? [{ name: oneLine(agency), role: 'credit' }] : []),
      ...(caption.via ? [{ name: oneLine(caption.via), role: 'via' }] : []),
    ],
    ...(caption.place ? { located: oneLine(caption.place) } : {}),
    ...(rights?.holder ? { copyrightHolder: oneLine(rights.holder) } : {}),
    ...(rights?.notice ? { copyrightNotice: oneLine(rights.notice) } : {}),
    ...(terms ? { usageTerms: terms } : {}),
    ...(licence ? { rightsInfo: { linkedRights: licence } } : {}),
    renditions: image ? renditionsOf(image, focus, size, about.base) : [],
  })
}

/** The picture as it came, then JPEGs that are made for the web: whole, and cut to the shapes that pages use. */
function renditionsOf(
  image: NonNullable<Picture['image']>,
  focus: Picture['focus'],
  size: number | undefined,
  base: string,
): Rendition[] {
  const { type, width, height } = image
  const made = (name: string, { address, type: contentType, ...sized }: Addressed): Rendition => ({
    name,
    href: address,
    contentType,
    ...sized,
  })
  return [
    {
      name: 'original',
      href: pictureAddress(base, image),
      contentType: type,
      width,
      height,
      ...(size ? { sizeInBytes: size } : {}),
      ...(focus ? { poi: { x: Math.round(focus.x * width), y: Math.round(focus.y * height) } } : {}),
    },
    made('web', webAddress(base, image)),
    ...(['16:9', '4:3', '1:1'] as const).map((crop) => made(crop, cropAddress(base, image, crop, { focus }))),
  ]
}

function storyOf({ rel, id, headline, address, language }: Linked, about: Publisher): Associated {
  return bare({
    name: oneLine(headline) || id,
    rel,
    uri: storyTag(about.authority, id),
    type: 'text',
    ...(language ? { language } : {}),
    headlines: words('main', headline),
    renditions: address ? [{ name: 'web', href: uriOf(address), contentType: 'text/html' }] : [],
  })
}

function words(role: string, text: string | undefined): Words[] {
  const value = oneLine(text ?? '')
  return value ? [{ role, contentType: 'text/plain', value }] : []
}

import { readCopy } from '../formats/copy/read.ts'
import { captionOf } from '../formats/copy/to-story.ts'
import { type Caption, type PictureCredit } from '../story/picture.ts'
import { type PictureRights } from '../story/rights.ts'
import { type PictureMetadata, type Plain } from './fields.ts'

/** A caption in the manner of the wire, understood: what it shows, place, day, `Agency/Photographer`. */
export function captionIn(text: string, language: string): Caption {
  const [caption] = readCopy(text, { as: 'caption', language }).captions
  return caption ? captionOf(caption) : { text }
}

/**
 * The caption that a picture brings with it. What its sentence says of credit, place and day comes first: the fields beside it
 * are often those of the transmission.
 */
export function captionFrom(said: PictureMetadata, language: string): Caption {
  const text = (said.caption ?? '').replace(/\s+/g, ' ').trim()
  const read = text ? captionIn(said.caption ?? '', language) : { text }
  const agency = said.credit
  const photographer = said.creators?.join(', ')
  const place = placeOf(said)
  const whole = {
    ...read,
    text: read.text.replace(/\s+/g, ' '),
    ...(read.credit && { credit: alone(read.credit, photographer) }),
    ...(said.instructions && { restrictions: said.instructions }),
  }
  return completed(whole, {
    text,
    ...(agency || photographer
      ? { credit: { ...(agency && { agency }), ...(photographer && photographer !== agency && { photographer }) } }
      : {}),
    ...(place && !text.toLowerCase().includes((said.city ?? place).toLowerCase()) && { place }),
    ...(said.date && { date: said.date }),
    ...(said.event && { event: said.event }),
  })
}

/**
 * Whose a picture is and on what terms, by its own fields: notice, usage terms, Web Statement of Rights, and of PLUS the owners
 * and the first licensor's address. Nothing when it says nothing of the kind.
 */
export function rightsFrom(said: PictureMetadata): PictureRights | undefined {
  const { copyright: notice, usageTerms, rightsPage: page } = said
  const holder = namesIn(said.others?.['CopyrightOwner'], 'CopyrightOwnerName').join(', ')
  const [obtain] = namesIn(said.others?.['Licensor'], 'LicensorURL')
  const rights = {
    ...(holder && { holder }),
    ...(notice && { notice }),
    ...(usageTerms && { usageTerms }),
    ...(page && { page }),
    ...(obtain && { obtain }),
  }
  return Object.keys(rights).length ? rights : undefined
}

/** A field of each structure in a list of PLUS. */
function namesIn(structures: Plain = '', field: string): string[] {
  return [structures].flat().flatMap((one: Plain) => {
    const value = typeof one === 'string' || Array.isArray(one) ? '' : (one as Readonly<Record<string, Plain>>)[field]
    return typeof value === 'string' && value ? [value] : []
  })
}

/** A credit whose photographer is the one that the fields name, without what has run into his name: `Ana Ruiz (SPAIN`. */
function alone(credit: PictureCredit, named = ''): PictureCredit {
  const at = named ? (credit.photographer?.toLowerCase().indexOf(named.toLowerCase()) ?? -1) : -1
  return at < 0 ? credit : { ...credit, photographer: credit.photographer!.slice(at, at + named.length) }
}

/** A caption with what only the other one says. */
export function completed(caption: Caption, other: Caption): Caption {
  return { ...other, ...caption, text: caption.text || other.text }
}

/** `Ostra, Halvering`; a code is no name, and a country alone is better than nothing. */
function placeOf({ sublocation, city, state, country }: PictureMetadata): string {
  const spot = city ?? sublocation ?? state
  const land = country && !/^[A-Z]{2,3}$/.test(country) && country !== spot ? country : undefined
  return [spot, land].filter(Boolean).join(', ')
}

import { fold } from '../text/fold.ts'
import type { Lexicon } from './lexicon.ts'

/** Whether a name, or each part of `A/B`, is an agency's. A bureau or a service after it does no harm. */
export function isAgency(name: string, lexicon: Lexicon): boolean {
  const folded = fold(name)
    .replace(/[.。]$/u, '')
    .trim()
  if (lexicon.agencies.has(folded)) return true
  // Scripts without capitals have a word for agency before or behind the name.
  if (/^(?:وكالة|خبرگزاری|סוכנות) \S+(?: \S+)?$|^\S{2,8}(?:통신|通信社?|通讯社|通訊社)$/u.test(folded)) return true
  const parts = /[/,&・]|\s[-–—]\s/u.test(folded) ? folded.split(/\s*[/,&・]\s*|\s+[-–—]\s+/u) : [folded]
  if (parts.length > 1)
    return (
      parts.some((part) => lexicon.agencies.has(part)) &&
      parts.every((part) => part.length <= 6 || lexicon.agencies.has(part) || !part.includes(' '))
    )
  // Interfax-Ukraine, dpa-infocom, Keystone-SDA.
  const house = /^(\p{L}{3,})-\p{L}+$/u.exec(folded)?.[1]
  if (house && !given.has(house) && lexicon.agencies.has(house)) return true
  const [first = '', second] = folded.split(' ')
  return (
    second !== undefined &&
    first.length > 2 &&
    !given.has(first) &&
    folded.split(' ').length <= 3 &&
    lexicon.agencies.has(first)
  )
}

/** Capitals only, in a script that has them. */
export function isShouted(text: string): boolean {
  return (
    /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text.replace(/\b(?:Mc|Mac|de|la|of|the|do|da|am|al-|el-)\b/gu, ''))
  )
}

/** A name that says itself that it is an agency: `Agenzia Adria`, `dts Nachrichtenagentur`, `Nordpress`. */
export function isSource(name: string): boolean {
  return (
    name.split(' ').length <= 5 &&
    /(?:agenc\p{L}{1,3}|agência\p{L}*|agentur|agenzia|nyhetsbyrå|press|presse|prensa|wire|news|وكالة|خبرگزاری|סוכנות|통신|通信|通讯社|通訊社|समाचार|агентств\p{L}*|информ|πρακτορείο|ajans\p{L}*|haber)(?![\p{L}])/iu.test(
      name,
    )
  )
}

/** Capitalised words that could be an unknown agency in brackets. */
export function isSourceLike(name: string): boolean {
  const words = name.split(' ')
  return (
    words.length <= 4 &&
    !/[:：]/u.test(name) &&
    words.every((word) => /^[\p{Lu}\p{Lo}\p{N}&]/u.test(word)) &&
    !/\d{2}/.test(name) &&
    !/^[\p{Lu}\d]+\.[\p{Lu}]{1,3}$/u.test(name)
  )
}

/** Names of agencies that are given names too. */
const given = new Set('petra ina ana sana anka cana hina uni mena mehr nova dire trend'.split(' '))

/** Whether an agency's name is a part of the text, between marks or at an end. */
export function mentionsAgency(text: string, lexicon: Lexicon): boolean {
  return text.split(/\s*[/|,;:()[\]©]\s*|\s+[-–—]\s+|\s+v[ií]a\s+/iu).some((part) => {
    const clean = part.trim()
    if (!clean) return false
    if (isAgency(clean, lexicon)) return true
    const words = clean.split(' ')
    return (
      words.length > 1 &&
      words.length < 6 &&
      ((lexicon.captions.photo.has(fold(words.at(-1)!)) && isAgency(words.slice(0, -1).join(' '), lexicon)) ||
        (lexicon.captions.photo.has(fold(words[0]!)) && isAgency(words.slice(1).join(' '), lexicon)))
    )
  })
}

import { type House, trustNames } from '../config/house.ts'
import { element, xmlDocument } from '../formats/markup.ts'
import { type Answer, plainHeaders } from '../web/respond.ts'
import { type About, nameOf } from './layout.ts'
import { housePath, mainLanguage, routes } from './routes.ts'

/** What robots may have: everything that is public, and where its lists are. */
export function robotsAnswer({ base, house }: About): Answer {
  return text([
    'User-agent: *',
    ...house.languages.map((edition) => `Disallow: ${housePath('search', edition, house)}`),
    `Sitemap: ${base}${routes.sitemap}`,
    `Sitemap: ${base}${routes.newsSitemap}`,
  ])
}

/**
 * trust.txt: the ties of the house, one a line, as it states them; where it says who owns it and how to reach it, if it says
 * so anywhere. Nothing when there is nothing to say.
 */
export function trustAnswer({ base, house }: About): Answer | undefined {
  const said: House['trust'] = {
    ...(house.ownership.length ? { disclosure: [`${base}${routes.standards}#ownership`] } : {}),
    ...(contactOf(house) ? { contact: [contactOf(house)!] } : {}),
    ...house.trust,
  }
  const lines = trustNames.flatMap((name) => (said[name] ?? []).map((value) => `${name}=${value}`))
  return lines.length ? text([`# ${base}${routes.trust}`, ...lines]) : undefined
}

/** RFC 9116: whom to tell of a hole. It expires in a year, counted from the first of this month, so that it stays the same for a while. */
export function securityAnswer({ base, house }: About, now: number): Answer | undefined {
  const contact = contactOf(house)
  if (!contact) return undefined
  const day = new Date(now)
  const expires = new Date(Date.UTC(day.getUTCFullYear() + 1, day.getUTCMonth(), 1)).toISOString()
  return text([
    `Contact: ${contact}`,
    `Expires: ${expires.replace('.000Z', 'Z')}`,
    `Preferred-Languages: ${house.languages.join(', ')}`,
    `Canonical: ${base}${routes.security}`,
  ])
}

/** OpenSearch 1.1: how a browser asks our search. */
export function openSearchAnswer({ base, house }: About): Answer {
  const name = nameOf(house, mainLanguage(house))
  const signs = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment)
  while (signs.join('').length > 16) signs.pop()
  const root = element(
    'OpenSearchDescription',
    { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
    element('ShortName', {}, signs.join('').trim()),
    element('Description', {}, house.tagline ?? name),
    element('Url', { type: 'text/html', template: `${base}${routes.search}?q={searchTerms}` }),
    ...house.languages.map((language) => element('Language', {}, language)),
    element('InputEncoding', {}, 'UTF-8'),
    element('OutputEncoding', {}, 'UTF-8'),
  )
  return { body: xmlDocument(root), type: 'application/opensearchdescription+xml', headers: plainHeaders }
}

function contactOf({ contact }: House): string | undefined {
  if (!contact) return undefined
  if (/^https:\/\/\S+$/.test(contact)) return contact
  return /^[^\s@<>]+@[^\s@<>]+$/.test(contact) ? `mailto:${contact}` : undefined
}

function text(lines: readonly string[]): Answer {
  return { body: `${lines.join('\n')}\n`, type: 'text/plain', headers: plainHeaders }
}

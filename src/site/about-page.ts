import { type House, saidIn } from '../config/house.ts'
import { personAddress, placeAddress, slugOf } from '../story/address.ts'
import { type Signed } from '../store/views/place.ts'
import { type Html, type Part, html, nothing } from '../web/html.ts'
import { type Words, counted, wordsFor } from '../words/words.ts'
import { desk } from './archive-pages.ts'
import { contactLine } from './contact.ts'
import { zoneLine } from './dates.ts'
import { isolated, lang, marked } from './language.ts'
import { nameOf } from './layout.ts'
import { type On } from './lists.ts'
import { chosenPath, editionRoot, housePath, routes } from './routes.ts'

/** Who the house is: where it has people and which clock hangs there, who they are, in which languages, how to get its copy. */
export function renderAbout(people: readonly Signed[], on: On): Html {
  const { about, words, language, now } = on
  const { house } = about
  const tagline = saidIn(language, house, house.taglines, house.tagline)
  const head = html`<p class="section">${words.page.about}</p>
<h1>${nameOf(house, language)}</h1>
${tagline ? html`<p class="standfirst"${lang(tagline, language)}>${tagline.text}</p>\n` : ''}`
  const standards = housePath('standards', language, house)
  const facets = html`<div class="facets">
<section class="reach">
<ul>
${house.standards.length ? html`<li><a href="${standards}">${words.page.standards}</a></li>\n` : ''}${house.ownership.length ? html`<li><a href="${standards}#ownership">${words.page.ownership}</a></li>\n` : ''}<li><a href="${housePath('corrections', language, house)}">${words.page.allCorrections}</a></li>
</ul>
</section>
</div>
`
  const body = html`${part('bureaux', words.page.bureaux, bureaux(house, language, words, now))}${part(
    'people',
    words.page.people,
    people.length
      ? html`<ul class="roll">
${people.map((one) => html`<li>${signed(one, house, language)}${counted(words, 'stories', one.total)}</span></li>\n`)}</ul>
`
      : nothing,
  )}${part('languages', words.page.languages, editions(house, words))}${part('subscribe', words.page.subscribe, subscribe(on))}`
  return desk({ title: words.page.about, path: routes.about, head, facets, body }, on)
}

function signed({ name, names, title, titles, slug }: Signed, house: House, language: string): Html {
  const called = saidIn(language, house, names ?? {}, name)
  const post = saidIn(language, house, titles ?? {}, title)
  const said = post && html`${marked(post, language)} · `
  return html`<a href="${personAddress(editionRoot(house, language), slug)}"${called ? lang(called, language) : ''}>${called?.text}</a> <span class="stamp">${said ?? ''}`
}

function part(id: string, title: string, inner: Part): Html {
  if (!inner || String(inner) === '') return nothing
  return html`<section class="part" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${inner}</section>
`
}

function bureaux(house: House, language: string, words: Words, now: number): Html {
  const { bureaux: all } = house
  if (all.length === 0) return nothing
  return html`<ul class="roll">
${all.map(({ name, names, zone }) => {
  const called = saidIn(language, house, names, name)
  return html`<li><a href="${placeAddress(editionRoot(house, language), slugOf(name))}"><span class="place"${called ? lang(called, language) : ''}>${called?.text}</span></a> <span class="stamp">${zoneLine(zone, now, words)}</span></li>\n`
})}</ul>
`
}

function editions(house: House, { language }: Words): Html {
  return html`<ul class="roll">
${house.languages.map((edition) => {
  const self = isolated(wordsFor(edition).self, edition, language)
  return html`<li><a href="${chosenPath({ edition }, house)}" hreflang="${edition}" lang="${edition}">${self}</a></li>\n`
})}</ul>
`
}

function subscribe({ about: { house }, words, language }: On): Html {
  const feed = (name: 'rss' | 'atom' | 'feed.json') => chosenPath({ edition: language, feed: name }, house)
  const contact = house.contact ? contactLine(`${words.page.contact}: {contact}`, house.contact) : ''
  return html`<p>${words.page.subscribeAbout}</p>
<p class="found"><a href="${feed('rss')}">RSS</a> <a href="${feed('atom')}">Atom</a> <a href="${feed('feed.json')}">JSON Feed</a></p>
${contact ? html`<p class="found">${contact}</p>\n` : ''}`
}

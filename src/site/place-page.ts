import { instant } from '../story/moment.ts'
import { placeAddress } from '../story/address.ts'
import { type FiledFrom } from '../store/views/place.ts'
import { type Html, html, nothing } from '../web/html.ts'
import { counted } from '../words/words.ts'
import { desk } from './archive-pages.ts'
import { countryName, zoneLine } from './dates.ts'
import { lang } from './language.ts'
import { type On, wireByDay } from './lists.ts'
import { type Place } from './place.ts'
import { editionRoot } from './routes.ts'

/** A place: which clock hangs there, what else it is called, and what was filed from it, newest first. */
export function renderPlace(
  {
    place,
    filed,
    later,
    more,
  }: { place: Place; filed: Pick<FiledFrom, 'stories' | 'total'>; later: boolean; more: boolean },
  on: On,
): Html {
  const { about, words, language } = on
  const path = placeAddress('', place.slug)
  const last = filed.stories.at(-1)
  const older =
    more && last
      ? `${editionRoot(about.house, language)}${path}?before=${encodeURIComponent(`${instant(last.firstPublished)}~${last.id}`)}`
      : undefined
  const head = html`<p class="section">${place.bureau ? words.page.bureaux : words.find.place}</p>
<h1><span class="place"${lang(place, language)}>${place.name}</span></h1>
<p class="found">${filed.total ? html`<strong>${counted(words, 'stories', filed.total)}</strong>` : words.page.empty}</p>
`
  const body = html`${wireByDay(filed.stories, on, { level: 2 })}${
    older
      ? html`<nav class="turn" aria-label="${words.page.older}"><a href="${older}" rel="next">${words.page.older}</a></nav>\n`
      : ''
  }`
  return desk({ title: place.name, head, facets: facts(place, on), body, ...(later ? {} : { path }) }, on)
}

/** What is known of the place itself; nothing when that is nothing. */
function facts({ country, zone, others }: Place, { words, language, now }: On): Html {
  if (!country && !zone && others.length === 0) return nothing
  const [before, after] = words.page.alsoCalled.split('{names}')
  const names = others.map((one, at) => html`${at ? ' · ' : ''}<span${lang(one, language)}>${one.name}</span>`)
  return html`<div class="facets">
<section class="reach">
<ul>
${country ? html`<li>${countryName(country, words)}</li>\n` : ''}${zone ? html`<li>${words.page.clockThere}: ${zoneLine(zone, now, words)} <span class="age" data-clock="${zone}"></span></li>\n` : ''}${others.length ? html`<li>${before}${names}${after}</li>\n` : ''}</ul>
</section>
</div>
`
}

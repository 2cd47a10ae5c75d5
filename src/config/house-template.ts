import { stringify } from 'yaml'
import { passagesOf } from './house-passages.ts'
import { staffOf } from './house-staff.ts'
import { type House, type Staff } from './house.ts'

/**
 * The house as a `house.yaml` that can be edited and read back by `toHouse`. What nobody has said yet stands there as a comment
 * that shows how it is said.
 */
export function houseTemplate(house: House, staff: readonly Staff[] = []): string {
  const said = fromHouse(house, staff)
  const lines = Object.entries(hints).map(([key, hint]) =>
    key in said ? stringify({ [key]: said[key] }, { lineWidth: 120 }) : `${hint.replace(/^/gm, '# ')}\n`,
  )
  return `# How each line is written: docs/house.md. ./bin/dateline house set FILE makes it hold.\n${lines.join('')}`
}

/** The same as data: what is empty is left out. */
export function fromHouse(house: House, staff: readonly Staff[] = []): Record<string, unknown> {
  const [own = 'en'] = house.languages
  const plain = (all: Readonly<Record<string, string>>): unknown => {
    const languages = Object.keys(all)
    return languages.length === 1 && languages[0] === own ? all[own] : languages.length ? all : undefined
  }
  const { name, names = {}, tagline, taglines = {}, sections, bureaux, standardsLine } = house
  const { standards: _s, corrections: _c, ownership: _o, passages: _p, names: _n, taglines: _t, ...rest } = house
  const all: Record<string, unknown> = {
    ...rest,
    name: plain(names) ?? name,
    tagline: tagline && (plain(taglines) ?? tagline),
    sections: sections.map((one) => ({ slug: one.slug, name: plain(one.name) })),
    bureaux: bureaux.map((one) => {
      const { name: place, names: places = {}, ...more } = one
      return { name: plain(places) ?? place, ...more }
    }),
    staff: staffOf(staff, plain),
    standardsLine: plain(standardsLine),
    ...passagesOf(house),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => !isEmpty(value)))
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && !value.length)
}

/** Every setting in the order of docs/house.md, and how it is written where it has not been said. */
const hints = {
  name: 'name: Vell Press',
  mark: 'mark: Vell # in datelines and credits',
  tagline: 'tagline: News of the upper river',
  zone: 'zone: Europe/Vienna # whose days are the days of the archive',
  languages: 'languages: [en, de] # the first is yours',
  sections: 'sections:\n  - { slug: world, name: World }',
  colours: "colours: { day: '#005f73', night: '#8ad6e0' } # section labels, and what is live",
  bureaux: 'bureaux:\n  - { name: Kessary, country: AT, zone: Europe/Vienna }',
  staff: 'staff:\n  - { id: ana, name: Ana Ruiz, role: editor, title: Night editor, about: Has reported since 2011. }',
  contact: 'contact: desk@vell.example # where readers write about mistakes',
  standardsLine:
    "standardsLine: 'Our standards: How we work' # under each story; the words after the colon are the link",
  standards: 'standards:\n  - { title: We say who says so, text: Every statement has a source. }',
  corrections: 'corrections: We correct every error we know of.',
  ownership: 'ownership: Vell Press belongs to the people who work for it.',
  licence: 'licence: https://vell.example/terms # on what terms your work may be used',
  feeds: 'feeds: full # or summary',
  hub: 'hub: https://hub.example/ # a WebSub hub that is told of what goes out',
  trust: 'trust: { social: [https://social.example/@vell] } # /.well-known/trust.txt',
  desks: 'desks:\n  - { slug: home, name: Home desk }',
} as const

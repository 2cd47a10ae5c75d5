import type { Role } from '../../story/credit.ts'
import { agencies as latinAgencies } from './agencies.ts'
import { fold } from './fold.ts'
import type { Language, Words } from './language.ts'
import { languages } from './languages/index.ts'

/** A language's table together with the English one, made ready for looking up. Everything in it is folded. */
export type Lexicon = {
  code: string
  numericDate: Language['numericDate']
  persian: boolean
  months: ReadonlyMap<string, number>
  weekdays: ReadonlySet<string>
  numbers: ReadonlyMap<string, number>
  fillers: ReadonlySet<string>
  am: ReadonlySet<string>
  pm: ReadonlySet<string>
  zones: ReadonlyMap<string, number>
  published: RegExp
  updated: RegExp
  age: RegExp
  /** Leads of roles, the longest first, and the role of each; the same for what follows. */
  lead: RegExp
  leads: ReadonlyMap<string, Role>
  follow: RegExp
  follows: ReadonlyMap<string, Role>
  bylineLead: RegExp
  bylineFollow: RegExp
  jobs: ReadonlySet<string>
  and: ReadonlySet<string>
  andAnywhere: RegExp
  placeLead: RegExp
  placeForms: readonly RegExp[]
  /** Cities of bureaux, folded. */
  cities: ReadonlySet<string>
  /** What stands after the people of a role and says for whom. */
  tails: RegExp
  /** Letters for "and" written onto the next word. */
  joined: string
  /** Script without spaces, or with the role after the name: Chinese, Japanese, Korean. */
  eastern: boolean
  desks: ReadonlySet<string>
  agencies: ReadonlySet<string>
  datelines: readonly RegExp[]
  signals: Readonly<Record<keyof Language['signals'], ReadonlySet<string>>>
  changes: RegExp
  advisories: RegExp
  contacts: RegExp
  standards: RegExp
  ends: ReadonlySet<string>
  captions: {
    photo: ReadonlySet<string>
    photoWord: RegExp
    file: RegExp
    fileWords: ReadonlySet<string>
    handout: ReadonlySet<string>
    undated: RegExp
    courtesy: RegExp
    credit: RegExp
    provided: RegExp
    still: RegExp
    illustration: RegExp
    placeLead: RegExp
    places: { before: readonly RegExp[]; anywhere: readonly RegExp[] }
  }
  furniture: { lines: ReadonlySet<string>; openings: RegExp; shapes: RegExp }
  sections: ReadonlySet<string>
}

/** Added to the number of a month that is not of the Gregorian calendar. */
export const otherCalendar = 20

/** The lexicon of a language code; English where there is no table for it. */
export function lexicon(code: string): Lexicon {
  const known = made.get(code)
  if (known) return known
  const own = languages.find((language) => language.code === code) ?? english()
  const lexicon = make(own === english() ? [own] : [own, english()], code)
  made.set(code, lexicon)
  return lexicon
}

/** The words of a list, folded. */
export function listOf(words: Words | undefined): string[] {
  if (!words) return []
  return words
    .split('|')
    .map((word) => fold(word.trim()))
    .filter(Boolean)
}

const made = new Map<string, Lexicon>()

function english(): Language {
  return languages.find((language) => language.code === 'en')!
}

function make(tables: readonly Language[], code: string): Lexicon {
  const [own] = tables as [Language]
  const all = (pick: (table: Language) => Words | undefined) => [
    ...new Set(tables.flatMap((table) => listOf(pick(table)))),
  ]
  const set = (pick: (table: Language) => Words | undefined) => new Set(all(pick))
  const leads = rolesOf(tables, 'lead')
  const follows = rolesOf(tables, 'follow')
  const months = new Map<string, number>()
  for (const table of tables.toReversed()) {
    table.months.forEach((names, i) =>
      listOf(names).forEach((name) => months.set(name, i + 1 + (table.calendar ? otherCalendar : 0))),
    )
    table.gregorianMonths?.forEach((names, i) => listOf(names).forEach((name) => months.set(name, i + 1)))
  }
  const and = all((t) => t.and)
  const signal = (is: keyof Language['signals']) => set((t) => t.signals[is])
  return {
    code,
    numericDate: own.numericDate,
    persian: own.calendar === 'persian',
    months,
    weekdays: set((t) => t.weekdays),
    numbers: new Map(tables.flatMap((t) => Object.entries(t.numbers ?? {}))),
    fillers: set((t) => t.fillers),
    am: set((t) => t.am),
    pm: set((t) => t.pm),
    zones: new Map(tables.flatMap((t) => Object.entries(t.zones ?? {}))),
    published: phrases(all((t) => t.publishedWords)),
    updated: phrases(all((t) => t.updatedWords)),
    age: new RegExp(`(?<![\\p{L}\\p{N}])(?:${tables.flatMap((t) => t.ages).join('|')})(?![\\p{L}\\p{N}])`, 'u'),
    lead: phrases([...leads.keys(), ...all((t) => t.otherRoles)], 'g'),
    leads,
    follow: phrases([...follows.keys()], 'g'),
    follows,
    bylineLead: opening(all((t) => t.bylineLead)),
    bylineFollow: ending(all((t) => t.bylineFollow)),
    jobs: set((t) => t.jobs),
    and: new Set(and),
    andAnywhere: phrases(and, 'g'),
    placeLead: phrases(
      all((t) => t.placeLead),
      'g',
    ),
    placeForms: compiled(own.placeForms),
    cities: new Set(listOf(own.cities)),
    tails: ending(all((t) => t.tails)),
    joined: own.joined ?? '',
    eastern: code === 'zh' || code === 'ja' || code === 'ko',
    desks: set((t) => t.desks),
    agencies: new Set([...latinAgencies, ...all((t) => t.agencies)]),
    datelines: tables.flatMap((t) => t.datelines ?? []).map((source) => new RegExp(source, 'u')),
    signals: {
      update: signal('update'),
      correction: signal('correction'),
      refile: signal('refile'),
      wrapup: signal('wrapup'),
      kill: signal('kill'),
      embargo: signal('embargo'),
    },
    changes: opening(all((t) => t.changes)),
    advisories: opening(all((t) => t.advisories)),
    contacts: opening(all((t) => t.contacts)),
    standards: opening(all((t) => t.standards)),
    ends: set((t) => t.ends),
    captions: {
      photo: set((t) => t.captions.photo),
      photoWord: phrases(all((t) => t.captions.photo)),
      file: opening(all((t) => t.captions.file)),
      fileWords: set((t) => t.captions.file),
      handout: set((t) => t.captions.handout),
      undated: phrases(all((t) => t.captions.undated)),
      courtesy: phrases(all((t) => t.captions.courtesy)),
      credit: phrases(
        all((t) => t.captions.credit),
        'g',
      ),
      provided: phrases(all((t) => t.captions.provided)),
      still: phrases(all((t) => t.captions.still)),
      illustration: phrases(all((t) => t.captions.illustration)),
      placeLead: phrases(
        all((t) => t.captions.placeLead),
        'g',
      ),
      places: { before: compiled(own.captions.places?.before), anywhere: compiled(own.captions.places?.anywhere) },
    },
    furniture: {
      lines: set((t) => t.furniture.lines),
      openings: opening(all((t) => t.furniture.openings)),
      shapes: new RegExp(`^(?:${tables.flatMap((t) => t.furniture.shapes).join('|')})$`, 'u'),
    },
    sections: set((t) => t.sections),
  }
}

function rolesOf(tables: readonly Language[], side: 'lead' | 'follow'): Map<string, Role> {
  const roles = new Map<string, Role>()
  for (const table of tables)
    for (const [role, phrases] of Object.entries(table.roles))
      for (const phrase of listOf(phrases[side]))
        for (const form of table.joined ? [phrase, table.joined + phrase] : [phrase])
          if (!roles.has(form)) roles.set(form, role as Role)
  return roles
}

function compiled(sources: readonly string[] = []): RegExp[] {
  return sources.map((source) => new RegExp(source, 'u'))
}

/** Any of the phrases as whole words, the longest first. */
function phrases(words: readonly string[], flags = ''): RegExp {
  return new RegExp(alternatives(words), `u${flags}`)
}

function opening(words: readonly string[]): RegExp {
  return new RegExp(`^(?:${alternatives(words)})`, 'u')
}

function ending(words: readonly string[]): RegExp {
  return new RegExp(`(?:${alternatives(words)})$`, 'u')
}

function alternatives(words: readonly string[]): string {
  if (!words.length) return '(?!)'
  const sorted = words.toSorted((a, b) => b.length - a.length)
  return `(?:${sorted.map(bounded).join('|')})`
}

/** Letters of scripts without spaces touch their neighbours; all others end at a word's end. */
function bounded(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', ' ?')
  const before = loose.test(word[0]!) ? '' : '(?<![\\p{L}\\p{M}\\p{N}])'
  const after = loose.test(word.at(-1)!) ? '' : '(?![\\p{L}\\p{M}\\p{N}])'
  return before + escaped.replaceAll(' ?', '\\s*') + after
}

const loose = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\p{L}\p{M}\p{N}]/u

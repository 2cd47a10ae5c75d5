import type { Role } from '../../../story/credit.ts'
import { fold } from '../text/fold.ts'
import { agencies as latinAgencies } from './agencies.ts'
import { type Finder, type Where, finder } from './finder.ts'
import type { Language, Words } from './language.ts'
import { languages } from './languages/index.ts'

/** A language's table together with the English one, made ready for looking up. Everything in it is folded. */
export type Lexicon = {
  code: string
  numericDate: Language['numericDate']
  persian: boolean
  /** The language's own function words. */
  words: ReadonlySet<string>
  months: ReadonlyMap<string, number>
  weekdays: ReadonlySet<string>
  numbers: ReadonlyMap<string, number>
  fillers: ReadonlySet<string>
  am: ReadonlySet<string>
  pm: ReadonlySet<string>
  zones: ReadonlyMap<string, number>
  published: Finder
  updated: Finder
  age: RegExp
  /** Leads of roles, the longest first, and the role of each; the same for what follows. */
  lead: Finder
  leads: ReadonlyMap<string, Role>
  follow: Finder
  follows: ReadonlyMap<string, Role>
  bylineLead: Finder
  bylineFollow: Finder
  jobs: ReadonlySet<string>
  and: ReadonlySet<string>
  andAnywhere: Finder
  placeLead: Finder
  placeForms: readonly RegExp[]
  /** Cities of bureaux, folded. */
  cities: ReadonlySet<string>
  /** What stands after the people of a role and says for whom. */
  tails: Finder
  /** Letters for "and" written onto the next word. */
  joined: string
  /** Script without spaces, or with the role after the name: Chinese, Japanese, Korean. */
  eastern: boolean
  verbLast: boolean
  desks: ReadonlySet<string>
  agencies: ReadonlySet<string>
  datelines: readonly RegExp[]
  signals: Readonly<Record<keyof Language['signals'], ReadonlySet<string>>>
  changes: Finder
  advisories: Finder
  contacts: Finder
  standards: Finder
  ends: ReadonlySet<string>
  captions: {
    photo: ReadonlySet<string>
    photoWord: Finder
    /** The words for picture, and the labels of a caption, where they open a line. */
    photoLabel: Finder
    label: Finder
    file: Finder
    fileWords: ReadonlySet<string>
    handout: ReadonlySet<string>
    undated: Finder
    courtesy: Finder
    credit: Finder
    provided: Finder
    still: Finder
    illustration: Finder
    placeLead: Finder
    places: { before: readonly RegExp[]; anywhere: readonly RegExp[] }
  }
  furniture: { lines: ReadonlySet<string>; openings: Finder; shapes: RegExp }
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

/** The words of a table that one entry is made of. */
type Chosen = (table: Language) => Words | undefined

function make(tables: readonly Language[], code: string): Lexicon {
  const [own] = tables as [Language]
  const all = (pick: Chosen) => [...new Set(tables.flatMap((table) => listOf(pick(table))))]
  const set = (pick: Chosen) => new Set(all(pick))
  const find = (pick: Chosen, where: Where) => finder(all(pick), where)
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
  const signal = (is: keyof Language['signals']) => withoutAccents(set((t) => t.signals[is]))
  return {
    code,
    numericDate: own.numericDate,
    persian: own.calendar === 'persian',
    words: new Set(listOf(own.words)),
    months,
    weekdays: set((t) => t.weekdays),
    numbers: new Map(tables.flatMap((t) => Object.entries(t.numbers ?? {}))),
    fillers: set((t) => t.fillers),
    am: set((t) => t.am),
    pm: set((t) => t.pm),
    zones: new Map(tables.flatMap((t) => Object.entries(t.zones ?? {}))),
    published: find((t) => t.publishedWords, 'first'),
    updated: find((t) => t.updatedWords, 'first'),
    age: new RegExp(`(?<![\\p{L}\\p{N}])(?:${tables.flatMap((t) => t.ages).join('|')})(?![\\p{L}\\p{N}])`, 'u'),
    lead: finder([...leads.keys(), ...all((t) => t.otherRoles)], 'anywhere'),
    leads,
    follow: finder([...follows.keys()], 'anywhere'),
    follows,
    bylineLead: find((t) => t.bylineLead, 'start'),
    bylineFollow: find((t) => t.bylineFollow, 'end'),
    jobs: set((t) => t.jobs),
    and: new Set(and),
    andAnywhere: finder(and, 'anywhere'),
    placeLead: find((t) => t.placeLead, 'anywhere'),
    placeForms: compiled(own.placeForms),
    cities: new Set(listOf(own.cities)),
    tails: find((t) => t.tails, 'end'),
    joined: own.joined ?? '',
    verbLast: own.verbLast === true,
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
    changes: find((t) => t.changes, 'start'),
    advisories: find((t) => t.advisories, 'start'),
    contacts: find((t) => t.contacts, 'start'),
    standards: find((t) => t.standards, 'start'),
    ends: set((t) => t.ends),
    captions: {
      photo: set((t) => t.captions.photo),
      photoWord: find((t) => t.captions.photo, 'first'),
      photoLabel: find((t) => t.captions.photo, 'start'),
      label: find((t) => t.captions.label, 'start'),
      file: find((t) => t.captions.file, 'start'),
      fileWords: set((t) => t.captions.file),
      handout: set((t) => t.captions.handout),
      undated: find((t) => t.captions.undated, 'first'),
      courtesy: find((t) => t.captions.courtesy, 'first'),
      credit: find((t) => t.captions.credit, 'anywhere'),
      provided: find((t) => t.captions.provided, 'first'),
      still: find((t) => t.captions.still, 'first'),
      illustration: find((t) => t.captions.illustration, 'first'),
      placeLead: find((t) => t.captions.placeLead, 'anywhere'),
      places: { before: compiled(own.captions.places?.before), anywhere: compiled(own.captions.places?.anywhere) },
    },
    furniture: {
      lines: set((t) => t.furniture.lines),
      openings: find((t) => t.furniture.openings, 'start'),
      shapes: new RegExp(`^(?:${tables.flatMap((t) => t.furniture.shapes).join('|')})$`, 'u'),
    },
    sections: set((t) => t.sections),
  }
}

/** Capitals are often printed without their accents: `MISE A JOUR`, `CORRECCION`. */
function withoutAccents(words: ReadonlySet<string>): ReadonlySet<string> {
  const bare = [...words].filter((word) => /^[a-z\u00c0-\u024f\u0370-\u03ff' -]+$/u.test(word))
  return new Set([...words, ...bare.map((word) => word.normalize('NFD').replaceAll(/\p{Mn}/gu, ''))])
}

function rolesOf(tables: readonly Language[], side: 'lead' | 'follow'): Map<string, Role> {
  const roles = new Map<string, Role>()
  for (const table of tables)
    for (const [role, phrases] of Object.entries(table.roles))
      for (const phrase of listOf(phrases[side]))
        for (const form of [phrase, phrase.replaceAll(' ', ''), ...(table.joined ? [table.joined + phrase] : [])])
          if (!roles.has(form)) roles.set(form, role as Role)
  return roles
}

function compiled(sources: readonly string[] = []): RegExp[] {
  return sources.map((source) => new RegExp(source, 'u'))
}

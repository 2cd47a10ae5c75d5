import { words as ar } from './ar.ts'
import { words as de } from './de.ts'
import { words as el } from './el.ts'
import { words as en } from './en.ts'
import { words as es } from './es.ts'
import { words as fa } from './fa.ts'
import { words as fr } from './fr.ts'
import { words as he } from './he.ts'
import { words as hi } from './hi.ts'
import { words as it } from './it.ts'
import { words as ja } from './ja.ts'
import { words as ko } from './ko.ts'
import { words as pt } from './pt.ts'
import { words as ru } from './ru.ts'
import { words as tr } from './tr.ts'
import { words as zh } from './zh.ts'
import { type Words } from './shape.ts'

export { type Words } from './shape.ts'

const all: Readonly<Record<string, Words>> = { ar, de, el, en, es, fa, fr, he, hi, it, ja, ko, pt, ru, tr, zh }

/** The languages in which the furniture of a page can be said. */
export const spoken: readonly string[] = Object.keys(all)

/** The words of a language (`pt-BR` gets `pt`), or of the first of `otherwise` that has some, or English. */
export function wordsFor(language: string, ...otherwise: readonly string[]): Words {
  for (const wanted of [language, ...otherwise]) {
    const found = all[wanted.toLowerCase().split('-')[0] ?? '']
    if (found) return found
  }
  return en
}

/** Fills the braces of a sentence: `fill('By {people}', { people })`. What has no value stays as it is. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all))
}

/** A number with its noun in the form the language wants, the number in the language's own figures. */
export function counted(words: Words, noun: keyof Words['counts'], n: number): string {
  const forms = words.counts[noun]
  const { plural, number } = countingIn(words)
  return fill(forms[plural.select(n)] ?? forms.other, { n: number.format(n) })
}

/** Names one after another as the language joins them: `A, B and C`. */
export function joined(words: Words, names: readonly string[]): string {
  return names.length === 1 ? names[0]! : conjunction(words).format(names)
}

/** How a language joins names; kept, since making one costs a hundred times its use. */
export function conjunction({ locale }: Words): Intl.ListFormat {
  let made = lists.get(locale)
  if (!made) lists.set(locale, (made = new Intl.ListFormat(locale, { type: 'conjunction' })))
  return made
}

const lists = new Map<string, Intl.ListFormat>()
const countings = new Map<string, { plural: Intl.PluralRules; number: Intl.NumberFormat }>()

function countingIn({ locale }: Words): { plural: Intl.PluralRules; number: Intl.NumberFormat } {
  let made = countings.get(locale)
  if (!made) {
    made = { plural: new Intl.PluralRules(locale), number: new Intl.NumberFormat(locale) }
    countings.set(locale, made)
  }
  return made
}

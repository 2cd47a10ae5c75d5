import { readFileSync } from 'node:fs'
import { type Language } from '../story/text.ts'

/**
 * A Media Topic of the IPTC. `number` is its permanent name (`20000161`), `broader` the topic that it falls under. One that
 * the IPTC has retired is still known, since old stories carry it.
 */
export type Topic = { number: string; broader?: string; retired?: string; narrower: readonly string[] }

/** What a topic is called: in the language that was asked for, or else in the one that is said. */
export type Label = { text: string; language: Language }

/**
 * The topic that a subject of a story names: `medtop:20000161`, the address of it at the IPTC, or a legacy subject code
 * (`subj:03006001`, or its eight figures) that means it. Nothing when it is a code of another scheme.
 */
export function topicOf(code: string): Topic | undefined {
  const { topics, legacy } = known()
  const [, scheme, number = ''] = code.match(/^(.*?)[:/]?(\d{8})$/) ?? []
  if (scheme === undefined) return undefined
  if (/^medtop$|mediatopic$/.test(scheme)) return topics.get(number)?.topic
  if (!/^(subj|iptc)?$|subjectcode$/i.test(scheme)) return undefined
  return topics.get(number.startsWith('2') ? number : (legacy.get(number) ?? ''))?.topic
}

/** The name of a topic in a language, by the variant where there is one, else in British English. */
export function labelOf({ number }: Topic, language: Language): Label {
  const labels = known().topics.get(number)?.labels ?? new Map<string, string>()
  const [tongue = ''] = language.split('-')
  const variant = variants.find((one) => one === language) ?? variants.find((one) => one.split('-')[0] === tongue)
  const text = variant && labels.get(variant)
  return text ? { text, language } : { text: labels.get('en-GB') ?? labels.get('en-US') ?? number, language: 'en' }
}

/** What a topic falls under, the broadest first; not the topic itself. */
export function above({ broader }: Topic): Topic[] {
  const found = broader ? known().topics.get(broader)?.topic : undefined
  return found ? [...above(found), found] : []
}

/** The topics right under one; those that were retired are left out. */
export function below({ narrower }: Topic): Topic[] {
  return narrower.flatMap((number) => known().topics.get(number)?.topic ?? []).filter(({ retired }) => !retired)
}

/** All that the IPTC ever named, also those that it has retired. */
export function everyTopic(): Topic[] {
  return [...known().topics.values()].map(({ topic }) => topic)
}

/** Every code by which stories may say that they are about a topic or about a narrower one. */
export function codesOf(topic: Topic): string[] {
  const { topics, meaning } = known()
  const own = [`medtop:${topic.number}`, ...(meaning.get(topic.number) ?? []).map((code) => `subj:${code}`)]
  return [...own, ...topic.narrower.flatMap((number) => codesOf(topics.get(number)!.topic))]
}

const variants = ['en-GB', 'en-US', 'de', 'fr', 'es', 'pt-PT', 'pt-BR', 'ar', 'zh-Hans', 'sv', 'da']

type Known = {
  topics: Map<string, { topic: Topic; labels: Map<string, string> }>
  /** Which topic a legacy code means, and the other way round. */
  legacy: Map<string, string>
  meaning: Map<string, string[]>
}

let table: Known | undefined

/** The table is read when somebody asks the first time: in some 5 ms. */
function known(): Known {
  return (table ??= read(readFileSync(new URL('media-topics.tsv', import.meta.url), 'utf8')))
}

function read(text: string): Known {
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const tongues = head.split('\t').slice(4)
  const rows = lines.map((line) => {
    const [number = '', broader = '', retired = '', codes = '', ...labels] = line.split('\t')
    return { number, broader, retired, codes: codes.split(' ').filter(Boolean), labels }
  })
  const under = Map.groupBy(rows, ({ broader }) => broader)
  const topics: Known['topics'] = new Map(
    rows.map(({ number, broader, retired, labels }) => [
      number,
      {
        topic: {
          number,
          ...(broader ? { broader } : {}),
          ...(retired ? { retired } : {}),
          narrower: (under.get(number) ?? []).map((one) => one.number),
        },
        labels: new Map(tongues.flatMap((tongue, at) => (labels[at] ? [[tongue, labels[at]] as const] : []))),
      },
    ]),
  )
  return {
    topics,
    legacy: new Map(rows.flatMap(({ number, codes }) => codes.map((code) => [code, number] as const))),
    meaning: new Map(rows.map(({ number, codes }) => [number, codes])),
  }
}

/** A Media Topic as the IPTC's JSON tells of it. */
export type Concept = {
  qcode: string
  label?: Record<string, string>
  prefLabel?: Record<string, string>
  broader?: string[]
  retired?: string
  subjectcode?: string[]
}

const tongues = ['en-GB', 'en-US', 'de', 'fr', 'es', 'pt-PT', 'pt-BR', 'ar', 'zh-Hans', 'sv', 'da']

/**
 * One line a topic: its number, the number of the broader one, the year it was retired in, the legacy subject codes that
 * mean it, and its labels. A label that is as in the column before it, in the same tongue, is left out.
 */
export function tableOf(concepts: readonly Concept[], legacy: readonly string[]): string {
  const meant = Map.groupBy(legacy, (code) => targetOf(code, concepts))
  const lines = concepts
    .toSorted((one, other) => (one.qcode < other.qcode ? -1 : 1))
    .map(({ qcode, label, prefLabel, broader = [], retired = '' }) => {
      const names = label ?? prefLabel ?? {}
      const labels = tongues.map((tongue, at) => {
        const before = tongues[at - 1]
        const [same, name] = [before && names[before], names[tongue]?.replaceAll(/\s+/g, ' ').trim() ?? '']
        return before?.slice(0, 2) === tongue.slice(0, 2) && same === name ? '' : name
      })
      const number = numberOf(qcode)
      return [number, numberOf(broader[0] ?? ''), retired.slice(0, 4), (meant.get(number) ?? []).join(' '), ...labels]
    })
  return [['topic', 'broader', 'retired', 'subject codes', ...tongues], ...lines]
    .map((line) => `${line.join('\t')}\n`)
    .join('')
}

/** The topic that a legacy code means: one that names it, live before retired and broad before narrow; else what its parent means. */
function targetOf(code: string, concepts: readonly Concept[]): string | undefined {
  for (const form of [code, `${code.slice(0, 5)}000`, `${code.slice(0, 2)}000000`]) {
    const found = concepts
      .filter(({ subjectcode = [] }) => subjectcode.includes(form))
      .toSorted((one, other) => rank(one, concepts) - rank(other, concepts))
    if (found[0]) return numberOf(found[0].qcode)
  }
  return undefined
}

function rank(concept: Concept, concepts: readonly Concept[]): number {
  let depth = 0
  for (let one: Concept | undefined = concept; one?.broader?.[0] && depth < 9; depth++) {
    const above: string = numberOf(one.broader[0])
    one = concepts.find(({ qcode }) => numberOf(qcode) === above)
  }
  return depth + (concept.retired ? 100 : 0)
}

function numberOf(code: string): string {
  return /\d{8}$/.exec(code)?.[0] ?? ''
}

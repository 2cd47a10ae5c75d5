import { type House, type TrustName, trustNames } from './house.ts'

/** The address of a WebSub hub. */
export function hubOf(value: unknown, wrong: string[]): string {
  if (typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? '')) return value
  wrong.push('hub: must be the address of a WebSub hub as in https://hub.example/')
  return ''
}

/** The page on which the licence of the house's own work stands. */
export function ownLicence(value: unknown, wrong: string[]): string {
  if (typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? '')) return value
  wrong.push('licence: must be the address of a page as in https://www.example.org/terms')
  return ''
}

/** How much of a story feeds hold. */
export function feedsOf(value: unknown, wrong: string[]): 'full' | 'summary' {
  if (value === 'full' || value === 'summary') return value
  wrong.push('feeds: must be full (the whole copy) or summary (the beginning only)')
  return 'full'
}

/** The ties that trust.txt states: one address or several for each name; `datatrainingallowed` is yes or no. */
export function trustOf(value: Readonly<Record<string, unknown>>, wrong: string[]): NonNullable<House['trust']> {
  const ties: Partial<Record<TrustName, readonly string[]>> = {}
  for (const [name, said] of Object.entries(value)) {
    const known = trustNames.find((one) => one === name)
    if (!known) {
      wrong.push(`trust.${name}: nobody knows this tie; one of ${trustNames.join(', ')}`)
      continue
    }
    const all = (Array.isArray(said) ? said : [said]).map((one) => (one === true ? 'yes' : one === false ? 'no' : one))
    const odd = all.find((one) => !isTie(known, one))
    if (odd === undefined) ties[known] = all as string[]
    else if (known === 'datatrainingallowed') wrong.push('trust.datatrainingallowed: must be yes or no')
    else wrong.push(`trust.${name}: “${String(odd)}” is no address; write one as in https://www.example.org/`)
  }
  return ties
}

function isTie(name: TrustName, value: unknown): boolean {
  if (typeof value !== 'string' || /\s/.test(value)) return false
  if (name === 'datatrainingallowed') return value === 'yes' || value === 'no'
  return /^(https?|mailto):$/.test(URL.parse(value)?.protocol ?? '')
}

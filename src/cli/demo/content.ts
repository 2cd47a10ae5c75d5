import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/** The folder of the demonstration agency, beside `src`. Its README.md has the grammar of the files. */
export const demoFolder = fileURLToPath(new URL('../../../demo/', import.meta.url))

/** One story of the demonstration: what stands above the copy, the copy itself, and what is done with it. */
export type DemoStory = {
  name: string
  head: Head
  raw: string
}

export type Head = {
  slug: string
  section: string
  language: string
  desk?: string
  urgency?: number
  keywords?: string[]
  subjects?: string[]
  standfirst?: string
  by?: string[]
  related?: string[]
  translationOf?: string
  pictures?: DemoPicture[]
  acts: Act[]
}

export type DemoPicture = { file: string; caption: string; alt: string; focus?: [number, number] }

/** What somebody does with a story, when: `ago` before the first start, `in` after it; `2d 3h 20m`. */
export type Act = { ago?: string; in?: string; as?: string } & (
  | { do: 'publish' }
  | { do: 'update'; raw: string; standfirst?: string }
  | { do: 'entries'; raw: string; close?: boolean }
  | { do: 'correct'; wrong: string; right: string; where?: string; grave?: boolean; replace: [string, string] }
  | { do: 'kill'; notice: string }
  | { do: 'hold' }
  | { do: 'embargo'; reason?: string }
)

/** All stories of the demonstration, and a way to the other files that its acts name. */
export async function readDemo(): Promise<{
  house: string
  stories: DemoStory[]
  open: (name: string) => Promise<string>
}> {
  const open = (name: string) => readFile(`${demoFolder}stories/${name}`, 'utf8')
  const names = (await readdir(`${demoFolder}stories`)).filter((name) => /^\d\d-[\w-]+\.txt$/.test(name)).toSorted()
  const stories = await Promise.all(names.map(async (name) => cut(name, await open(name))))
  return { house: await readFile(`${demoFolder}house.yaml`, 'utf8'), stories, open }
}

/** When an act is done, in milliseconds, for a first start at `now`. */
export function when(act: Act, now: number): number {
  if (act.ago) return now - duration(act.ago)
  return act.do === 'hold' || act.do === 'embargo' ? now : now + duration(act.in ?? '0m')
}

/** `2d 3h 20m` in milliseconds. */
export function duration(text: string): number {
  const units: Record<string, number> = { d: 86_400_000, h: 3_600_000, m: 60_000 }
  return [...text.matchAll(/(\d+)\s*([dhm])/g)].reduce(
    (sum, [, size, unit]) => sum + Number(size) * (units[unit ?? ''] ?? 0),
    0,
  )
}

function cut(name: string, text: string): DemoStory {
  const [, head, raw] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  if (!head || !raw) throw new Error(`demo/stories/${name} has no front matter`)
  return { name, head: parse(head) as Head, raw }
}

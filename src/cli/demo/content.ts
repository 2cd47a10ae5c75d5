import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { type Marks } from './marks.ts'

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
  marks?: Marks
  /** For readers, beside the copy. */
  note?: string
  /** It may come in on a Saturday or Sunday, however old. */
  weekend?: boolean
  acts: Act[]
}

export type DemoPicture = { file: string; caption: string; alt: string; focus?: [number, number] }

/** What somebody does with a story, when: `ago` before the first start, `in` after it; `2d 3h 20m`; `at` is an hour of that day. */
export type Act = { ago?: string; at?: string; in?: string; as?: string } & (
  | { do: 'publish' }
  | { do: 'update'; raw: string; standfirst?: string }
  | { do: 'entries'; raw: string; close?: boolean }
  | { do: 'correct'; wrong: string; right: string; where?: string; grave?: boolean; replace: [string, string] }
  | { do: 'kill'; notice: string }
  | { do: 'hold' }
  | { do: 'embargo'; reason?: string }
)

/** The house file of the demonstration. */
export function readDemoHouse(): Promise<string> {
  return readFile(`${demoFolder}house.yaml`, 'utf8')
}

/** All stories of the demonstration, and a way to the other files that its acts name. */
export async function readDemo(): Promise<{
  house: string
  stories: DemoStory[]
  open: (name: string) => Promise<string>
}> {
  const open = (name: string) => readFile(`${demoFolder}stories/${name}`, 'utf8')
  const names = (await readdir(`${demoFolder}stories`)).filter((name) => /^\d{2,3}-[\w-]+\.txt$/.test(name)).toSorted()
  const stories = await Promise.all(names.map(async (name) => cut(name, await open(name))))
  return { house: await readDemoHouse(), stories, open }
}

function cut(name: string, text: string): DemoStory {
  const [, head, raw] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  if (!head || !raw) throw new Error(`demo/stories/${name} has no front matter`)
  return { name, head: parse(head) as Head, raw }
}

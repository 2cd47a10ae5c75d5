import { type Block, type Copy } from '../../story/copy.ts'
import { plain, type Run } from '../../story/text.ts'

/**
 * What an editor adds to copy that came as plain text: `links` on the first words that read so, the `speaker` of its
 * quotation, and an `embed` after the paragraph that begins with `after`.
 */
export type Marks = {
  links?: Readonly<Record<string, string>>
  speaker?: string
  embed?: { after: string; provider: string; address: string; title: string; fallback: string }
}

/** Copy with its marks. Throws `Error` naming words that do not stand in it. */
export function marked(copy: Copy, { links = {}, speaker, embed }: Marks): Copy {
  const linked = Object.entries(links).reduce(withLink, copy)
  const spoken = speaker ? linked.map((block) => withSpeaker(block, speaker)) : linked
  if (!embed) return spoken
  const { after, ...rest } = embed
  const at = spoken.findIndex((block) => block.is === 'paragraph' && block.text[0]?.text.startsWith(after))
  if (at < 0) throw new Error(`no paragraph begins with “${after}”`)
  return spoken.toSpliced(at + 1, 0, { is: 'embed', ...rest })
}

function withLink(copy: Copy, [words, href]: [string, string]): Copy {
  const at = copy.findIndex((block) => block.is === 'paragraph' && block.text.some(({ text }) => text.includes(words)))
  const block = copy[at]
  if (block?.is !== 'paragraph') throw new Error(`“${words}” stands in no paragraph`)
  return copy.with(at, { ...block, text: block.text.flatMap((run) => cut(run, words, href)) })
}

function cut(run: Run, words: string, href: string): Run[] {
  const at = run.marks ? -1 : run.text.indexOf(words)
  if (at < 0) return [run]
  const link: Run = { text: words, marks: [{ is: 'link', href }] }
  return [...plain(run.text.slice(0, at)), link, ...plain(run.text.slice(at + words.length))]
}

function withSpeaker(block: Block, speaker: string): Block {
  return block.is === 'quotation' ? { ...block, speaker: plain(speaker) } : block
}

import { readFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { type Image } from '../story/picture.ts'
import { type Rendition } from '../story/rendition.ts'
import { writeWhole } from './keep.ts'
import { render } from './render.ts'

// Makes renditions apart from the server: a picture that breaks the decoder, or fills the memory, ends this process only.

/** What is asked of this process. */
export type Asked = { number: number; original: string; type: Image['type']; target: string; rendition: Rendition }

/** What became of it: `made`, or `none` when the picture is not offered so, or why it failed. */
export type Answered = { number: number; made?: boolean; why?: string }

async function answer({ original, type, target, rendition }: Asked): Promise<Omit<Answered, 'number'>> {
  try {
    const bytes = await render(await readFile(original), type, rendition)
    if (bytes) await writeWhole(target, bytes)
    return { made: bytes !== undefined }
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) }
  }
}

setPriority(10) // whoever reads comes first
process.on('SIGINT', () => {}) // it ends when the server does
process.on('message', (asked: Asked) => {
  void answer(asked).then((what) => process.send?.({ number: asked.number, ...what } satisfies Answered))
})

import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { draw, drawMark } from './draw.ts'
import { type Drawable } from './preview.ts'

/** What this process is asked to draw, and where; it answers with the number alone, or with what went wrong. */
export type Asked = { number: number; drawable: Drawable; target: string; fonts: string }
export type Answered = { number: number; why?: string }

process.on('message', (asked: Asked) => {
  void make(asked).then((answered) => process.send?.(answered))
})
process.on('disconnect', () => process.exit())

async function make({ number, drawable, target, fonts }: Asked): Promise<Answered> {
  try {
    const png =
      'mark' in drawable
        ? await drawMark(drawable.mark, drawable.language, drawable.colour, fonts)
        : await draw(drawable, fonts)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(`${target}.new`, png)
    await rename(`${target}.new`, target)
    return { number }
  } catch (error) {
    return { number, why: String(error) }
  }
}

import { type Notebook, claim } from '../notebook.ts'
import type { Block } from '../text/blocks.ts'
import type { Piece } from '../text/piece.ts'

/** Adds a paragraph, an item of a list or a row of a table. */
export function paragraph(piece: Piece | Block, notebook: Notebook): void {
  const { reading } = notebook
  const { text, start, end } = piece
  reading.body.push(text)
  claim(notebook, piece, 'body')
  const bullet = 'bullet' in piece ? piece.bullet : undefined
  const wide = 'wide' in piece && piece.wide
  const last = reading.blocks.at(-1)
  const item = bullet === undefined ? text : text.slice(bullet.length)
  if (bullet !== undefined && !/^[–—-]\s/u.test(bullet)) {
    if (last?.is === 'list') {
      last.items.push(item)
      last.end = end
    } else reading.blocks.push({ is: 'list', ordered: /^\d/.test(bullet), items: [item], start, end })
  } else if (wide) {
    if (last?.is === 'table') {
      last.rows.push([text])
      last.end = end
    } else reading.blocks.push({ is: 'table', rows: [[text]], start, end })
  } else if ('tag' in piece && piece.tag === 'blockquote') reading.blocks.push({ is: 'quotation', text, start, end })
  else reading.blocks.push({ is: 'paragraph', text, start, end })
}

import { type Block } from '../../src/story/copy.ts'
import { type Draft } from '../../src/story/story.ts'
import { type Run } from '../../src/story/text.ts'

/** The story page as somebody would make it by hand: the same words, the same picture, little style, no script. */
export function staticPage(story: Draft, figure: string): string {
  const place = story.dateline?.places[0]
  return `<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1">
<title>${text(story.headline)}</title><link rel=icon href="data:,">
<style>body{font:1.1rem/1.5 Georgia,serif;max-width:40rem;margin:0 auto;padding:1rem;color:#111}h1{font-size:2rem;line-height:1.15}img{display:block;width:100%;height:auto}figure{margin:1.5rem 0}figcaption,footer,.by{font:.85rem/1.4 system-ui,sans-serif;color:#555}td,th{padding:.2rem .6rem;text-align:left}</style>
<header><a href=/>Halyard</a></header><main><article><h1>${text(story.headline)}</h1><p>${text(story.standfirst ?? '')}</p>
<p class=by>${story.byline.map(text).join('; ')}</p>${figure}
<p>${text(place?.name ?? '')} (Halyard) – ${story.copy.map(block).join('\n')}
<footer>${story.credits.map(({ role, people }) => `<p>${text(role)}: ${people.map(({ name }) => text(name)).join(', ')}`).join('')}
${story.notes.public.map((note) => `<p>${text(note)}`).join('')}</footer></article></main></html>`
}

function block(one: Block): string {
  switch (one.is) {
    case 'paragraph':
      return `<p>${runs(one.text)}</p>`
    case 'subhead':
      return `<h2>${runs(one.text)}</h2>`
    case 'quotation':
      return `<blockquote>${one.paragraphs.map((line) => `<p>${runs(line)}</p>`).join('')}${one.speaker ? runs(one.speaker) : ''}</blockquote>`
    case 'table':
      return `<table>${[...(one.head ?? []), ...one.rows, ...(one.foot ?? [])].map((row) => `<tr>${row.map((cell) => `<td>${runs(cell)}`).join('')}`).join('')}</table>`
    default:
      return ''
  }
}

function runs(line: readonly Run[]): string {
  return line.map((run) => text(run.text)).join('')
}

function text(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

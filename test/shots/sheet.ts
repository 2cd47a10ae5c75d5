import { html } from '../../src/web/html.ts'

/** A page that was looked at: its name is the beginning of its pictures' names. */
export type Row = { name: string; path: string; faults: readonly string[] }

/** The contact sheet: a table of pages, each with its verdict and its pictures at every width, by day and by night. */
export function sheet(rows: readonly Row[], widths: readonly number[]): string {
  const pictures = (name: string, scheme: string) =>
    widths.map((width) => {
      const file = `${name}-${width}-${scheme}.png`
      return html`<td><a href="${file}"><img src="${file}" alt="${name}, ${width} px, ${scheme}" loading="lazy"></a></td>\n`
    })
  return html`<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Contact sheet</title>
<style>
body { font: 14px/20px system-ui, sans-serif; margin: 24px; background: #888 }
td, th { vertical-align: top; padding: 4px; text-align: left }
img { width: 17vw; max-height: 60vh; object-fit: cover; object-position: top; display: block; background: #fff }
.wrong { color: #a00; background: #fff }
</style>
<h1>${rows.length} pages, ${rows.filter(({ faults }) => faults.length).length} stand wrong</h1>
<table>
${rows.map(
  ({ name, path, faults }) => html`<tbody id="${name}">
<tr><th colspan="${widths.length}">${name} <code>${path}</code> ${faults.length ? '' : '✔'}${faults.map((one) => html`<br><span class="wrong">${one}</span>`)}</th></tr>
<tr>${pictures(name, 'light')}</tr>
<tr>${pictures(name, 'dark')}</tr>
</tbody>
`,
)}</table>
</html>
`.toString()
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Part, html, jsonScript, nothing, raw } from './html.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What a part must become, said sign by sign; beside it the part itself. */
type Said = { part: Part; markup: string }

const words: fc.Arbitrary<Said> = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'&<>"\'a é記') }))
  .map((text) => ({ part: text, markup: Array.from(text, (sign) => escapes[sign] ?? sign).join('') }))

const { part } = fc.letrec<{ part: Said }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4 },
    words,
    fc.integer().map((number) => ({ part: number, markup: String(number) })),
    fc.constantFrom(undefined, null, false as const).map((none) => ({ part: none, markup: '' })),
    fc.string().map((text) => ({ part: raw(text), markup: text })),
    fc.array(tie('part')).map((all) => ({
      part: all.map((one) => one.part),
      markup: all.map((one) => one.markup).join(''),
    })),
    tie('part').map((one) => ({ part: html`<i>${one.part}</i>`, markup: `<i>${one.markup}</i>` })),
  ),
}))

test('words are escaped once wherever they stand, markup never, lists are joined and nothing leaves nothing', () => {
  fc.assert(
    fc.property(part, part, (one, other) => {
      assert.equal(
        String(html`<p title="${one.part}">${other.part}</p>`),
        `<p title="${one.markup}">${other.markup}</p>`,
      )
    }),
    { numRuns: 500 },
  )
})

test('what only looks like markup is not taken for it', () => {
  const forged = JSON.parse('{"markup":"<script>","isMarkup":true,"isEscaped":true}') as never
  assert.throws(() => html`${forged}`)
  assert.equal(String(html`${String(html`<b>`)}`), '&lt;b&gt;')
})

test('markup says whether there is anything to show', () => {
  assert.equal(nothing.length, 0)
  assert.equal(html`${''}${undefined}`.length, 0)
  assert.equal(html`<b>${'&'}</b>`.length, '<b>&amp;</b>'.length)
})

test('data for scripts cannot end the element in which it stands', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('</script>', '<!--', '\u2028&')), (text) => {
      const [, inside = ''] =
        /<script type="application\/json">([^]*)<\/script>$/.exec(String(jsonScript('application/json', { text }))) ??
        []
      assert.doesNotMatch(inside, /[<>&\u2028\u2029]/)
      assert.deepEqual(JSON.parse(inside), { text })
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCopy } from '../read.ts'
import { toDraft } from '../to-story.ts'

const rounds = Number(process.env['DATELINE_TEST_ROUNDS'] ?? 1)

const story = (signOff: string, byline = '') =>
  `Glass works reopen\n\n${byline}PORT ELLEN (XYZ) - The works reopen on Monday, the owner said. Some 2 345 678 panes wait.\n\nThe helpline is 0800 123 456.\n\n${signOff}\n`

test('a number in a sign-off goes to the desk and what follows it is read on', () => {
  for (const [signOff, reach] of [
    ["(Reporting by Alice Moor in Ostra, +44 20 5550 9999; Editing by Bob O'Neil)", '+44 20 5550 9999'],
    ["(Reporting by Alice Moor in Ostra; 0044 205 550 8888; Editing by Bob O'Neil)", '0044 205 550 8888'],
    ["(Reporting by Alice Moor in Ostra, Tel. 020 5550 1234; Editing by Bob O'Neil)", 'Tel. 020 5550 1234'],
    ["(Reporting by Alice Moor in Ostra; Editing by Bob O'Neil; +44 20 5550 1234)", '+44 20 5550 1234'],
    ["(Reporting by Alice Moor in Ostra, editing by Bob O'Neil +1 212 555 1234)", '+1 212 555 1234'],
  ] as const) {
    const { credits, contact, creditsRaw } = readCopy(story(signOff), { language: 'en' })
    assert.deepEqual(credits, [
      { role: 'reporting', people: [{ name: 'Alice Moor', place: 'Ostra' }] },
      { role: 'editing', people: [{ name: "Bob O'Neil" }] },
    ])
    assert.deepEqual(contact, [reach])
    assert.doesNotMatch(creditsRaw!, /\d/u)
  }
})

test('a sentence that says whom to ask is a contact in any language', () => {
  const { credits, contact } = readCopy(
    story(
      '(Berichtet von Ana Ruiz, redigiert von Bob Low. Bei Fragen wenden Sie sich an die Redaktion unter +49 30 5550123)',
    ),
    { language: 'de' },
  )
  assert.deepEqual(
    credits.map(({ role, people }) => [role, ...people]),
    [
      ['reporting', { name: 'Ana Ruiz' }],
      ['editing', { name: 'Bob Low' }],
    ],
  )
  assert.deepEqual(contact, ['Bei Fragen wenden Sie sich an die Redaktion unter +49 30 5550123'])
})

test('names and a number without their work are for the desk, and numbers in the copy stay', () => {
  for (const signOff of [
    '(Ana Ruiz; 646-555-6000)',
    '(Reporting by Ana Ruiz)\n\nQuestions? Call Ana Ruiz on 020 5550 1234.',
  ]) {
    const { body, contact } = readCopy(story(signOff))
    assert.deepEqual(body.slice(1), ['The helpline is 0800 123 456.'])
    assert.match(body[0]!, /2 345 678/)
    assert.equal(contact.length, 1)
  }
})

test('dates, years and exchange rates in a sign-off are no numbers to call', () => {
  const { contact, notes } = readCopy(
    story('(Reporting by Ana Ruiz; Editing by Bob Low; 2026-11-25) ($1 = 1.234567 euros)'),
  )
  assert.deepEqual(contact, [])
  assert.deepEqual(notes, ['($1 = 1.234567 euros)'])
})

test('a byline is printed without how its writer is reached', () => {
  for (const reach of ['ana.ruiz@paper.example', '+44 20 5550 1234', '@anaruiz', 'Tel: 020 5550 1234']) {
    const { byline, contact } = readCopy(story('(Editing by Bob Low)', `By Ana Ruiz, ${reach}\n\n`))
    assert.deepEqual(byline, ['By Ana Ruiz'])
    assert.deepEqual(contact, [reach])
  }
})

test('no number, mail or handle of a sign-off or a byline is ever published', () => {
  fc.assert(
    fc.property(signOffs(), ({ language, signOff, byline }) => {
      const raw = story(signOff, byline)
      const reading = readCopy(raw, { language })
      assert.ok(reading.credits.length > 0, `no credit read: ${signOff}`)
      const { credits, byline: lines, copy } = toDraft(reading, raw)
      const said = JSON.stringify([credits, lines, reading.creditsRaw, copy.slice(2)])
      assert.doesNotMatch(said, /\d{4}|\d\d[ -]\d\d|@|paper\.example/u, signOff)
      assert.equal(copy.length, 2)
      assert.ok(reading.contact.length > 0)
    }),
    { numRuns: 400 * rounds },
  )
})

/** Sign-offs of several languages with a reach after any name, in a clause of its own, or in a bracket behind. */
function signOffs(): fc.Arbitrary<{ language: string; signOff: string; byline: string }> {
  const words = fc.constantFrom(
    { language: 'en', by: 'By', first: 'Reporting by', second: 'Editing by', tel: 'Tel: ', mail: 'E-mail: ' },
    { language: 'de', by: 'Von', first: 'Berichtet von', second: 'redigiert von', tel: 'Tel. ', mail: 'E-Mail: ' },
    { language: 'fr', by: 'Par', first: 'Reportage de', second: 'édité par', tel: 'tél. ', mail: 'courriel: ' },
    { language: 'es', by: 'Por', first: 'Reporte de', second: 'Editado por', tel: 'Tel.: ', mail: 'correo: ' },
    { language: 'it', by: 'Di', first: 'Reportage di', second: 'a cura di', tel: 'tel. ', mail: 'e-mail: ' },
    { language: 'pt', by: 'Por', first: 'Reportagem de', second: 'Edição de', tel: 'tel. ', mail: 'e-mail: ' },
  )
  const digits = fc.stringMatching(/^[2-9]{3} [2-9]{4}$/)
  const number = fc
    .tuple(fc.constantFrom('+44 20 ', '0044 20 ', '020-', '(020) ', '+1 (212) ', '+49/30/'), digits)
    .map((parts) => parts.join(''))
  const reach = fc.tuple(fc.constantFrom('tel', 'mail', 'handle'), number, fc.boolean())
  const mark = fc.constantFrom(', ', '; ', ' ')
  return fc
    .record({
      words,
      reach,
      mark,
      place: fc.constantFrom('first', 'second', 'behind'),
      names: fc.constantFrom('Ana Ruiz', "Bob O'Neil", 'Ana Ruiz, Bob Low'),
    })
    .map(({ words: { language, by, first, second, tel, mail }, reach: [kind, phone, named], mark, place, names }) => {
      const bare = kind === 'tel' ? phone : kind === 'mail' ? 'ana.ruiz@paper.example' : '@anaruiz'
      const said = named && kind !== 'handle' ? (kind === 'tel' ? tel : mail) + bare : bare
      const glued = mark + said
      const signOff = `(${first} ${names}${place === 'first' ? glued : ''}; ${second} May Lind${place === 'second' ? glued : ''})${place === 'behind' ? ` ((${said}))` : ''}`
      return { language, signOff, byline: `${by} Ana Ruiz${glued}\n\n` }
    })
}

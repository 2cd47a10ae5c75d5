import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCopy } from './read.ts'
import { takesOf } from './takes.ts'

const page = `May 4, 2021 / 9:15 AM / in 10 years

Glass works to reopen after strike

PORT ELLEN (Reuters) - The glass works will reopen on Monday, its owner said, ending the longest strike on the island.

<p>A worker carries glass at Port Ellen, Scotland, May 3, 2021. REUTERS/Nils Holm</p>

The final of the island cup ended 0 : 0 after extra time.

Olga Brandt kept the notice. “It says (Reporting by nobody; Editing by nobody), as a joke,” she said.

The owner named three steps:

• Furnaces lit on Friday
• Doors open on Monday
• Pay talks in June

Additional reporting by Ana Ruiz and Tom Okoro in Glasgow; Editing by May Lind

Our Standards: The House Principles.
0 : 0
  • narrow-browser-and-phone
  • above-phone
`

test('a saved page is read whole: moment, headline, dateline, caption, copy, credits and standards', () => {
  const reading = readCopy(page)
  assert.equal(reading.headline, 'Glass works to reopen after strike')
  assert.equal(reading.published, '2021-05-04T09:15:00')
  assert.deepEqual(reading.dateline, {
    places: [{ name: 'PORT ELLEN' }],
    source: 'Reuters',
    raw: 'PORT ELLEN (Reuters) -',
  })
  assert.deepEqual(reading.captions, [
    {
      text: 'A worker carries glass at Port Ellen, Scotland, May 3, 2021.',
      place: 'Port Ellen, Scotland',
      date: '2021-05-03',
      credit: { agency: 'REUTERS', photographer: 'Nils Holm' },
    },
  ])
  assert.deepEqual(reading.credits, [
    {
      role: 'additional reporting',
      people: [
        { name: 'Ana Ruiz', place: 'Glasgow' },
        { name: 'Tom Okoro', place: 'Glasgow' },
      ],
    },
    { role: 'editing', people: [{ name: 'May Lind' }] },
  ])
  assert.equal(reading.standards, 'Our Standards: The House Principles.')
})

test('an absurd age, a counter and names of a layout are furniture', () => {
  const dropped = readCopy(page).dropped.map(({ text }) => text)
  assert.deepEqual(dropped, ['in 10 years', '0 : 0', '• narrow-browser-and-phone', '• above-phone'])
})

test('a score, a quotation that says "Reporting by" and a list stay in the copy', () => {
  const { body, blocks } = readCopy(page)
  assert.equal(body.length, 7)
  assert.ok(body.some((text) => text.includes('0 : 0 after extra time')))
  assert.ok(body.some((text) => text.includes('(Reporting by nobody; Editing by nobody)')))
  assert.deepEqual(
    blocks.flatMap((block) => (block.is === 'list' ? block.items : [])),
    ['Furnaces lit on Friday', 'Doors open on Monday', 'Pay talks in June'],
  )
})

test('lines that were wrapped are one paragraph, lines that end their sentence are paragraphs of their own', () => {
  const wrapped = `Strike ends

    PORT ELLEN, May 4 (Reuters) - The glass works on the island
will reopen on Monday, its owner told the workers, who had been
out since March.
    "We are glad," said Olga Brandt, who speaks for the union and
has worked there for twenty years.
 (Reporting by Ana Ruiz
Editing by May Lind)
`
  const { body, credits } = readCopy(wrapped)
  assert.equal(body.length, 2)
  assert.equal(
    body[0],
    'The glass works on the island will reopen on Monday, its owner told the workers, who had been out since March.',
  )
  assert.deepEqual(
    credits.map(({ role }) => role),
    ['reporting', 'editing'],
  )
  const loose =
    'Strike ends\n\nPORT ELLEN (AFP) -- The works reopen on Monday, the owner said.\nWorkers were glad to hear it at last.\nThe furnaces go on tonight.'
  assert.equal(readCopy(loose).body.length, 3)
})

test('an update, a correction and a kill are told by the words before the headline', () => {
  const take = (head: string) =>
    readCopy(`${head}\n\nBRNO (AFP) - Two trains met on one track and stopped in time, the railway said.`)
  assert.deepEqual(take('UPDATE 2-Trains meet on one track').signal, { is: 'update', number: 2 })
  assert.equal(take('UPDATE 2-Trains meet on one track').headline, 'Trains meet on one track')
  assert.deepEqual(take('CORRECTED-UPDATE 1-Trains meet').signal, { is: 'correction' })
  assert.deepEqual(take('WRAPUP 3-Trains meet on one track').signal, { is: 'wrapup', number: 3 })
  assert.deepEqual(take('KILL: Trains meet on one track').signal, { is: 'kill' })
  assert.equal(take('Trains meet on one track').signal, null)
})

test('contacts and exchange rates after the sign-off go to the desk, never into the copy', () => {
  const reading = readCopy(
    'Pound falls\n\nLONDON (Reuters) - The pound fell on Monday, traders said. (Reporting by Ana Ruiz; Editing by May Lind; E-mail: ana.ruiz@paper.example; Tel: +44 20 5550 1234) ($1=.5300 Pound)',
  )
  assert.deepEqual(reading.body, ['The pound fell on Monday, traders said.'])
  assert.deepEqual(reading.notes, ['($1=.5300 Pound)'])
  assert.match(reading.contact.join(' '), /ana\.ruiz@paper\.example/)
})

test('copy escaped twice and characters of old code pages come out right', () => {
  const { body } = readCopy(
    'Harbour opens\n\nBRNO (AFP) - &amp;quot;Caf&eacute; &#38; bar&amp;quot; is the harbour&#146;s new name, the town said.',
  )
  assert.deepEqual(body, ['"Café & bar" is the harbour’s new name, the town said.'])
})

test('an input of several takes is parted where the wire parts them', () => {
  const one = 'Strike ends\n\nBRNO (AFP) - The works reopen on Monday, the owner said.\n'
  assert.equal(takesOf(`${one}NNNN\n${one}NNNN\n`).length, 2)
  assert.equal(takesOf(`${one}NNNN\n${one}`).join(''), `${one}NNNN\n${one}`)
  assert.equal(takesOf(one).length, 1)
})

test('time grows with the length of hostile copy and not with its square', () => {
  const hostile = [
    'a',
    '(',
    '<',
    '&',
    '•',
    '\n',
    ' ',
    '/',
    '-',
    '"',
    'ا',
    '中',
    '. ',
    'x\n',
    '<p',
    '(Reporting by ',
    '1 : 1\n',
    'A/',
  ]
  for (const part of hostile) {
    const seconds = (size: number): number => {
      const raw = part.repeat(Math.ceil(size / part.length))
      const start = process.cpuUsage()
      const { spans } = readCopy(raw)
      assert.equal(spans.at(-1)?.end, raw.length)
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1e6
    }
    // Four times as long: a square would be sixteen times as slow. A try beside a busy neighbour may be off, three are not.
    const grew = Math.min(...[1, 2, 3].map(() => Math.max(seconds(400_000), 0.01) / Math.max(seconds(100_000), 0.01)))
    assert.ok(grew < 10, `${JSON.stringify(part)} is ${grew.toFixed(1)} times as slow when four times as long`)
  }
})

test('scripts, styles and tags inside a line are dropped by name, and the line stays whole', () => {
  const raw = `Glass works <script>alert(1)</script> reopen "at last"

By Ana </script>Ruiz

PORT ELLEN (XYZ) - The works <img src=x onerror=alert(1)>reopen on Monday, the owner <b>said</b>.
<p>Pay talks <style>p {}
b {}</style>begin in June, the union said.</p>
`
  const { headline, byline, body, dropped, spans } = readCopy(raw)
  assert.equal(headline, 'Glass works reopen "at last"')
  assert.deepEqual(byline, ['By Ana Ruiz'])
  assert.deepEqual(body, ['The works reopen on Monday, the owner said.', 'Pay talks begin in June, the union said.'])
  const hidden = ['<script>alert(1)</script>', '</script>', '<img src=x onerror=alert(1)>', '<style>p {}\nb {}</style>']
  assert.deepEqual(
    dropped,
    hidden.map((text) => ({ text, why: 'markup' })),
  )
  for (const text of hidden) {
    const at = raw.lastIndexOf(text)
    const span = spans.find(({ start, end }) => start <= at && at < end)
    assert.equal(span?.field, 'dropped')
  }
})

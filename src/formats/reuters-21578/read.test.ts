import assert from 'node:assert/strict'
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { refuse } from '../../story/refuse.ts'
import { once, unpacked } from '../bytes.ts'
import { type Taken } from '../format.ts'
import { reuters21578 } from './read.ts'

// Invented, in the shape of the collection.
const head = (date: string, number: number, header = 'u f BC-RIVER-TOLL 03-02 0041') =>
  `<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="1" NEWID="${number}">
<DATE>${date}</DATE>
<TOPICS><D>ship</D><D>grain</D></TOPICS>
<PLACES><D>westmark</D></PLACES>
<PEOPLE></PEOPLE>
<ORGS></ORGS>
<EXCHANGES></EXCHANGES>
<COMPANIES></COMPANIES>
<UNKNOWN> 
&#5;&#5;&#5;G T
&#22;&#22;&#1;f0704&#31;reute
${header}</UNKNOWN>
`
const story = `${head(' 2-MAR-1987 09:15:05.40', 7)}<TEXT>&#2;
<TITLE>OSTRA RIVER &lt;ORV> RAISES
 BARGE TOLL</TITLE>
<AUTHOR>    By Bo Lind, Reuters</AUTHOR>
<DATELINE>    OSTRA/NORDHAVEN, Westmark, March 2 - </DATELINE><BODY>The Ostra River Board said it
raises its barge toll by 4.5 pct &amp; closes the Bank-
Nordhaven lock.
    "We had no choice," its clerk
said.
         Tolls      now     then
         Barge      4.5      4.1
    The \xa3 price stays.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
`
const alert = `${head('31-MAR-1987 605:12:19.12', 8, 'f f BC-LOCK-SHUT 03-31 0008')}<TEXT TYPE="BRIEF">&#2;
******<TITLE>OSTRA LOCK SHUT
</TITLE>Blah blah blah.
&#3;

</TEXT>
</REUTERS>
`
const table = `${head('1-JUN-1987 11:00:00.00\t\t\tF', 9)}<TEXT TYPE="UNPROC">&#2;
OSTRA TOLLS - JUNE 1
 Barge.........4.5 up....0.4

 Reuter
&#3;
</TEXT>
</REUTERS>
`
const empty = `${head('1-JUN-1987 11:00:00.00', 10)}<TEXT TYPE="UNPROC">&#2;

&#3;</TEXT>
</REUTERS>
`

async function read(sgml: string, size = 100_000): Promise<Taken[]> {
  async function* pieces() {
    const bytes = Buffer.from(sgml, 'latin1')
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  return Array.fromAsync(reuters21578.read(pieces(), { file: 'reut2-000.sgm' }))
}

test('hard-wrapped lines become paragraphs, and columns stay as they are', async () => {
  const [taken] = await read(story)
  assert.deepEqual(taken?.draft?.copy, [
    {
      is: 'paragraph',
      text: [
        { text: 'The Ostra River Board said it raises its barge toll by 4.5 pct & closes the Bank-Nordhaven lock.' },
      ],
    },
    { is: 'paragraph', text: [{ text: '"We had no choice," its clerk said.' }] },
    { is: 'preformatted', text: '         Tolls      now     then\n         Barge      4.5      4.1' },
    { is: 'paragraph', text: [{ text: 'The £ price stays.' }] },
  ])
})

test('headline, dateline, byline, topics and the clock of New York are read', async () => {
  const [taken] = await read(story)
  const draft = taken?.draft
  assert.equal(draft?.headline, 'OSTRA RIVER <ORV> RAISES BARGE TOLL')
  assert.deepEqual(draft?.dateline, {
    places: [{ name: 'OSTRA' }, { name: 'NORDHAVEN', region: 'Westmark' }],
    date: '1987-03-02',
    raw: 'OSTRA/NORDHAVEN, Westmark, March 2 -',
  })
  assert.deepEqual(draft?.printed, {
    published: { local: '1987-03-02T09:15:05', zone: 'America/New_York', zoneFrom: 'source' },
  })
  assert.deepEqual(draft?.credits, [{ role: 'byline', people: [{ name: 'Bo Lind', organisation: 'Reuters' }] }])
  assert.deepEqual(
    draft?.subjects.map(({ code }) => code),
    ['reuters-topic:ship', 'reuters-topic:grain', 'reuters-place:westmark'],
  )
  assert.equal(draft?.source?.guid, 'reuters-21578/7')
  assert.equal(draft?.urgency, 3)
})

test('an end mark is no word of the copy, however it stands, and two paragraphs on one line are two', async () => {
  const marks = ['REUTER...^M', 'Reuter\n Reuter', 'The price stays.  REUTER TAW', 'reuter^M']
  for (const mark of marks) {
    const [taken] = await read(story.replace(' Reuter\n', ` ${mark}\n`))
    assert.ok(!/reuter/i.test(JSON.stringify(taken?.draft?.copy)), mark)
  }
  const [taken] = await read(story.replace('said.\n', 'told Reuters.    He had none at all.\n'))
  assert.deepEqual(
    taken?.draft?.copy.slice(1, 3).flatMap((block) => (block.is === 'paragraph' ? [block.text[0]?.text] : [])),
    ['"We had no choice," its clerk told Reuters.', 'He had none at all.'],
  )
})

test('an alert is its headline, and a filler of the collection is no copy', async () => {
  const [taken] = await read(alert)
  assert.deepEqual(taken?.draft?.copy, [{ is: 'paragraph', text: [{ text: 'OSTRA LOCK SHUT' }] }])
  assert.equal(taken?.draft?.urgency, 1)
  assert.equal(taken?.draft?.printed?.published?.local, '1987-03-31')
  assert.deepEqual(taken?.lost, [
    'the clock of "31-MAR-1987 605:12:19.12" cannot be read',
    '"Blah blah blah." is a filler of the collection, not copy',
  ])
})

test('text without a title begins with its headline; a record without text says so', async () => {
  const [first, second] = await read(table + empty)
  assert.equal(first?.draft?.headline, 'OSTRA TOLLS - JUNE 1')
  assert.deepEqual(first?.draft?.copy, [{ is: 'preformatted', text: ' Barge.........4.5 up....0.4' }])
  assert.equal(second?.problem?.code, 'story.headline.missing')
})

test('a record that was cut off is told, and the next one is read', async () => {
  const taken = await read(`<!DOCTYPE lewis SYSTEM "lewis.dtd">\n${story}${alert.slice(0, 300)}`)
  assert.deepEqual(
    taken.map(({ draft, problem }) => draft?.slug ?? problem?.code),
    ['ostra-river-orv-raises-barge-toll', 'file.unreadable'],
  )
  const between = await read(alert.slice(0, 300) + story)
  assert.deepEqual(
    between.map(({ draft, problem }) => draft?.slug ?? problem?.code),
    ['file.unreadable', 'ostra-river-orv-raises-barge-toll'],
  )
})

test('the bytes of each record are kept as they came, wherever the pieces of the stream end', async () => {
  const whole = `<!DOCTYPE lewis SYSTEM "lewis.dtd">\n${story}${alert}${table}`
  for (const size of [1, 7, 1000]) {
    const taken = await read(whole, size)
    assert.deepEqual(
      taken.map(({ raw }) => Buffer.from(raw).toString('latin1')),
      [story.trim(), alert.trim(), table.trim()],
    )
  }
})

test('the collection is known by its first bytes', () => {
  assert.ok(reuters21578.detect(Buffer.from('<!DOCTYPE lewis SYSTEM "lewis.dtd">')))
  assert.ok(!reuters21578.detect(Buffer.from('REUTERS said on Monday')))
})

const collection = join(process.env['DATELINE_SHARED'] ?? '../shared', 'corpora/reuters-21578')

test(
  'all 21,578 records of the collection are accounted for, and all but an empty one can be published',
  { skip: existsSync(collection) ? false : `${collection} is not there` },
  async () => {
    let records = 0
    const problems: string[] = []
    const guids = new Set<string>()
    for (const file of readdirSync(collection).filter((name) => name.endsWith('.sgm.gz'))) {
      for await (const { draft, problem, raw } of reuters21578.read(
        unpacked(createReadStream(join(collection, file))),
      )) {
        records++
        assert.ok(raw.byteLength > 0)
        if (problem) problems.push(problem.path ?? '')
        if (draft) {
          assert.deepEqual(refuse(draft), [])
          guids.add(draft.source?.guid ?? '')
        }
      }
    }
    assert.deepEqual([records, guids.size, problems], [21_578, 21_577, ['NEWID 12793']])
  },
)

test('one piece of bytes is an input too', async () => {
  assert.equal((await Array.fromAsync(reuters21578.read(once(Buffer.from(story, 'latin1'))))).length, 1)
})

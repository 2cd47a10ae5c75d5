import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import sharp from 'sharp'
import { served } from '../command-line.ts'

const copy = `Lake rises by two centimetres

By Ana Ruiz

TARN FERRY, Nov 25 (Example) - The lake at Tarn Ferry rose by two centimetres on Wednesday, its keeper said.

“It may rise further,” keeper Mina Solberg told reporters.
`

test(
  'by command a story is looked at before it goes out, and what goes out says something new',
  { timeout: 180_000 },
  async () => {
    await using world = await served()
    const { agency, at, dateline, refusedWith, warnings } = world
    await dateline('person', 'add', 'Ana Ruiz', '--id', 'ana')
    await dateline('person', 'add', 'Piet Larkin', '--id', 'piet')
    await writeFile(at('copy.txt'), copy)
    await writeFile(at('older.txt'), `${copy}\nMore is to come.\n`)
    await sharp({ create: { width: 900, height: 600, channels: 3, background: 'teal' } })
      .jpeg()
      .toFile(at('lake.jpg'))

    const by = ['--as', 'ana']
    const told = await warnings(
      ...['file', at('copy.txt'), '--section', 'world', '--slug', 'lake', '--picture', at('lake.jpg'), ...by],
    )
    const [, mend = ''] = /\.\/bin\/dateline (edit \w+ --of-picture 1 --alt "…" --as ana)/.exec(told) ?? []
    assert.match(mend, /^edit/, told)
    await dateline(...mend.replace('"…"', 'Lake').split(' '))

    const seen = await dateline('show', 'lake')
    for (const line of [
      /^Story +\w+, version 2, slug lake$/m,
      /^Work +filed by ana$/m,
      /^Out +not yet$/m,
      /^Language +en$/m,
      /^Sections +world$/m,
      /^Urgency +5$/m,
      /^Headline +Lake rises by two centimetres$/m,
      /^Byline +By Ana Ruiz$/m,
      /^Dateline +TARN FERRY/m,
      /rose by two centimetres on Wednesday/,
      /^Picture 1 +\(no caption\) \[credit none; alt “Lake”; 900 × 600\]$/m,
      /^Version +1 filed by ana, /m,
    ])
      assert.match(seen, line)
    assert.match(await dateline('show', 'lake', '--version', '1'), /alt none/)
    const { headline, version } = JSON.parse(await dateline('show', 'lake', '--json')) as Record<string, unknown>
    assert.deepEqual([headline, version], ['Lake rises by two centimetres', 2])
    assert.match(await refusedWith(1, 'show', 'lake', '--version', '9'), /no version “9”: the newest is 2/)

    await dateline('publish', 'lake', ...by)
    assert.match(await dateline('show', 'lake'), /^Out +version 3 since .* by ana:\s+http:\S+\/lake$/m)
    assert.match(
      await refusedWith(1, 'update', 'lake', at('copy.txt'), ...by),
      /^Nothing is different from what is out/,
    )
    assert.match(await refusedWith(1, 'update', 'lake', ...by), /^Nothing is different from what is out/)
    assert.match(
      await refusedWith(1, 'edit', 'lake', '--headline', 'x', ...by),
      /^The story is published: claim it first \(\.\/bin\/dateline claim \w+ --as ana\); what is out stays out until/,
    )
    assert.match(
      await refusedWith(2, 'edit', 'lake', '--urgencyy', '2', ...by),
      /^edit does not take --urgencyy; it takes --slug, .*--urgency,/,
    )
    assert.match(await refusedWith(1, 'update', 'lake', '--urgency', 'high', ...by), /The urgency high is none/)
    assert.match(
      await refusedWith(1, 'update', 'lake', '--section', 'wrold', ...by),
      /no section “wrold”; it has world/,
    )
    await dateline('update', 'lake', '--urgency', '2', '--section', 'science', '--section', 'world', ...by)
    const moved = await dateline('show', 'lake')
    assert.match(moved, /^Sections +science, world$/m)
    assert.match(moved, /^Urgency +2$/m)

    await dateline('correct', 'lake', '--wrong', 'two centimetres', '--right', 'three centimetres', ...by)
    const objection = await refusedWith(1, 'update', 'lake', at('older.txt'), ...by)
    assert.match(
      objection,
      /^The house objects \(correction-undone\): This brings back words that were corrected at \d{4}-\d\d-\d\d \d\d:\d\d: “two centimetres”\. Mend it, or override it with a reason: --override "correction-undone=REASON"\./,
    )
    assert.match(await refusedWith(2, 'update', 'lake', '--override', 'correction-undone', ...by), /is RULE=REASON/)
    assert.match(await agency.get('/science').then(({ text }) => text), /three centimetres/)

    const outdated = await refusedWith(1, 'update', 'lake', at('older.txt'), '--based-on', '4', '--as', 'piet')
    assert.match(
      outdated,
      /different in headline, copy\. headline: “… rises by two centimetres” is now “… rises by three/,
    )
    assert.match(outdated, /Look at it \(\.\/bin\/dateline show \w+\) and act again\.$/m)
    await dateline('update', 'lake', at('older.txt'), '--override', 'correction-undone=It fell again', ...by)
    const last = await dateline('show', 'lake')
    assert.match(last, /^Correction +“two centimetres” is “three centimetres”: version 5,/m)
    assert.match(last, /overrides correction-undone:\s+It fell again/)
  },
)

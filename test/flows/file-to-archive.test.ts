import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCopy } from '../../src/formats/copy/read.ts'
import { toDraft } from '../../src/formats/copy/to-story.ts'
import { correct } from '../../src/newsroom/correct.ts'
import { file } from '../../src/newsroom/file.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { publish } from '../../src/newsroom/publish.ts'
import { update } from '../../src/newsroom/update.ts'
import { replaceWords } from '../../src/story/replace.ts'
import { draftOf } from '../../src/story/story.ts'
import { done, testAgency } from '../agency.ts'

const raw = `Ferry aground off Skerry Head, all 84 aboard safe

SKERRY HEAD, Nov 25 (Example) - A ferry with 84 people aboard ran aground off Skerry Head on Wednesday, the coastguard said.

“Nobody was hurt and nobody is in the water,” coastguard officer Runa Vik told reporters.

The ship was on its way to Port Ellery with two lorries of salt.

(Reporting by Eskil Roan in Skerry Head; Editing by Ana Ruiz)
`

test('copy goes in raw, comes out on page, feed and wire, is updated, corrected and killed, and is never forgotten', async () => {
  await using agency = await testAgency()
  const mirror = await agency.subscriber()
  const draft = { ...toDraft(readCopy(raw), raw), sections: ['world'], slug: 'ferry-aground' }
  const filed = done(await file(agency.newsroom, { draft, by: 'ana', raw: Buffer.from(raw) }))
  const path = '/2026/11/25/ferry-aground'

  assert.equal((await agency.get(path)).status, 404, 'filed copy is nowhere')
  assert.equal((await mirror()).items.length, 0)

  done(await publish(agency.newsroom, { story: filed.story, basedOn: filed.version, by: 'ana' }))
  const page = await agency.get(path)
  assert.equal(page.status, 200)
  for (const said of [
    'Ferry aground off Skerry Head, all 84 aboard safe',
    'Nobody was hurt',
    'Skerry Head',
    'Eskil Roan',
  ])
    assert.ok(page.text.includes(said), `the page says “${said}”`)
  for (const address of [
    '/',
    '/world',
    '/rss',
    '/atom',
    '/feed.json',
    '/world/rss',
    '/archive/2026/11/25',
    '/search?q=coastguard',
    '/news-sitemap.xml',
  ])
    assert.ok((await agency.get(address)).text.includes(path), `${address} leads to it`)

  agency.later(3600)
  const second = await agency.now({ id: filed.story })
  done(
    await update(agency.newsroom, {
      story: second.id,
      basedOn: second.version,
      by: 'ana',
      draft: { ...draftOf(second), headline: 'Ferry refloated off Skerry Head with 84 aboard' },
    }),
  )
  agency.later(60)
  const third = await agency.now(second)
  done(
    await correct(agency.newsroom, {
      story: third.id,
      basedOn: third.version,
      by: 'ben',
      draft: replaceWords(draftOf(third), [['84', '48']]),
      corrections: [{ wrong: '84 people were aboard', right: '48 people were aboard', where: 'headline' }],
    }),
  )
  const corrected = await agency.get(path)
  assert.ok(corrected.text.includes('Ferry refloated off Skerry Head with 48 aboard'))
  assert.ok(corrected.text.includes('48 people were aboard'))
  const log = await agency.get('/corrections')
  assert.ok(log.text.includes('84 people were aboard') && log.text.includes(path))
  for (const feed of ['/rss', '/atom', '/feed.json']) {
    const { text } = await agency.get(feed)
    assert.ok(text.includes('with 48 aboard') && !text.includes('with 84 aboard'), `${feed} has the right figure alone`)
  }
  assert.deepEqual(
    (await mirror()).entries.map(({ what }) => what),
    ['published', 'updated', 'corrected'],
  )

  const fourth = await agency.now(third)
  done(
    await kill(agency.newsroom, {
      story: fourth.id,
      basedOn: fourth.version,
      by: 'ben',
      notice: 'Withdrawn: it was an exercise.',
    }),
  )
  const gone = await agency.get(path)
  assert.equal(gone.status, 410)
  assert.ok(gone.text.includes('Withdrawn: it was an exercise.') && !gone.text.includes('Nobody was hurt'))
  assert.match(gone.text, /<meta name="robots" content="noindex/)
  for (const address of ['/', '/world', '/archive/2026/11/25', '/search?q=coastguard', '/news-sitemap.xml'])
    assert.ok(!(await agency.get(address)).text.includes('aboard'), `${address} has forgotten it`)
  const replay = await mirror()
  assert.equal(replay.items.at(-1)?.pubStatus, 'canceled')
  assert.ok(JSON.stringify(replay.items.at(-1)).includes('it was an exercise'))
  assert.ok(!JSON.stringify(replay.items).includes('Nobody was hurt'), 'no replay brings the words back')
})

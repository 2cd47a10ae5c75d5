import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { story } from '../../../test/build.ts'
import { testNewsroom } from '../../../test/newsroom.ts'
import { topicView } from './topic.ts'

const all = { tongues: { except: [] }, limit: 10 }

test('the migration puts the stories that were there under their topics', async () => {
  await using room = await testNewsroom()
  const { sql } = room.database
  await room.published(
    story('DAM').with({
      subjects: [
        { code: 'http://cv.iptc.org/newscodes/mediatopic/20000161' },
        { code: 'medtop:20000161' },
        { code: '03006001' },
        { code: 'topics:dams' },
      ],
    }),
  )
  await room.published(story('BARE'))
  const written = await sql`select code, language, public_from, archived from in_topic order by code`
  assert.deepEqual(
    written.map(({ code }) => code as string),
    ['medtop:20000161', 'subj:03006001', 'topics:dams'],
  )
  await sql.unsafe('drop table in_topic; drop function topic_code; drop index story_gone')
  await sql.unsafe(readFileSync(new URL('../migrations/003-topics.sql', import.meta.url), 'utf8'))
  assert.deepEqual(
    [...(await sql`select code, language, public_from, archived from in_topic order by code`)],
    [...written],
  )
})

test('a story that has two codes of a topic stands under it once, and before its moment not at all', async () => {
  await using room = await testNewsroom()
  const { newestOfTopic, topicsInUse } = topicView(room.database.sql)
  const codes = ['medtop:20000161', 'subj:03006001']
  await room.published(story('DAM').with({ subjects: codes.map((code) => ({ code })) }))
  const at = (now: string) => newestOfTopic({ ...all, now, codes })
  assert.equal((await at('2026-11-25T10:00:00.000Z')).length, 1)
  assert.equal((await at('2026-11-25T09:59:59.000Z')).length, 0)
  const topics = [
    { number: '20000161', codes },
    { number: '20000210', codes: ['medtop:20000210'] },
  ]
  assert.deepEqual([...(await topicsInUse('2026-11-25T10:00:00.000Z', all.tongues, topics))], ['20000161'])
  assert.equal((await topicsInUse('2026-11-25T09:59:59.000Z', all.tongues, topics)).size, 0)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arrangeFront, undoFront } from '../../src/newsroom/arrange-front.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { automatic } from '../../src/story/front.ts'
import { done, testAgency } from '../agency.ts'
import { moment, story } from '../build.ts'

const front = { edition: 'en', section: '' }

test('readers have a front as somebody arranged it at once, until its time is over, it is taken back or a story is withdrawn', async () => {
  await using agency = await testAgency()
  const quiet = await agency.published(story('QUIET').headed('A quiet day in the valley').in('world'))
  agency.later(60)
  await agency.published(story('LOUD').headed('The dam is open').in('world').with({ urgency: 3 }))
  const leads = async (path = '/') => /class="lead">[^]*?<h2><a[^>]*>([^<]+)/.exec((await agency.get(path)).text)?.[1]
  assert.equal(await leads(), 'The dam is open')

  const arrangement = { ...automatic, lead: { story: quiet.id, until: moment('2026-11-25 12:00') } }
  await arrangeFront(agency.newsroom, { front, basedOn: 0, by: 'ana', arrangement })
  assert.equal(await leads(), 'A quiet day in the valley')
  assert.equal(await leads('/world'), 'The dam is open')
  await arrangeFront(agency.newsroom, {
    front: { edition: 'en', section: 'world' },
    basedOn: 0,
    by: 'ana',
    arrangement,
  })
  assert.equal(await leads('/world'), 'A quiet day in the valley')

  await undoFront(agency.newsroom, { front, basedOn: 1, by: 'ana' })
  assert.equal(await leads(), 'The dam is open')
  await undoFront(agency.newsroom, { front, basedOn: 2, by: 'ana' })
  assert.equal(await leads(), 'A quiet day in the valley')
  agency.later(2 * 3600)
  assert.equal(await leads(), 'The dam is open')

  await arrangeFront(agency.newsroom, {
    front,
    basedOn: 3,
    by: 'ana',
    arrangement: { ...automatic, lead: { story: quiet.id } },
  })
  assert.equal(await leads(), 'A quiet day in the valley')
  done(await kill(agency.newsroom, { story: quiet.id, basedOn: quiet.version, by: 'ana', notice: 'It was wrong.' }))
  assert.equal(await leads(), 'The dam is open')
})

test('a story without a standfirst stands on a front with how its copy begins, cut at a sentence', async () => {
  await using agency = await testAgency()
  const first =
    'The gate was opened at noon on Wednesday, and the lake has fallen by eleven centimetres since then, the authority said.'
  await agency.published(
    story('DAM')
      .headed('The dam is open')
      .in('world')
      .saying(`${first} ${'Nobody was injured. '.repeat(20)}`, 'More.'),
  )
  const { text } = await agency.get('/')
  const [, says = ''] = /class="lead">[^]*?<p class="standfirst">([^<]+)</.exec(text) ?? []
  assert.ok(says.startsWith(first) && says.length <= 180, says)
  assert.match(says, /Nobody was injured[.]$/)
  agency.later(60)
  await agency.published(story('RAIN').headed('Rain').in('world').with({ standfirst: 'Until Friday.', urgency: 3 }))
  assert.match((await agency.get('/')).text, /class="lead">[^]*?<p class="standfirst">Until Friday[.]</)
})

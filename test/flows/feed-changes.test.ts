import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainHouse } from '../../src/config/house.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { refile } from '../../src/newsroom/refile.ts'
import { draftOf, type Draft, type Story } from '../../src/story/story.ts'
import { done, testAgency, type TestAgency } from '../agency.ts'
import { story } from '../build.ts'
import { on } from '../newsroom.ts'

const subjects = [{ code: 'medtop:20000161' }]
const feeds = ['rss', 'atom', 'feed.json']
const of = (...places: string[]) => places.flatMap((place) => feeds.map((feed) => `${place}/${feed}`))
const [site, sport, topic, ana] = ['', '/sport', '/topics/20000161', '/people/ana']

type Act = (agency: TestAgency, dam: Story) => Promise<unknown>
const refiled =
  (change: Partial<Draft>): Act =>
  async ({ newsroom }, dam) =>
    done(await refile(newsroom, { ...on(dam), draft: { ...draftOf(dam), ...change } }))
const notice = 'The story named the wrong dam.'

for (const [what, act, changes] of [
  ['a new headline', refiled({ headline: 'Dam holds' }), of(site, sport, topic, ana)],
  ['another address', refiled({ slug: 'dam-holds' }), of(site, sport, topic, ana)],
  ['another section', refiled({ sections: ['culture'] }), of(site, sport, topic, ana)],
  ['another topic', refiled({ subjects: [{ code: 'medtop:20000210' }] }), of(site, sport, topic, ana)],
  ['another author', refiled(byBen()), of(site, sport, topic, ana)],
  ['a withdrawal', ({ newsroom }, dam) => kill(newsroom, { ...on(dam), notice }), of(site, sport, topic, ana)],
  ['another name of the house', renamed, of(site, sport, topic, ana)],
] satisfies [string, Act, string[]][])
  test(`${what} comes to whoever asks a feed by date, and by tag`, async () => {
    await using agency = await testAgency()
    await agency.published(story('RIVER').headed('River rises').in('sport').by('Ana').with({ subjects }))
    agency.later(60)
    const dam = await agency.published(story('DAM').headed('Dam cracks').in('sport').by('Ana').with({ subjects }))
    agency.later(60)
    await tellsOf(agency, () => act(agency, dam), changes)
  })

test('a notice that has stood its time leaves a feed for whoever asks by date or tag', async () => {
  await using agency = await testAgency()
  await agency.published(story('RIVER').headed('River rises').in('sport').by('Ana').with({ subjects }))
  const dam = await agency.published(story('DAM').headed('Dam cracks').in('sport').by('Ana').with({ subjects }))
  done(await kill(agency.newsroom, { ...on(dam), notice }))
  agency.later(7 * 86_400 - 60)
  await tellsOf(agency, async () => agency.later(60), of(site, sport, topic, ana))
  for (const path of of(site, sport, topic, ana)) assert.doesNotMatch((await agency.get(path)).text, /wrong dam/, path)
})

test('whoever has a feed by its tag is not sent it again', async () => {
  await using agency = await testAgency()
  await agency.published(story('DAM').headed('Dam cracks').in('sport').by('Ana').with({ subjects }))
  for (const path of of(site, sport, topic, ana)) {
    const tag = (await agency.get(path)).headers.get('etag') ?? ''
    agency.later(60)
    assert.equal((await agency.get(path, { 'if-none-match': tag })).status, 304, path)
  }
})

/** Has readers fetch feeds, does something, and looks whether those readers hear of it whichever way they ask. */
async function tellsOf(agency: TestAgency, act: () => Promise<unknown>, paths: readonly string[]) {
  const before = await Promise.all(paths.map((path) => agency.get(path)))
  const fetched = new Date(agency.clock()).toUTCString()
  await act()
  for (const [at, path] of paths.entries()) {
    const { text, headers } = before[at]!
    const now = await agency.get(path)
    assert.equal(now.status, 200, path)
    assert.notEqual(now.text, text, `${path} changes`)
    const dated = await agency.get(path, { 'if-modified-since': headers.get('last-modified') ?? fetched })
    assert.deepEqual([dated.status, dated.text], [200, now.text], `${path} by date`)
    const tagged = await agency.get(path, { 'if-none-match': headers.get('etag') ?? '' })
    assert.deepEqual([tagged.status, tagged.text], [200, now.text], `${path} by tag`)
  }
}

async function renamed(agency: TestAgency) {
  agency.changeHouse({ ...plainHouse, name: 'Halyard' })
  agency.pages.clear()
}

/** Copy that Ben signs instead of Ana. */
function byBen(): Partial<Draft> {
  const { byline, credits } = story('DAM').by('Ben')
  return { byline: byline ?? [], credits }
}

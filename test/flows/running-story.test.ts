import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addEntry } from '../../src/newsroom/add-entry.ts'
import { correct } from '../../src/newsroom/correct.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { update } from '../../src/newsroom/update.ts'
import { transact } from '../../src/store/transact.ts'
import { replaceWords } from '../../src/story/replace.ts'
import { draftOf } from '../../src/story/story.ts'
import { plain } from '../../src/story/text.ts'
import { type TestAgency, done, testAgency } from '../agency.ts'
import { moment, story } from '../build.ts'

const dam = story('ostra-dam').headed('Ostra dam, as it happens').in('world').saying('What we know of the dam.')

async function add(agency: TestAgency, id: string, headline: string, text: string, more: { close?: boolean } = {}) {
  const { version } = await agency.now({ id })
  agency.later(60)
  const entry = { headline, copy: [{ is: 'paragraph' as const, text: plain(text) }], key: true }
  return done(await addEntry(agency.newsroom, { story: id, basedOn: version, by: 'ana', entry, ...more }))
}

/** Messages of a stream, one at each call. */
async function follow(agency: TestAgency, path: string, headers: Record<string, string> = {}) {
  const response = await agency.fetch(new Request(`https://news.example${path}`, { headers }))
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    response,
    leave: () => reader?.cancel(),
    async next(): Promise<{ id?: string; event?: string; data: string; json: () => Told } | undefined> {
      for (;;) {
        const end = text.indexOf('\n\n')
        if (end >= 0) {
          const lines = text.slice(0, end).split('\n')
          text = text.slice(end + 2)
          const of = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
          const [id, event, data] = [of('id'), of('event'), of('data')]
          if (data === undefined) continue
          return { ...(id && { id }), ...(event && { event }), data, json: () => JSON.parse(data) as Told }
        }
        const got = await reader?.read()
        if (!got || got.done) return undefined
        text += got.value
      }
    },
  }
}
type Told = {
  is: string
  added: { day: string; entry: string }[]
  mended: { anchor: string; entry: string }[]
  gone: string[]
  parts: Record<string, string>
}

test('an entry reaches page, JSON-LD, feeds, wire and search as the same item, and so does its correction', async () => {
  await using agency = await testAgency()
  const take = await agency.subscriber()
  const { id } = await agency.published(dam)
  const before = JSON.parse((await agency.get('/feed.json')).text) as { items: Item[] }
  await add(agency, id, 'Gate opened', 'The zinnober gate let out 18 million litres.')
  await add(agency, id, 'Siren sounded', 'It sounded three times.')
  const everywhere = async () => {
    const feed = JSON.parse((await agency.get('/feed.json')).text) as { items: Item[] }
    const { items } = await take()
    const page = (await agency.get('/2026/11/25/ostra-dam')).text
    return {
      page,
      feed,
      wire: JSON.stringify(items.at(-1)),
      rss: (await agency.get('/rss')).text,
      atom: (await agency.get('/atom')).text,
      found: (await agency.get('/search?q=zinnober')).text,
    }
  }
  const first = await everywhere()
  assert.equal(first.feed.items.length, 1)
  assert.equal(first.feed.items[0]?.id, before.items[0]?.id)
  assert.notEqual(first.feed.items[0]?.date_modified, before.items[0]?.date_modified)
  for (const text of [first.page, first.wire, first.rss, first.atom, first.feed.items[0]?.content_html ?? '']) {
    assert.match(text, /18 million litres/)
    assert.ok(text.indexOf('Siren sounded') < text.indexOf('18 million'), 'the newest stands first')
    assert.match(text, /ostra-dam#entry-1|id="entry-1"/)
  }
  assert.match(first.found, /ostra-dam/)
  assert.doesNotMatch(first.page, /id="so-far"/, 'entries are no steps of the story so far')
  const [, json = ''] = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(first.page) ?? []
  const data = JSON.parse(json) as { '@type': string[]; coverageStartTime: string; liveBlogUpdate: Posting[] }
  assert.deepEqual(data['@type'], ['NewsArticle', 'LiveBlogPosting'])
  assert.equal(data.coverageStartTime, '2026-11-25T10:01:00+00:00')
  assert.deepEqual(data.liveBlogUpdate, [
    {
      '@type': 'BlogPosting',
      headline: 'Siren sounded',
      datePublished: '2026-11-25T10:02:00+00:00',
      articleBody: 'It sounded three times.',
      url: 'https://news.example/2026/11/25/ostra-dam#entry-2',
    },
    {
      '@type': 'BlogPosting',
      headline: 'Gate opened',
      datePublished: '2026-11-25T10:01:00+00:00',
      articleBody: 'The zinnober gate let out 18 million litres.',
      url: 'https://news.example/2026/11/25/ostra-dam#entry-1',
    },
  ])
  const wrong = await agency.now({ id })
  const draft = replaceWords(draftOf(wrong), [['18 million', '1.8 million']])
  const corrections = [{ wrong: '18 million', right: '1.8 million' }]
  done(await correct(agency.newsroom, { story: id, basedOn: wrong.version, by: 'ben', draft, corrections }))
  const mended = await everywhere()
  for (const text of [mended.page, mended.wire, mended.rss, mended.atom]) {
    assert.match(text, /1\.8 million litres/)
    assert.doesNotMatch(text, /[^.]18 million litres/)
  }
})

test('a stream brings what is new, mended and closed to a page of any version, also what another process let out', async () => {
  await using agency = await testAgency()
  const { id } = await agency.published(dam)
  await add(agency, id, 'Gate opened', '18 million went.')
  const { version } = await agency.now({ id })
  const page = (await agency.get('/2026/11/25/ostra-dam')).text
  assert.ok(page.includes(`data-live="/live/${id}?since=${version}"`))
  const stream = await follow(agency, `/live/${id}?since=${version}`)
  assert.equal(stream.response.headers.get('content-type'), 'text/event-stream')
  assert.equal(stream.response.headers.get('cache-control'), 'no-store')

  // Nothing in this process knows of it but by the database.
  const elsewhere = { ...agency.newsroom, transact: transact(agency.database) }
  const copy = [{ is: 'paragraph' as const, text: plain('It <sounded>.') }]
  done(await addEntry(elsewhere, { story: id, basedOn: version, by: 'ben', entry: { headline: 'Siren', copy } }))
  const added = await stream.next()
  assert.equal(added?.id, String(version + 1))
  const news = added.json()
  assert.equal(news.is, 'live')
  assert.equal(news.added.length, 1)
  assert.match(news.added[0]?.entry ?? '', /^<article class="entry" id="entry-2">/)
  assert.match(news.added[0]?.entry ?? '', /It &lt;sounded&gt;\./)
  assert.ok((await agency.get('/2026/11/25/ostra-dam')).text.includes(news.added[0]?.entry ?? '?'), 'the same markup')
  assert.deepEqual(news.mended, [])

  const wrong = await agency.now({ id })
  const draft = replaceWords(draftOf(wrong), [['18 million', '1.8 million']])
  const corrections = [{ wrong: '18 million', right: '1.8 million' }]
  done(await correct(agency.newsroom, { story: id, basedOn: wrong.version, by: 'ben', draft, corrections }))
  const mended = (await stream.next())?.json()
  assert.deepEqual(mended?.added, [])
  assert.deepEqual(
    mended?.mended.map(({ anchor }) => anchor),
    ['entry-1'],
  )
  assert.match(mended?.parts['.mended'] ?? '', /1\.8 million/)

  const late = await follow(agency, `/live/${id}?since=${version - 1}`, { 'Last-Event-ID': String(version) })
  const all = (await late.next())?.json()
  assert.deepEqual([all?.added.length, all?.mended.length], [1, 1])
  await late.leave()

  await add(agency, id, 'Over', 'The gates are shut.', { close: true })
  const closed = (await stream.next())?.json()
  assert.equal(closed?.is, 'closed')
  assert.equal(closed?.added.length, 1)
  assert.equal(await stream.next(), undefined)
  const now = await agency.now({ id })
  assert.equal((await agency.get(`/live/${id}?since=${now.version}`)).status, 204)
  assert.doesNotMatch((await agency.get('/2026/11/25/ostra-dam')).text, /data-live/)
})

test('a stream never brings what is embargoed or killed, and ends when the story is withdrawn', async () => {
  await using agency = await testAgency()
  const { id } = await agency.published(dam)
  await add(agency, id, 'Gate opened', 'It opened.')
  const { version, ...now } = await agency.now({ id })
  const stream = await follow(agency, `/live/${id}?since=${version}`)
  const secret = { ...draftOf({ ...now, version }), headline: 'Secret', embargo: { until: moment('2026-11-25 11:00') } }
  const held = done(await update(agency.newsroom, { story: id, basedOn: version, by: 'ana', draft: secret }))
  const notice = 'It was wrong.'
  done(await kill(agency.newsroom, { story: id, basedOn: held.version, by: 'ana', notice }))
  const message = await stream.next()
  assert.equal(message?.event, 'withdrawn')
  assert.equal(message.data, '')
  assert.equal(await stream.next(), undefined)
  assert.equal((await agency.get(`/live/${id}?since=1`)).status, 404)
  assert.equal((await agency.get('/2026/11/25/ostra-dam')).status, 410)
})

test('the newest fifty stand on the page, and all others behind a link that needs no script', async () => {
  await using agency = await testAgency()
  const at = moment('2026-11-25 09:00')
  const entries = Array.from({ length: 120 }, (_, n) => ({
    anchor: `entry-${n + 1}`,
    at,
    headline: `Entry ${n + 1}.`,
    copy: [],
    ...(n === 4 ? { key: true } : {}),
  }))
  await agency.published(dam.with({ running: { is: 'live', given: 120, entries }, copy: [] }))
  const ids = (text: string) => [...text.matchAll(/id="(entry-\d+)"/g)].map(([, id]) => id)
  let path = '/2026/11/25/ostra-dam'
  const seen: (string | undefined)[] = []
  for (let page = 0; page < 3; page++) {
    const { status, text } = await agency.get(path)
    assert.equal(status, 200)
    seen.push(...ids(text))
    assert.match(text, /<link rel="canonical" href="https:\/\/news\.example\/2026\/11\/25\/ostra-dam">/)
    assert.equal(/data-live/.test(text), page === 0)
    if (page === 0) assert.match(text, /href="\/2026\/11\/25\/ostra-dam\?before=entry-6#entry-5"/)
    path = /href="([^"]*\?before=entry-\d+)"/.exec(text)?.[1] ?? ''
  }
  assert.equal(path, '')
  assert.deepEqual(seen, entries.map(({ anchor }) => anchor).toReversed())
})

test('an agency that closes ends the streams of its readers', async () => {
  const agency = await testAgency()
  const { id } = await agency.published(dam)
  await add(agency, id, 'Gate opened', 'It opened.')
  const stream = await follow(agency, `/live/${id}?since=3`)
  await agency[Symbol.asyncDispose]()
  assert.equal(await stream.next(), undefined)
})

type Item = { id: string; date_modified: string; content_html: string }
type Posting = { headline: string }

test('one reader cannot take the streams of all others, whom a trusted proxy tells apart', async () => {
  await using agency = await testAgency({ trustedProxies: ['127.0.0.1'] })
  const { id } = await agency.published(dam)
  await add(agency, id, 'Gates', 'The gates were opened.')
  const address = `http://127.0.0.1:${await agency.listen()}/live/${id}?since=9999`
  const leaving = new AbortController()
  const opened: Response[] = [] // one that nobody holds is closed
  const open = async (client: string) => {
    const response = await fetch(address, { signal: leaving.signal, headers: { 'X-Forwarded-For': client } })
    opened.push(response)
    return response.status
  }
  for (let n = 0; n < 50; n++) assert.equal(await open('203.0.113.7'), 200)
  assert.equal(await open('203.0.113.7'), 429)
  assert.equal(await open('198.51.100.1, 203.0.113.7'), 429, 'what he says himself is not believed')
  assert.equal(await open('203.0.113.8'), 200)
  leaving.abort()
  const stream = await follow(agency, `/live/${id}?since=9999`)
  await add(agency, id, 'Water', 'The water rises.')
  assert.match((await stream.next())?.data ?? '', /The water rises/)
  await stream.leave()
})

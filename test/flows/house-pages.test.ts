import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type House, plainHouse } from '../../src/config/house.ts'
import { kill } from '../../src/newsroom/kill.ts'
import { update } from '../../src/newsroom/update.ts'
import { draftOf } from '../../src/story/story.ts'
import { done, testAgency } from '../agency.ts'
import { story } from '../build.ts'

const house: House = {
  ...plainHouse,
  name: 'Halyard & Sons',
  mark: 'Éclair',
  languages: ['en', 'ar'],
  colours: { day: '#0057b7', night: '#ffd700' },
  bureaux: [{ name: 'Kessary', names: { ar: 'كيساري' }, country: 'AT', zone: 'Europe/Vienna' }],
  contact: 'desk@halyard.example',
}

const found = (text: string, shape: RegExp) => [...text.matchAll(shape)].map(([, one]) => one)

test('a place has everything that was filed from it, under whatever name, and its clock', async () => {
  await using agency = await testAgency({ house })
  await agency.published(story('DAM').headed('The dam is open').from('KESSARY'))
  await agency.published(story('DAM-AR').headed('فتح السد').from('كيساري').written('ar'))
  const other = await agency.published(story('BANK').headed('The bank is shut').from('Wien'))
  const place = await agency.get('/places/kessary')
  assert.equal(place.status, 200)
  assert.match(place.text, /<h1><span class="place">Kessary<\/span><\/h1>/)
  assert.match(place.text, /2 stories/)
  assert.match(place.text, /Austria/)
  assert.match(place.text, /CET \(GMT\+1\)/)
  assert.match(place.text, /Also: <span[^>]*>كيساري/)
  assert.match(place.text, /The dam is open/)
  assert.match(place.text, /فتح السد/)
  assert.doesNotMatch(place.text, /The bank is shut/)

  for (const [asked, stands] of [
    ['/places/كيساري', '/places/kessary'],
    ['/places/wien', '/places/vienna'],
  ] as const) {
    const moved = await agency.get(encodeURI(asked))
    assert.equal(moved.status, 301, asked)
    assert.equal(new URL(moved.headers.get('location')!).pathname, stands)
  }
  assert.match((await agency.get('/places/vienna')).text, /The bank is shut/)
  assert.match((await agency.get('/2026/11/25/bank')).text, /<a class="place" href="\/places\/wien">Wien<\/a>/)

  done(await kill(agency.newsroom, { story: other.id, basedOn: other.version, by: 'ana', notice: 'Wrong.' }))
  assert.equal((await agency.get('/places/vienna')).status, 404)
  assert.equal((await agency.get('/places/atlantis')).status, 404)
})

test('a place of the house has its page and clock before anything was filed from there', async () => {
  await using agency = await testAgency({ house })
  const place = await agency.get('/places/kessary')
  assert.equal(place.status, 200)
  assert.match(place.text, /CET \(GMT\+1\)/)
  assert.match(place.text, /Nothing has been published here yet\./)
})

test('a page without pictures has every word, is small, and search engines are sent to the whole one', async () => {
  await using agency = await testAgency({ house })
  const words = 'The lake was falling by eleven centimetres an hour at midday, twice as fast as on Monday. '
  await agency.published(
    story('DAM')
      .headed('The dam is open')
      .from('KESSARY')
      .by('Ana')
      .in('world')
      .saying(...Array.from({ length: 20 }, () => words.repeat(2))),
  )
  const lite = await agency.get('/lite/2026/11/25/dam')
  assert.equal(lite.status, 200)
  assert.ok(lite.text.split(/\s+/).length > 600)
  assert.ok(Buffer.byteLength(lite.text) < 15_000, `${Buffer.byteLength(lite.text)} bytes`)
  assert.doesNotMatch(lite.text, /<(img|picture|script)/)
  assert.doesNotMatch(
    lite.text,
    /noindex/,
    'what search engines shall count for the whole page they may not be told to forget',
  )
  assert.match(lite.text, /<link rel="canonical" href="https:\/\/news.example\/2026\/11\/25\/dam">/)
  const front = await agency.get('/lite')
  assert.match(front.text, /href="\/lite\/2026\/11\/25\/dam"[^>]*>[^]*The dam is open/)
  assert.ok(Buffer.byteLength(front.text) < 15_000)
  assert.match((await agency.get('/lite/world')).text, /The dam is open/)
  assert.equal((await agency.get('/lite/ar')).status, 200)
  assert.equal((await agency.get('/lite/nowhere/at/all')).status, 404)
  assert.match((await agency.get('/2026/11/25/dam')).text, /href="\/lite\/2026\/11\/25\/dam"/)
  const archive = (await agency.get('/archive')).text
  assert.match(archive, /href="\/lite"/)
  assert.match(archive, /href="\/archive\/2026\/11\/25"/, 'the days of the newest year stand on it')
})

test('a list without pictures goes by the last news of each story, whose clock it prints', async () => {
  await using agency = await testAgency({ house })
  const first = await agency.published(story('DAM').headed('The dam is open'))
  agency.later(600)
  await agency.published(story('RAIN').headed('Rain until Friday'))
  agency.later(600)
  const { version, ...now } = await agency.now({ id: first.id })
  const draft = { ...draftOf({ ...now, version }), standfirst: 'It was opened at noon.' }
  done(await update(agency.newsroom, { story: first.id, basedOn: version, by: 'ana', draft }))
  const { text } = await agency.get('/lite')
  assert.deepEqual(found(text, /<a href="\/lite\/2026[^"]*">(?:<span[^>]*>[^<]*<\/span> )?([^<]+)</g), [
    'The dam is open',
    'Rain until Friday',
  ])
  const page = (await agency.get('/2026/11/25/dam')).text
  const [, soFar = ''] = /id="so-far"([^]*?)<\/section>/.exec(page) ?? []
  assert.match(soFar, />Updated<[^]*>The dam is open</, 'the same headline is not read twice')
})

test('an address that never was shows the way to search and what is new', async () => {
  await using agency = await testAgency({ house })
  const nobody = await agency.get('/nothing/here')
  assert.equal(nobody.status, 404)
  assert.doesNotMatch(nobody.text, /id="latest"/)
  await agency.published(story('DAM').headed('The dam is open'))
  const page = await agency.get('/nothing/else')
  assert.match(page.text, /action="\/search"/)
  assert.match(page.text, /id="latest"[^]*The dam is open/)
})

test('a house says who it is: where, who, in which languages, how to get its copy', async () => {
  await using agency = await testAgency({ house })
  assert.doesNotMatch((await agency.get('/about')).text, /id="people"/)
  await agency.published(story('DAM').by('Ana'))
  const { text, status } = await agency.get('/about')
  assert.equal(status, 200)
  assert.deepEqual(found(text, /<section class="part" aria-labelledby="(\w+)"/g), [
    'bureaux',
    'people',
    'languages',
    'subscribe',
  ])
  assert.match(text, /href="\/people\/ana">Ana<\/a> <span class="stamp">1 story/)
  assert.match(text, /href="\/places\/kessary"/)
  assert.match(text, /mailto:desk@halyard.example/)
})

test('the sign of the house is drawn from its mark and its colours', async () => {
  await using agency = await testAgency({ house })
  for (const path of ['/icon.svg', '/favicon.ico']) {
    const { status, text, headers } = await agency.get(path)
    assert.equal(status, 200)
    assert.match(headers.get('content-type') ?? '', /^image\/svg\+xml/)
    assert.match(text, />É<\/text>/)
    assert.match(text, /#0057b7[^]*#ffd700/)
  }
  assert.match((await agency.get('/')).text, /<link rel="icon" href="\/icon.svg">/)
})

test('nothing of the agency is written into the code: another house has none of the first one’s words', async () => {
  const other: House = {
    ...house,
    name: 'Ostfeuer',
    mark: 'OF',
    languages: ['de'],
    sections: [{ slug: 'hafen', name: { de: 'Hafen' } }],
    bureaux: [],
  }
  await using agency = await testAgency({ house: other })
  await agency.published(story('KAI').headed('Der Kai ist gesperrt').written('de').in('hafen'))
  for (const path of [
    '/',
    '/hafen',
    '/2026/11/25/kai',
    '/about',
    '/search',
    '/archive',
    '/corrections',
    '/lite',
    '/nichts',
  ]) {
    const { text } = await agency.get(path)
    assert.doesNotMatch(text.replace(/<style>[^]*?<\/style>/g, ''), /Dateline|Halyard|World|#a3145c/, path)
    assert.match(text, /<html lang="de"/, path)
  }
})

test('what the house says is in the language of the edition, or marked as what it is', async () => {
  const passages = [{ heading: 'Who says so', paragraphs: ['Every statement has a name.'] }]
  const arabic = [{ heading: 'من يقول ذلك', paragraphs: ['كل قول يحمل اسم قائله.'] }]
  await using agency = await testAgency({
    house: {
      ...house,
      languages: ['en', 'ar', 'de'],
      tagline: 'What happened',
      sections: [{ slug: 'world', name: { en: 'World', de: 'Welt' } }],
      standards: passages,
      passages: { en: { standards: passages }, ar: { standards: arabic } },
      ownership: [{ heading: '', paragraphs: ['We own ourselves.'] }],
    },
  })
  const at = async (path: string) => (await agency.get(path)).text
  const [english, inArabic, german] = await Promise.all(['/standards', '/ar/standards', '/de/standards'].map(at))
  assert.match(english!, /<h2 id="rule-1">Who says so<\/h2>\n<p>Every statement/)
  assert.match(inArabic!, /<html lang="ar" dir="rtl">/)
  assert.match(inArabic!, /<h2 id="rule-1">من يقول ذلك<\/h2>\n<p>كل قول/)
  assert.match(inArabic!, /<p lang="en" dir="ltr">We own ourselves\./)
  assert.match(inArabic!, /<a href="\/ar\/world" lang="en" dir="ltr">World<\/a>/)
  assert.match(inArabic!, / – <span lang="en" dir="ltr">What happened<\/span>/)
  assert.match(inArabic!, /<a href="\/ar\/about">/)
  assert.match(german!, /<a href="#rule-1"><span lang="en">Who says so<\/span><\/a>/)
  assert.match(german!, /<h2 id="rule-1" lang="en">Who says so<\/h2>\n<p lang="en">Every statement/)
  assert.match(german!, /<link rel="alternate" hreflang="ar" href="https:\/\/news.example\/ar\/standards">/)
  assert.match(german!, /<link rel="canonical" href="https:\/\/news.example\/de\/standards">/)
  assert.match(await at('/ar/about'), /<h1>Halyard &amp; Sons<\/h1>\n<p class="standfirst" lang="en" dir="ltr">/)
  assert.equal((await agency.get('/fr/standards')).status, 404)
})

test('yesterday is the day before on the calendar, around both changes of the clocks too', async () => {
  await using agency = await testAgency({ house: { ...house, zone: 'Europe/Vienna' } })
  let at = Date.parse('2026-11-25T10:00:00Z')
  for (const [now, day] of [
    ['2026-03-29T22:30:00Z', '2026/03/29'],
    ['2026-10-25T22:30:00Z', '2026/10/24'],
  ] as const) {
    agency.later((Date.parse(now) - at) / 1000)
    at = Date.parse(now)
    assert.match((await agency.get('/about')).text, new RegExp(`href="/archive/${day}">Yesterday`))
  }
})

import { createAgency } from '../../src/agency.ts'
import { makeKey } from '../../src/delivery/keys.ts'
import { openGround } from '../../src/ground.ts'
import { file } from '../../src/newsroom/file.ts'
import { publish } from '../../src/newsroom/publish.ts'
import { house } from '../../test/browser/house.ts'
import { type Publish, type Published, type Ready, sharedClock } from './agency.ts'
import { answerBench, given } from './child.ts'
import { act, fill, shortStory } from './copy.ts'

/** The process of an agency that the bench puts questions to; see `startAgency`. */
const { dataFolder, pageCache } = given() as { dataFolder: string; pageCache?: number }
const config = {
  port: 0,
  host: '127.0.0.1',
  dataFolder,
  url: 'https://halyard.example',
  trustedProxies: [],
  demo: false,
  ...(pageCache === undefined ? {} : { pageCache }),
}
const staff = [
  { id: 'ilse', name: 'Ilse Marrable', role: 'editor' as const },
  { id: 'tomas', name: 'Tomas Reyne', role: 'editor' as const },
  { id: 'piet', name: 'Piet Larkin', role: 'editor' as const },
]

await using ground = await openGround(config, { serving: config.url, house: { house, staff } })
const story = await fill(ground)
await using agency = await createAgency(ground)
const port = await agency.listen()
const made = await makeKey(ground.database, { name: 'Bench', scopes: ['wire'], embargoed: false })
if ('refused' in made || !ground.embedded) throw new Error('the bench cannot be set up')
const ready: Ready = {
  base: `http://127.0.0.1:${port}`,
  pages: { story, front: '/', section: '/politics', feed: '/rss' },
  connect: ground.embedded.connect,
  key: made.key,
}
await answerBench(ready, async (question): Promise<Published> => {
  const { publish: number } = question as Publish
  const filed = await act(file(ground.newsroom, { draft: shortStory(number), by: 'ilse' }))
  const path = (await ground.pathOf(filed.story)) ?? pathToday(number)
  const began = sharedClock()
  await act(publish(ground.newsroom, { ...filed, by: 'piet' }))
  return { began, done: sharedClock(), path, headline: shortStory(number).headline }
})

function pathToday(number: number): string {
  const today = ground.newsroom.clock().local.slice(0, 10).replaceAll('-', '/')
  return `/${today}/${shortStory(number).slug}`
}

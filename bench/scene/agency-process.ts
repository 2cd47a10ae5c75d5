import { createAgency } from '../../src/agency.ts'
import { makeKey } from '../../src/delivery/keys.ts'
import { openGround } from '../../src/ground.ts'
import { file } from '../../src/newsroom/file.ts'
import { publish } from '../../src/newsroom/publish.ts'
import { house } from '../../test/browser/house.ts'
import { type Filed, type Published, type Ready, sharedClock } from './agency.ts'
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
let filed: { story: string; basedOn: number } | undefined
await answerBench(ready, async (question): Promise<Filed | Published> => {
  if ('file' in question) {
    filed = await act(file(ground.newsroom, { draft: shortStory(Number(question.file)), by: 'ilse' }))
    return { path: (await ground.pathOf(filed.story)) ?? '' }
  }
  const began = sharedClock()
  await act(publish(ground.newsroom, { ...filed!, by: 'piet' }))
  return { began, done: sharedClock() }
})

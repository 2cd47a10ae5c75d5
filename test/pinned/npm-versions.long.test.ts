import assert from 'node:assert/strict'
import { chown, cp, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkout, ground, serverIn, start } from './ground.ts'

// A fresh machine has any of these; the registry must be within reach.
const versions = ['9', '10', '11', '12']

for (const version of versions) {
  test(`npm ${version}: npm ci prints no warning, and the agency runs on its own Node and PostgreSQL`, async (context) => {
    await using place = await ground()
    const project = join(place.root, 'Büro für Nachrichten')
    await copyCheckout(project)
    const home = join(place.root, 'home')
    await mkdir(home)
    const env = { ...bare(), HOME: home, npm_config_cache: join(place.root, 'cache') }
    const tool = start(
      'npm',
      ['install', '--no-save', '--prefix', join(place.root, 'npm'), '--fetch-retries=0', `npm@${version}`],
      {
        env,
        cwd: place.root,
      },
    )
    if ((await tool.ended()) !== 0) return context.skip(`npm ${version} cannot be fetched here`)
    const npm = join(place.root, 'npm/node_modules/.bin/npm')

    const ci = start(npm, ['ci'], { cwd: project, env })
    assert.equal(await ci.ended(), 0, ci.output())
    assert.doesNotMatch(ci.output(), /warn|deprecat|error|fund|vulnerab|notice/i)
    assert.ok(ci.output().trim().split('\n').length <= 2, ci.output())

    const node = start('sh', ['bin/pinned', 'node', '--version'], { cwd: project, env })
    await node.ended()
    assert.match(node.output(), /^v26\./)

    const script = ['bin/pinned', 'node', 'test/pinned/small-agency.ts', 'data', 'http://localhost:8080']
    const live = async (as: { uid?: number; gid?: number } = {}): Promise<void> => {
      const agency = start('sh', script, { cwd: project, env, ...as })
      await agency.says(/^ready /m)
      agency.child.kill('SIGTERM')
      assert.equal(await agency.ended(), 0, agency.output())
      assert.equal(await serverIn(join(project, 'data')), undefined)
      await rm(join(project, 'data'), { recursive: true })
    }
    if (process.getuid?.() === 0) {
      // An ordinary user first, who may make the data folder and must not write into root's packages.
      await chown(project, 65534, 65534)
      await live({ uid: 65534, gid: 65534 })
      await chown(project, 0, 0)
    }
    await live()
    context.diagnostic(`npm ${version} said: ${ci.output().trim().replaceAll('\n', ' | ')}`)
  })
}

/** What a clone has, as the files lie now: everything but what is made on the machine. */
async function copyCheckout(to: string): Promise<void> {
  await mkdir(to)
  for (const name of await readdir(checkout)) {
    if (!['node_modules', '.git', 'data'].includes(name))
      await cp(join(checkout, name), join(to, name), { recursive: true })
  }
}

/** The environment without what the npm that runs this test put into it. */
function bare(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_(?!config_(registry|cafile))|INIT_CWD)/i.test(name)),
  )
}

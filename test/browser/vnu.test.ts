import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sharedWorld } from './world.ts'

const jar = 'node_modules/vnu-jar/build/dist/vnu.jar'
const missing =
  spawnSync('java', ['-version']).status === 0
    ? false
    : 'it needs a Java: apt-get install default-jre-headless brings one'

test('the Nu Html Checker finds nothing on any kind of page', { skip: missing }, async () => {
  const { fetch, pages } = await sharedWorld()
  const folder = await mkdtemp(join(tmpdir(), 'vnu-'))
  try {
    let number = 0
    for (const [name, path] of Object.entries(pages)) {
      const file = `${String(++number).padStart(2, '0')}-${name.replaceAll(/\W+/g, '-')}.html`
      await writeFile(join(folder, file), await (await fetch(path)).text())
    }
    const { stderr } = spawnSync('java', ['-Xss2m', '-jar', jar, '--format', 'json', '--skip-non-html', folder], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    })
    const { messages } = JSON.parse(stderr) as {
      messages: { type: string; url: string; message: string; extract?: string }[]
    }
    const said = messages
      .filter(({ type }) => type !== 'info')
      .map(({ url, message, extract }) => `${url.split('/').at(-1)}: ${message} (${extract ?? ''})`)
    assert.deepEqual(said, [])
    assert.ok(number > 10, 'it saw every kind of page')
  } finally {
    await rm(folder, { recursive: true })
  }
})

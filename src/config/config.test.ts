import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { ConfigError, type Flags, toConfig, warnings } from './config.ts'
import { readEnv } from './env.ts'

const folder = mkdtempSync(join(tmpdir(), 'dl-config-'))
after(() => rmSync(folder, { recursive: true }))

test('nothing set is an agency for this machine alone, with a database of its own', () => {
  assert.deepEqual(read({}), {
    port: 8080,
    host: '127.0.0.1',
    dataFolder: resolve('data'),
    url: 'http://localhost:8080',
    urlIsGuess: true,
    trustedProxies: [],
    pageCache: 64 * 1_048_576,
    demo: true,
  })
})

test('flags win over the environment, and that over the settings file', () => {
  const file = settings('port: 1111\nhost: 0.0.0.0\ndata: /srv/news\ntrustedProxies: [10.0.0.0/8, "::1"]\n')
  const config = read({ DATELINE_CONFIG: file, PORT: '2222', HOST: '127.0.0.2' }, { port: '3333' })
  assert.deepEqual([config.port, config.host, config.dataFolder], [3333, '127.0.0.2', '/srv/news'])
  assert.deepEqual(config.trustedProxies, ['10.0.0.0/8', '::1'])
  assert.equal(read({ DATELINE_CONFIG: file }).port, 1111)
})

test('demonstration stories go into the agency’s own empty database, and nowhere else', () => {
  assert.equal(read({}).demo, true)
  assert.equal(read({}, { empty: true }).demo, false)
  assert.equal(read({ DATABASE_URL: 'postgres://ana@db.example/news' }).demo, false)
})

test('everything that is wrong is said at once, each with its setting, and no password among it', () => {
  const file = settings('prot: 8080\nhost: [a, b]\n')
  const complaints = refused({
    DATELINE_CONFIG: file,
    PORT: '80000',
    HOST: 'http://here',
    DATELINE_URL: 'https://news.example/path',
    DATABASE_URL: 'mysql://ana:secret@db.example/news',
    TRUSTED_PROXIES: '10.0.0.0/99, proxy',
    PAGE_CACHE: '64 MB',
    CDN_PURGE: 'http://127.0.0.1:6081/ varnish:6081',
  })
  for (const said of [
    'prot in',
    'host in',
    'PORT is',
    'HOST is',
    'DATELINE_URL is',
    'DATABASE_URL is',
    '“10.0.0.0/99”',
    '“proxy”',
    '“64 MB”',
    '“varnish:6081”',
  ]) {
    assert.ok(
      complaints.some((line) => line.includes(said)),
      `${said} in ${complaints.join(' ')}`,
    )
  }
  assert.equal(complaints.length, 10)
  assert.doesNotMatch(complaints.join(' '), /secret/)
})

test('a settings file that is named and not there, or is no YAML, is complained about', () => {
  assert.match(refused({ DATELINE_CONFIG: join(folder, 'none.yaml') }).join(), /none\.yaml cannot be read/)
  assert.match(refused({ DATELINE_CONFIG: settings('port: [') }).join(), /is not YAML/)
  assert.match(refused({ DATELINE_CONFIG: settings('- port') }).join(), /one setting a line/)
  assert.equal(read({ DATELINE_CONFIG: settings('# nothing yet\n') }).port, 8080)
})

test('a flag without a value is refused like any other', () => {
  assert.match(refused({}, { port: '' }).join(), /--port is not a port/)
})

test('a socket’s address is a database address', () => {
  for (const url of [
    'postgres://ana@%2Frun%2Fpg/news',
    'postgresql:///news?host=/run/pg',
    'postgres://ana@/news?host=/run/pg',
  ])
    assert.equal(read({ DATABASE_URL: url }).databaseUrl, url)
})

test('what works and is unwise gets a sentence at start', () => {
  const said = (env: NodeJS.ProcessEnv): string => warnings(read(env)).join(' ')
  assert.equal(said({}), '')
  assert.equal(said({ HOST: '::1' }), '')
  assert.match(said({ HOST: '0.0.0.0' }), /HOST is 0\.0\.0\.0.*TLS/)
  assert.equal(said({ HOST: '0.0.0.0', DATELINE_URL: 'https://news.example', TRUSTED_PROXIES: '10.0.0.1' }), '')
  assert.match(said({ DATELINE_URL: 'https://news.example' }), /TRUSTED_PROXIES is empty/)
  assert.match(said({ DATELINE_URL: 'http://127.0.0.1:8080' }), /passkeys/)
  assert.match(said({ DATELINE_URL: 'http://localhost:81' }), /listens on port 8080/)
})

let files = 0
function settings(text: string): string {
  const path = join(folder, `${files++}.yaml`)
  writeFileSync(path, text)
  return path
}

function read(env: NodeJS.ProcessEnv, flags?: Flags) {
  return toConfig(readEnv(env), flags)
}

function refused(env: NodeJS.ProcessEnv, flags?: Flags): readonly string[] {
  try {
    read(env, flags)
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    return error.complaints
  }
  throw new Error('it was taken')
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { found } from '../measure/processes.ts'
import { type Sent } from './peer.ts'

export type FrontServer = AsyncDisposable & { base: string; pid: number }

/** nginx with the same headers and bytes as a file, or nothing when it is not installed. */
export async function startNginx({ headers, body }: Sent): Promise<FrontServer | undefined> {
  const program = found('nginx')
  if (!program) return undefined
  const { folder, port, remove } = await place()
  const named = headers.flatMap((name, at) => (at % 2 ? [] : [[name, headers[at + 1] ?? ''] as const]))
  const type = named.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const added = named
    .filter(([name]) => !/^(content-type|content-length)$/i.test(name))
    .map(([name, value]) => `add_header ${name} ${JSON.stringify(value)};`)
  await writeFile(join(folder, 'page'), body)
  await writeFile(
    join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} worker_processes 1; pid ${folder}/pid; error_log stderr crit; daemon off;
events { worker_connections 256; }
http { access_log off; etag off; sendfile on; open_file_cache max=10; keepalive_requests 10000000; types {}
  client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder}; uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
  server { listen 127.0.0.1:${port}; location / { default_type ${JSON.stringify(type)}; root ${folder}; try_files /page =404; ${added.join(' ')} } } }`,
  )
  return running(spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' }), port, remove)
}

/** Varnish that keeps what a server behind it sends, or nothing when it is not installed. */
export async function startVarnish(behind: string): Promise<FrontServer | undefined> {
  const program = found('varnishd')
  if (!program) return undefined
  const { folder, port, remove } = await place()
  const { hostname, port: at } = new URL(behind)
  await writeFile(
    join(folder, 'page.vcl'),
    `vcl 4.1; backend default { .host = "${hostname}"; .port = "${at}"; }
sub vcl_recv { return (hash); } sub vcl_backend_response { set beresp.ttl = 1h; return (deliver); }`,
  )
  const own = ['-n', join(folder, 'work'), '-a', `127.0.0.1:${port}`, '-f', join(folder, 'page.vcl')]
  const few = ['-s', 'malloc,32m', '-p', 'http_gzip_support=off', '-p', 'thread_pools=1']
  return running(spawn(program, ['-F', ...own, ...few], { stdio: 'ignore' }), port, remove)
}

async function running(
  child: ChildProcess,
  port: number,
  remove: () => Promise<void>,
): Promise<FrontServer | undefined> {
  const ended = once(child, 'exit')
  const base = `http://127.0.0.1:${port}`
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
    await remove()
  }
  for (let tries = 0; tries < 200 && child.exitCode === null; tries++) {
    if ((await fetch(base).catch(() => undefined))?.ok)
      return { base, pid: child.pid ?? 0, [Symbol.asyncDispose]: stop }
    await wait(50)
  }
  await stop()
  return undefined
}

async function place(): Promise<{ folder: string; port: number; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'))
  await chmod(folder, 0o755) // both give up root when they have it
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return { folder, port, remove: () => rm(folder, { recursive: true, force: true }) }
}

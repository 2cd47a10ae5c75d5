import { setTimeout as wait } from 'node:timers/promises'
import { type Answer, median } from './measure/figures.ts'
import { type Leg, load, loaderAdvice } from './measure/load.ts'
import { cpuSeconds, family } from './measure/processes.ts'
import { startAgency } from './scene/agency.ts'
import { startNginx, startVarnish } from './scene/front-servers.ts'
import { get, startBytes } from './scene/peer.ts'

const rounds = 5

/**
 * What does a cached story page cost beside bare `node:http` that sends the same status, headers and bytes? Requests a second
 * and processor time a request, medians of five interleaved rounds; nginx and Varnish with the same bytes for comparison.
 */
export async function run(): Promise<Answer> {
  await using agency = await startAgency()
  const { base, pages } = agency.ready
  // What is wanted again is squeezed further, and only then are the bytes those that are sent from then on.
  for (let time = 0; time < 3; time++) await get(base + pages.story).then(() => wait(500))
  const story = await get(base + pages.story)
  await using bare = await startBytes(story)
  await using nginx = await startNginx(story)
  await using varnish = await startVarnish(bare.ready.base)
  const front = (pid: number) => async () => cpuSeconds(family(pid))
  const peers = [
    { name: 'agency', url: base + pages.story, cpu: agency.cpu },
    { name: 'bare', url: bare.ready.base, cpu: bare.cpu },
    ...(nginx ? [{ name: 'nginx', url: nginx.base, cpu: front(nginx.pid) }] : []),
    ...(varnish ? [{ name: 'varnish', url: varnish.base, cpu: front(varnish.pid) }] : []),
  ]
  const seen: Record<string, (Leg & { cpu: number })[]> = {}
  for (const { url } of peers) await load(url, { seconds: 1 })
  for (let round = 0; round < rounds; round++)
    for (const { name, url, cpu } of peers) {
      const before = await cpu()
      const leg = await load(url)
      ;(seen[name] ??= []).push({ ...leg, cpu: (((await cpu()) - before) / leg.requests) * 1e6 })
    }
  const ratio = (name: string, of: 'perSecond' | 'cpu') =>
    median(seen['agency']!.map((leg, at) => leg[of] / (seen[name]?.[at]?.[of] ?? Number.NaN)))
  const rate = (name: string) => median((seen[name] ?? []).map(({ perSecond }) => perSecond))
  const cost = (name: string) => median((seen[name] ?? []).map(({ cpu }) => cpu))
  const both = (name: string) =>
    `${Math.round(rate('agency')).toLocaleString('en')}/s and ${cost('agency').toFixed(1)} µs; ${name} ${Math.round(rate(name)).toLocaleString('en')}/s and ${cost(name).toFixed(1)} µs`
  return [
    ...loaderAdvice,
    {
      figure: 'cached story page, requests/s of bare node:http',
      value: ratio('bare', 'perSecond'),
      unit: '×',
      least: 0.9,
      beside: both('bare'),
    },
    {
      figure: 'cached story page, processor a request of bare node:http',
      value: ratio('bare', 'cpu'),
      unit: '×',
      limit: 1.15,
    },
    ...(nginx
      ? [
          {
            figure: 'cached story page, requests/s of nginx',
            value: ratio('nginx', 'perSecond'),
            unit: '×',
            beside: both('nginx'),
          },
        ]
      : ['nginx is not installed or did not start: apt-get install nginx']),
    ...(varnish
      ? [
          {
            figure: 'cached story page, requests/s of Varnish',
            value: ratio('varnish', 'perSecond'),
            unit: '×',
            beside: both('varnish'),
          },
        ]
      : ['Varnish is not installed or did not start: apt-get install varnish']),
  ]
}

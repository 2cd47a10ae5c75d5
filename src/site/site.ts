import { Hono } from 'hono'
import { type House } from '../config/house.ts'
import { log } from '../log.ts'
import { type Views } from '../store/views/views.ts'
import { namesNul } from '../web/address.ts'
import { type Answer, plainHeaders } from '../web/respond.ts'
import { wordsFor } from '../words/words.ts'
import { answerFault, answerPlain, answerScreen } from './answer.ts'
import { type Ask, type Screen } from './ask.ts'
import { type Assets, type Scripts } from './assets.ts'
import { newsSitemapAnswer, sitemapAnswer, sitemapIndexAnswer } from './sitemaps.ts'
import { openSearchAnswer, robotsAnswer, securityAnswer, trustAnswer } from './well-known.ts'
import { elsewhere } from './elsewhere.ts'
import { renderFault } from './gone.ts'
import { type About } from './layout.ts'
import { type On } from './lists.ts'
import { type LiveParts, live } from './live.ts'
import { chosenScreen, notFound, searchScreen, storyScreen } from './screens.ts'
import { dayScreen, monthScreen, thisDayScreen, yearScreen, yearsScreen } from './archive-screens.ts'
import { iconAnswer } from './icon.ts'
import { liteScreen } from './lite-screens.ts'
import { aboutScreen, placeScreen } from './place-screens.ts'
import { correctionsScreen, personScreen, standardsScreen } from './house-screens.ts'
import { type PictureDoor, pictureResponse, renditionResponse } from './pictures.ts'
import { editionAt, mainLanguage, routes } from './routes.ts'
import { previewScreen } from './preview-screen.ts'
import { type Previews } from './previews/previews.ts'
import { personFeedScreen } from './topic-screens.ts'

/** What the reader door needs. The house and its assets are asked for at each request: both may change while it runs. */
export type Parts = {
  views: Views
  house: () => House
  assets: () => Assets
  /** Public address without a slash at its end. */
  base: string
  /** The authority of permanent ids, fixed at the first start. */
  authority: string
  pictures: PictureDoor
  previews: Previews
  clock: () => number
  version: string
  /** By which running stories hear of news, and when their streams end; without it they have none. */
  live?: Pick<LiveParts, 'news' | 'ahead' | 'signal' | 'limits'>
}

/** From where a request comes (`web/client.ts`), where that is known. */
export type Connected = { Bindings: { client?: string | undefined } }

/**
 * The reader door: a request goes in, a page, a feed or a picture comes out, and nothing changes. What it answers depends on
 * address, encoding, clock and what is public; each answer says how long it may be kept (`web/cache.ts`).
 */
export function site(parts: Parts): Hono<Connected> {
  const app = new Hono<Connected>()
  let known: About | undefined
  /** The same value while house and assets are the same, since furniture is kept by it (`layout.ts`). */
  const aboutNow = (): About => {
    const [house, { style, scripts }] = [parts.house(), parts.assets()]
    if (known?.house !== house || known.style !== style || known.scripts !== scripts)
      known = { house, base: parts.base, authority: parts.authority, style, scripts }
    return known
  }
  /** Who speaks at an address, and in which edition. */
  const onNow = (path: string): On => {
    const about = aboutNow()
    const whole = path.startsWith(`${routes.lite}/`) ? path.slice(routes.lite.length) : path
    const language = editionAt(whole, about.house) ?? mainLanguage(about.house)
    return { about, words: wordsFor(language), language, now: parts.clock() }
  }
  const page = (path: string, screen: (ask: Ask) => Promise<Screen>) =>
    app.get(path, async (c, next) => {
      const on = onNow(c.req.path)
      const { about, now } = on
      if (c.req.param('edition') && !editionAt(c.req.path, about.house)) return next()
      const ask: Ask = {
        ...on,
        views: parts.views,
        url: new URL(c.req.url),
        param: (name) => c.req.param(name) ?? '',
      }
      const found = await screen(ask)
      if (!found && path !== '*') return next()
      const answer = found ?? (await elsewhere(ask, (request) => app.fetch(request))) ?? (await notFound(ask))
      return answerScreen(c.req.raw, answer, about, now)
    })
  /** A page that every edition has, each at an address of its own. */
  const editions = (path: string, screen: (ask: Ask) => Promise<Screen>) => {
    page(path, screen)
    page(`/:edition${path}`, screen)
  }
  const plain = (
    path: string,
    make: (about: About, now: number, param: string) => Promise<Answer | undefined>,
    name = '',
  ) =>
    app.get(path, async (c) => {
      const [about, now] = [aboutNow(), parts.clock()]
      const made = await make(about, now, name ? (c.req.param(name) ?? '') : '')
      return made ? answerPlain(c.req.raw, made, about, now) : c.notFound()
    })

  app.use(async (c, next) => (namesNul(c.req.path) ? c.notFound() : next()))
  plain(routes.health, () => health(parts))
  plain(routes.robots, async (about) => robotsAnswer(about))
  for (const path of [routes.trust, routes.trustToo]) plain(path, async (about) => trustAnswer(about))
  plain(routes.security, async (about, now) => securityAnswer(about, now))
  for (const path of [routes.icon, routes.iconToo]) plain(path, async ({ house }) => iconAnswer(house))
  plain(routes.openSearch, async (about) => openSearchAnswer(about))
  plain(routes.newsSitemap, async (about, now) => ({
    ...(await newsSitemapAnswer(about, parts.views, now)),
    until: now + 60_000, // its oldest story leaves it by the clock
  }))
  plain(routes.sitemap, (about, now) => sitemapIndexAnswer(about, parts.views, now))
  plain(
    routes.sitemapPart,
    (about, now, month) => sitemapAnswer(month.replace(/[.]xml$/, ''), about, parts.views, now),
    'month',
  )
  plain(routes.script, async ({ scripts }, _now, file) => scriptAnswer(scripts, file), 'file')
  app.get(
    routes.picture,
    async (c) => (await pictureResponse(parts.pictures, c.req.raw, c.req.param('file'))) ?? c.notFound(),
  )
  app.get(routes.rendition, async (c) => {
    return (await renditionResponse(parts.pictures, c.req.raw, c.req.param())) ?? c.notFound()
  })
  page(routes.preview, (ask) => previewScreen(ask, parts.previews))
  const streams = parts.live && live({ ...parts.live, views: parts.views, about: aboutNow, clock: parts.clock })
  app.get(routes.live, async (c) => {
    const since = Number(c.req.header('Last-Event-ID') || c.req.query('since'))
    if (!streams || !Number.isSafeInteger(since) || since < 1) return c.notFound()
    const { method } = c.req
    return streams.open(c.req.param('story'), { since, method, client: c.env?.client })
  })
  editions(routes.search, searchScreen)
  editions(routes.corrections, correctionsScreen)
  editions(routes.standards, standardsScreen)
  editions(routes.about, aboutScreen)
  editions(routes.place, placeScreen)
  for (const path of [routes.lite, routes.liteOf]) page(path, liteScreen)
  editions(routes.person, personScreen)
  page(routes.personFeed, personFeedScreen)
  editions(routes.archive, yearsScreen)
  editions(routes.archiveYear, yearScreen)
  editions(routes.archiveMonth, monthScreen)
  editions(routes.archiveDay, dayScreen)
  editions(routes.thisDay, thisDayScreen)
  page(routes.story, storyScreen)
  page('*', chosenScreen)

  app.notFound(async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
      return new Response('This address can be read and nothing else.\n', {
        status: 405,
        headers: { ...plainHeaders, Allow: 'GET, HEAD' },
      })
    const on = onNow(c.req.path)
    return answerScreen(c.req.raw, await notFound({ ...on, views: parts.views }), on.about, on.now)
  })
  app.onError((fault, c) => {
    log.error('A page could not be made.', { path: c.req.path, fault })
    const on = onNow(c.req.path)
    return answerFault(c.req.raw, renderFault(on), on.about)
  })
  return app
}

function scriptAnswer(scripts: Scripts, file: string): Answer | undefined {
  const script = Object.values(scripts).find(({ path }) => path.endsWith(`/${file}`))
  return (
    script && {
      body: script.text,
      type: 'text/javascript',
      headers: { ...plainHeaders, 'Cache-Control': 'public, max-age=31536000, immutable' },
    }
  )
}

/** For whoever watches the machine: whether it works, and nothing that should stay inside. */
async function health({ views, version }: Parts): Promise<Answer> {
  const headers = { ...plainHeaders, 'Cache-Control': 'no-store' }
  try {
    const journal = await views.journalHead()
    return { body: JSON.stringify({ database: 'answers', journal, version }), type: 'application/json', headers }
  } catch (fault) {
    log.error('The database does not answer.', { fault })
    return {
      body: JSON.stringify({ database: 'does not answer', version }),
      type: 'application/json',
      status: 503,
      headers,
    }
  }
}

import { sayAges } from './age.ts'

type News = {
  is: 'live' | 'closed'
  added: { day: string; line: string; entry: string }[]
  mended: { anchor: string; entry: string }[]
  gone: string[]
  parts: Record<string, string>
}

/** The entries of a running story come in as they are added, and what somebody is reading does not move for them. */
export function follow(list: HTMLElement): void {
  const link = document.querySelector<HTMLAnchorElement>('.fresh a')
  const { live = '', locale } = list.dataset
  const forms = JSON.parse(list.dataset['new'] ?? '{}') as Record<string, string>
  const look = link?.textContent ?? ''
  let address = live
  let source: EventSource | undefined
  let pause = 15_000
  let timer = 0
  let over = false
  const waiting: News['added'] = []

  const say = (count: number): void => {
    const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms['other'] ?? ''
    if (link) link.textContent = count ? form.replace('{n}', new Intl.NumberFormat(locale).format(count)) : look
  }
  const open = (): void => {
    if (source || over || document.hidden) return
    source = new EventSource(address)
    source.addEventListener('open', () => (pause = 15_000))
    source.addEventListener('message', ({ data, lastEventId }: MessageEvent<string>) => {
      address = live.replace(/\d+$/, lastEventId)
      take(JSON.parse(data) as News)
    })
    // It is not public any more: its address says why.
    source.addEventListener('withdrawn', () => location.reload())
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED) return // the browser tries again by itself
      shut()
      timer = window.setTimeout(open, pause)
      pause = Math.min(pause * 2, 300_000)
    })
  }
  const shut = (): void => {
    clearTimeout(timer)
    source?.close()
    source = undefined
  }

  const take = ({ is, added, mended, gone, parts }: News): void => {
    still(() => {
      for (const { anchor, entry } of mended) {
        const held = waiting.find((one) => one.entry.includes(`id="${anchor}"`))
        if (held) held.entry = entry
        replace(document.getElementById(anchor), entry)
      }
      for (const anchor of gone) document.getElementById(anchor)?.remove()
      for (const [selector, markup] of Object.entries(parts)) {
        const part = document.querySelector(`.running ${selector}`)
        if (part && made(markup).textContent !== textOf(part)) part.innerHTML = markup
      }
    })
    waiting.push(...added.filter(({ entry }) => !list.querySelector(`#${made(entry).firstElementChild?.id}`)))
    const count = waiting.length
    const { top } = list.getBoundingClientRect()
    // Whoever has the head of the list before his eyes is asked first.
    if (count && (top < 0 || top > innerHeight)) insert()
    if (count) say(count)
    if (is === 'closed') {
      over = true
      shut()
    }
    sayAges()
  }

  const insert = (): void =>
    still(() => {
      for (const { day, line, entry } of waiting.splice(0)) {
        const head = list.firstElementChild
        if (head?.querySelector('time')?.dateTime === day) head.after(made(entry))
        else list.prepend(made(line), made(entry))
      }
    })

  link?.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !(waiting.length || link.textContent !== look)) return
    event.preventDefault()
    insert()
    say(0)
    list.scrollIntoView({ block: 'nearest' })
    scrollTo({ top: scrollY + link.getBoundingClientRect().top - 16, behavior: 'instant' })
  })
  document.addEventListener('visibilitychange', () => (document.hidden ? shut() : open()))

  // An anchor of an entry that stands among the older ones.
  const wanted = Number(/^#entry-(\d+)$/.exec(location.hash)?.[1])
  if (wanted && !document.querySelector(location.hash) && document.querySelector('.running .more'))
    return location.replace(`?before=entry-${wanted + 1}${location.hash}`)
  open()
}

/** Does something to the page while what is being read stays where it is, to the pixel. */
function still(change: () => void): void {
  const held = [...document.querySelectorAll('.running .entry, .running .body > *, .running > *')]
  const read =
    held.find((one) => one.matches('.entry') && one.contains(document.activeElement) && inSight(one)) ??
    held.find((one) => one.matches('.entry') && inSight(one)) ??
    held.find(inSight)
  const before = read?.getBoundingClientRect().top
  change()
  if (!read?.isConnected || before === undefined) return
  const moved = read.getBoundingClientRect().top - before
  if (moved) scrollBy({ top: moved, behavior: 'instant' })
}

function inSight(one: Element): boolean {
  const { top, bottom } = one.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

/** The new one in place of the old, with the same thing in it under the keys. */
function replace(old: HTMLElement | null, markup: string): void {
  if (!old) return
  const at = [...old.querySelectorAll('a')].indexOf(document.activeElement as HTMLAnchorElement)
  const fresh = made(markup)
  // The element itself stays, so that whoever reads it can be kept in place.
  old.replaceChildren(...(fresh.firstElementChild?.childNodes ?? []))
  if (at >= 0) old.querySelectorAll('a')[at]?.focus({ preventScroll: true })
}

function made(markup: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = markup
  return template.content
}

/** What a part says, without the ages that were added to it. */
function textOf(part: Element): string {
  const copy = part.cloneNode(true) as Element
  for (const age of copy.querySelectorAll('.age')) {
    age.previousSibling?.remove()
    age.remove()
  }
  return copy.textContent
}

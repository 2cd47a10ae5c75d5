/**
 * Arrows, keys and a count for a strip of pictures, which scrolls, snaps and swipes by itself. The count is announced when it
 * changes. The words for the arrows come with the page (`data-back`, `data-on`).
 */
export function addArrows(strip: HTMLElement): void {
  const all = strip.children.length
  const bar = Object.assign(document.createElement('p'), { className: 'count' })
  const count = document.createElement('span')
  count.setAttribute('role', 'status')
  let now = 0
  const go = (to: number) =>
    strip.children[Math.min(Math.max(to, 0), all - 1)]?.scrollIntoView({ block: 'nearest', inline: 'start' })
  const button = (sign: string, label: string | undefined, by: number) => {
    const made = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: sign,
      ariaLabel: label ?? sign,
    })
    made.addEventListener('click', () => go(now + by))
    return made
  }
  const back = button('←', strip.dataset['back'], -1)
  const on = button('→', strip.dataset['on'], 1)
  const show = () => {
    const gone = Math.abs(strip.scrollLeft)
    const width = (strip.children[0] as HTMLElement).offsetWidth
    now = gone > strip.scrollWidth - strip.clientWidth - 8 ? all - 1 : Math.round(gone / width)
    const says = `${now + 1} / ${all}`
    if (count.textContent !== says) count.textContent = says
    // Not "disabled": whoever has come here by keyboard would lose his place at the last picture.
    back.ariaDisabled = String(now === 0)
    on.ariaDisabled = String(now === all - 1)
  }
  bar.append(back, count, on)
  strip.after(bar)
  strip.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const to = { ArrowLeft: now - 1, ArrowRight: now - 1, [forward]: now + 1, Home: 0, End: all - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    go(to)
  })
  strip.addEventListener('scroll', () => requestAnimationFrame(show), { passive: true })
  addEventListener('resize', show)
  show()
}

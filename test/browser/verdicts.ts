import { type Page } from 'playwright-core'

/**
 * What is wrong with how an open page stands, a line each: sideways scroll; text out of its box or out of the window; text
 * over text or over a picture; a picture without a box of its own. What may scroll by itself is judged inside its own box.
 */
export function verdicts(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(${judge})()`)
}

const judge = `() => {
  const root = document.documentElement
  const wide = root.clientWidth
  const faults = new Set()
  const say = (what, node) => {
    const at = node.nodeType === 3 ? node.parentElement : node
    const name = at.tagName.toLowerCase() + (at.className ? '.' + String(at.className).trim().replaceAll(' ', '.') : '')
    const words = (node.textContent || '').trim().slice(0, 30)
    if (faults.size < 12) faults.add(what + ': ' + name + (words ? ' “' + words + '”' : ''))
  }
  if (root.scrollWidth > wide) faults.add('the page scrolls sideways by ' + (root.scrollWidth - wide) + ' px')

  const styles = new Map()
  const styleOf = (one) => {
    let style = styles.get(one)
    if (!style) {
      const { display, position, overflowX, overflowY, clipPath, visibility, writingMode } = getComputedStyle(one)
      styles.set(one, (style = { display, position, overflowX, overflowY, clipPath, visibility, writingMode }))
    }
    return style
  }
  const boxes = new Map()
  const boxOf = (one) => {
    let box = boxes.get(one)
    if (!box) boxes.set(one, (box = one.getBoundingClientRect()))
    return box
  }
  const scrolls = (one) => /auto|scroll/.test(styleOf(one).overflowX)
  const cuts = (one) => /hidden|clip/.test(styleOf(one).overflowX) && one !== root && one !== document.body
  const isUnseen = (one) => {
    for (let up = one; up && up !== root; up = up.parentElement) {
      const style = styleOf(up)
      if (style.display === 'none' || style.visibility === 'hidden') return true
      if (style.position === 'absolute' && (/inset\\(50%\\)/.test(style.clipPath) || boxOf(up).bottom <= 0)) return true
    }
    return false
  }

  const lines = []
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (!node.data.trim() || /^(STYLE|SCRIPT|NOSCRIPT)$/.test(node.parentElement.tagName)) continue
    const unseen = isUnseen(node.parentElement)
    if (unseen) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    let block = node.parentElement
    while (block !== document.body && /^(inline|contents|ruby)/.test(styleOf(block).display) && styleOf(block).display !== 'inline-block') block = block.parentElement
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue
      let line = { left: rect.left, right: rect.right, top: rect.top + rect.height * 0.25, bottom: rect.bottom - rect.height * 0.25, node, block }
      let inScroller = false
      for (let up = block; up && up !== document.body; up = up.parentElement) {
        if (scrolls(up)) {
          const box = boxOf(up)
          inScroller = true
          line.left = Math.max(line.left, box.left)
          line.right = Math.min(line.right, box.right)
          if (line.left >= line.right) line = undefined
          break
        }
        const style = styleOf(up)
        if (/^(inline|contents)$/.test(style.display)) continue
        const box = boxOf(up)
        if (rect.left < box.left - 3 || rect.right > box.right + 3) {
          say(cuts(up) ? 'text is cut at ' + up.className : 'text stands out of its box', node)
          break
        }
        if (cuts(up) && (line.top < box.top || line.bottom > box.bottom)) say('text is cut at ' + up.className, node)
        if (style.position === 'absolute' || style.position === 'fixed') break
      }
      if (!line) continue
      if (!inScroller && (rect.left < -1 || rect.right > wide + 1)) say('text stands out of the window', node)
      lines.push(line)
    }
  }
  for (const image of document.images) {
    const box = boxOf(image)
    if (box.width < 1 || box.height < 1) say('a picture has no box', image)
    if (!(image.getAttribute('width') > 0 && image.getAttribute('height') > 0)) say('a picture has no size', image)
    if (!isUnseen(image) && !image.closest('.strip')) lines.push({ left: box.left, right: box.right, top: box.top, bottom: box.bottom, node: image, block: image })
  }

  lines.sort((one, other) => one.top - other.top)
  const open = []
  for (const line of lines) {
    for (let at = open.length - 1; at >= 0; at--) {
      const other = open[at]
      if (other.bottom <= line.top + 0.5) {
        open.splice(at, 1)
        continue
      }
      if (other.block === line.block) continue
      if (Math.min(other.right, line.right) - Math.max(other.left, line.left) > 1) say('stands over “' + (other.node.textContent || other.node.alt || '').trim().slice(0, 30) + '”', line.node)
    }
    open.push(line)
  }
  return [...faults]
}`

import { type Page } from 'playwright-core'

/**
 * Words on an open page that are in a script which the language round them is not written in, or that run the wrong way, a
 * line each. Latin names among other letters are no finding, whole Latin sentences are.
 */
export function foreignWords(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(${look})()`)
}

const look = `() => {
  const scripts = {
    Arabic: ['ar', 'fa', 'ur'],
    Hebrew: ['he', 'yi'],
    Devanagari: ['hi', 'mr', 'ne'],
    Hiragana: ['ja'],
    Katakana: ['ja'],
    Han: ['zh', 'ja', 'ko'],
    Hangul: ['ko'],
    Cyrillic: ['ru', 'uk', 'bg', 'sr'],
    Greek: ['el'],
    Thai: ['th'],
  }
  const others = new Set(Object.values(scripts).flat())
  const rightToLeft = ['ar', 'fa', 'ur', 'he', 'yi']
  const found = []
  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const one = node.parentElement
    if (!node.data.trim() || /^(STYLE|SCRIPT)$/.test(one.tagName)) continue
    const [language] = (one.closest('[lang]')?.lang ?? '').split('-')
    const words = node.data.trim().slice(0, 40)
    for (const [script, languages] of Object.entries(scripts))
      if (new RegExp('[\\\\p{Script=' + script + '}]{2}', 'u').test(node.data) && !languages.includes(language))
        found.push(script + ' in ' + language + ': ' + words)
    if (others.has(language) && /(\\p{Script=Latin}{2,}[ ,]+){5}/u.test(node.data)) found.push('Latin in ' + language + ': ' + words)
    if (one.checkVisibility() && (getComputedStyle(one).direction === 'rtl') !== rightToLeft.includes(language) && /\\p{L}{2}/u.test(node.data))
      found.push('the wrong way for ' + language + ': ' + words)
  }
  return found
}`

import { isByline } from '../credit/byline.ts'
import { takeByline } from '../credit/take-byline.ts'
import { momentIn } from '../moment/moments.ts'
import { takeTimestamp } from '../moment/take-timestamp.ts'
import { timestampOf } from '../moment/timestamp.ts'
import type { Notebook } from '../notebook.ts'
import type { Block } from '../text/blocks.ts'
import { fold } from '../text/fold.ts'
import { cut } from '../text/piece.ts'

/** Takes a line of byline and moment together: `By A Name | Nov 19, 2019, 7:53pm EST`, `11/19/2019 by A Name`. False when it is none. */
export function takeSignedMoment(block: Block, notebook: Notebook): boolean {
  const { lexicon } = notebook
  const { text } = block
  if (text.length > 170 || !/\d/u.test(text)) return false
  if (!/^\d/u.test(text) && !lexicon.bylineLead.test(fold(text))) return false
  const moment = momentIn(text, lexicon)
  if (!moment) return false
  const before = text.slice(0, moment.start)
  const led = withoutLabels(before, notebook)
  if (led && isByline(bare(led), lexicon)) {
    const rest = cut(block, led.length)
    if (!rest || !timestampOf(rest.text, lexicon)) return false
    const who = cut(block, 0, led.length)
    if (who) takeByline(who, notebook)
    return takeTimestamp({ ...block, ...rest }, notebook)
  }
  const mark = /^[\s,|·•–—-]*/u.exec(text.slice(moment.end))![0].length
  const who = cut(block, moment.end + mark)
  const when = cut(block, 0, moment.end)
  if (led || !who || !when || !lexicon.bylineLead.test(fold(who.text)) || !isByline(who.text, lexicon)) return false
  takeTimestamp({ ...block, ...when }, notebook)
  takeByline(who, notebook)
  return true
}

/** What stands before a moment, without the marks and labels that lead it. */
function withoutLabels(before: string, { lexicon }: Notebook): string {
  for (let rest = before.trimEnd(); ;) {
    const word = /[\p{L}\p{M}.]+:?$/u.exec(rest)?.[0]
    const label = word ? fold(word.replace(/:$/u, '')) : ''
    const led = label && (lexicon.fillers.has(label) || lexicon.updated.test(label) || lexicon.published.test(label))
    const kept = led ? rest.slice(0, -word!.length) : rest
    const next = kept.replace(/[\s,|·•(/–—-]+$/u, '')
    if (next === rest) return rest
    rest = next
  }
}

/** A byline without the handle of a social network. */
function bare(text: string): string {
  return text.replace(/\s*@\w+$/u, '')
}

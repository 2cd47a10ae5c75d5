import { parseArgs } from 'node:util'
import { sectionName } from '../config/house.ts'
import { toConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { type Ground, openGround } from '../ground.ts'
import { arrangeFront, undoFront, unknownFront, type FrontOutcome } from '../newsroom/arrange-front.ts'
import { arrangementsOf } from '../store/fronts.ts'
import { storyById } from '../store/lookup.ts'
import { type Arrangement, type FrontName, automatic } from '../story/front.ts'
import { type Command, UsageError, exit } from './command.ts'
import { type ReadersFront, readersFront } from './front-readers.ts'
import { type Slots, rearranged } from './front-slots.ts'
import { data, existing, whoActs } from './on-story.ts'
import { refused, say } from './say.ts'

export const front: Command = {
  name: 'front',
  about: 'shows a front, arranges it by hand, or undoes that',
  help: `
Usage: ./bin/dateline front show    [--edition LANGUAGE] [--section SLUG] [--json]
       ./bin/dateline front arrange [--lead STORY] [--second STORY]… [--with STORY]… [--row SLUG]… [--until MOMENT]
       ./bin/dateline front undo

  --edition LANGUAGE the front of this edition; the house's own when left out
  --section SLUG     the front of this section
  --lead STORY       leads; --lead auto lets the most urgent story lead again
  --second STORY     stands beside the lead; up to four, in this order; auto likewise
  --with STORY       a line under the lead; up to four, in this order; auto likewise
  --row SLUG         the sections that come first below, in this order; auto likewise
  --until MOMENT     the stories named in this call keep their place until then: 2026-11-25T18:00, in the house's zone
  --as PERSON        who does it (an id of person list); needed when the staff are several
  --based-on N       the arrangement you had before your eyes; the newest when left out
  --data FOLDER      the data folder, when it is not ./data or DATELINE_DATA
What arrange does not name stays as it is; what nobody has arranged fills itself from the newest stories. show says what
readers see now. A row shows what stands in no place above; of fewer than four stories it becomes a column.
STORY is an id, a slug, or an address, of a story that readers may see. A story withdrawn later leaves its place by itself.

Exit codes: 0 done · 1 refused, nothing changed · 2 the call was wrong
Example: ./bin/dateline front arrange --lead quake-chile --until 2026-11-25T18:00 --as ana`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        edition: { type: 'string' },
        section: { type: 'string' },
        lead: { type: 'string' },
        second: { type: 'string', multiple: true },
        with: { type: 'string', multiple: true },
        row: { type: 'string', multiple: true },
        until: { type: 'string' },
        as: { type: 'string' },
        'based-on': { type: 'string' },
        json: { type: 'boolean' },
        data: { type: 'string' },
      },
    })
    const [verb, ...more] = positionals
    if (!verb || !['show', 'arrange', 'undo'].includes(verb) || more.length)
      throw new UsageError('front show, front arrange or front undo.')
    await using ground = await openGround(existing(toConfig(readEnv(), data(values))))
    const name = { edition: values.edition ?? ground.house().languages[0] ?? 'en', section: values.section ?? '' }
    const unknown = unknownFront(ground.newsroom, name)
    if (unknown) return refused([unknown])
    const [now] = await arrangementsOf(ground.database, name, 1)
    if (verb === 'show') return await show(ground, name, values.json === true)
    const basedOn = values['based-on'] === undefined ? (now?.number ?? 0) : Number(values['based-on'])
    if (!Number.isInteger(basedOn) || basedOn < 0)
      throw new UsageError('--based-on is the number that front show names; 0 when nobody has arranged it yet.')
    const act = { front: name, basedOn, by: await whoActs(ground, values.as) }
    if (verb === 'undo') return await tellFront(ground, name, await undoFront(ground.newsroom, act))
    const slots: Slots = values
    if (![slots.lead, slots.second, slots.with, slots.row].some((given) => given !== undefined))
      throw new UsageError('Arrange what? Name --lead, --second, --with or --row.')
    if (slots.until !== undefined && ![slots.lead, ...(slots.second ?? []), ...(slots.with ?? [])].some(isStory))
      throw new UsageError('--until is for stories that this call names: give it with --lead, --second or --with.')
    const arrangement = await rearranged(ground, now?.arrangement ?? automatic, slots)
    if ('refused' in arrangement) return refused(arrangement.refused)
    return await tellFront(ground, name, await arrangeFront(ground.newsroom, { ...act, arrangement }))
  },
}

function isStory(typed: string | undefined): boolean {
  return typed !== undefined && typed !== 'auto'
}

async function show(ground: Ground, name: FrontName, asJson: boolean): Promise<number> {
  const all = await arrangementsOf(ground.database, name, 5)
  if (asJson) {
    say(JSON.stringify({ front: name, arrangements: all, shown: await readersFront(ground, name) }, null, 2))
    return exit.done
  }
  const [now] = all
  if (!now) say(`${titleOf(ground, name)}: nobody has arranged it (number 0); the newest and most urgent fill it.`)
  for (const { number, at, by, restores } of all)
    say(
      `${number === now?.number ? 'now ' : '    '} number ${number}, ${at.local.slice(0, 16).replace('T', ' ')} by ${by}${restores === undefined ? '' : `, brings back number ${restores}`}`,
    )
  if (now) await sayArrangement(ground, now.arrangement)
  sayShown(await readersFront(ground, name))
  return exit.done
}

function sayShown({ places, rows }: ReadersFront): void {
  say(places.length ? 'Readers see now:' : 'Readers see that nothing has been published here yet.')
  for (const { place, story, headline } of places) say(`  ${place.padEnd(8)} ${story}  ${headline}`)
  if (rows.length) say(`  rows     ${rows.join(', ')}`)
}

async function tellFront(ground: Ground, name: FrontName, outcome: FrontOutcome): Promise<number> {
  if ('refused' in outcome) return refused(outcome.refused)
  const { number, arrangement } = outcome.done
  say(`${titleOf(ground, name)} stands as arranged, number ${number}:`)
  await sayArrangement(ground, arrangement)
  const { rows = [] } = arrangement.rows.length ? await readersFront(ground, name) : {}
  for (const row of arrangement.rows.filter((one) => !rows.includes(one)))
    process.stderr.write(
      `Nothing is left for the row “${row}” now: it has no story in this edition, or all of them stand above. It shows as soon as there is one.\n`,
    )
  return exit.done
}

async function sayArrangement({ database }: Ground, { lead, seconds, with: beside, rows }: Arrangement): Promise<void> {
  const lines = [
    ...(lead ? [{ place: 'lead', ...lead }] : []),
    ...beside.map((one) => ({ place: 'with', ...one })),
    ...seconds.map((one) => ({ place: 'second', ...one })),
  ]
  for (const { place, story, until } of lines) {
    const found = await storyById(database, story)
    const gone = found?.publication.is === 'killed' ? ' (withdrawn: its place is filled)' : ''
    say(`  ${place.padEnd(7)} ${story}  ${found?.headline ?? ''}${until ? `, until ${until.local}` : ''}${gone}`)
  }
  if (rows.length) say(`  rows    ${rows.join(', ')}`)
  if (lines.length === 0 && rows.length === 0) say('  everything fills itself')
}

function titleOf(ground: Ground, { edition, section }: FrontName): string {
  const house = ground.house()
  return `The front ${section ? `“${sectionName(house, section, edition)}” ` : ''}(${edition})`
}

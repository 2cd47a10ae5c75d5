import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { type Ground, openGround } from '../ground.ts'
import { readEnv } from '../config/env.ts'
import { type Config, toConfig } from '../config/config.ts'
import { type Act } from '../newsroom/floor.ts'
import { problem } from '../story/problem.ts'
import { type Story } from '../story/story.ts'
import { storiesMeant } from '../store/views/reference.ts'
import { people } from '../store/people.ts'
import { UsageError } from './command.ts'
import { type Token } from './picture-flags.ts'
import { refused } from './say.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** The flags that every command on a story has, for its help. */
export const commonHelp = `
  --as PERSON        who does it (an id of person list); needed when the staff are several
  --based-on N       the version you had before your eyes; the newest when left out
  --data FOLDER      the data folder, when it is not ./data or DATELINE_DATA
STORY is an id, a slug, or an address.`

/** A story that somebody names, with the person and the version an act needs. */
export type Call = {
  ground: Ground
  story: Story
  act: Act
  values: Record<string, string | boolean | string[] | undefined>
  /** All that was typed, in its order. */
  tokens: readonly Token[]
  rest: string[]
}

/** Opens the house, finds the story and the person, and does it. Answers the exit code. */
export async function onStory(
  args: readonly string[],
  options: Options,
  run: (call: Call) => Promise<number>,
): Promise<number> {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    allowPositionals: true,
    tokens: true,
    options: { as: { type: 'string' }, 'based-on': { type: 'string' }, data: { type: 'string' }, ...options },
  })
  const [typed, ...rest] = positionals
  if (!typed) throw new UsageError('Which story? Give its id, its slug or its address.')
  const said = values as Call['values']
  await using ground = await openGround(existing(toConfig(readEnv(), data(said))))
  const story = await storyMeant(ground, typed)
  if (!story) return refused([problem('story.unknown', 'story', { story: typed })])
  const by = await whoActs(ground, said['as'])
  return await run({
    ground,
    story,
    act: { story: story.id, basedOn: baseOf(said['based-on'], story), by },
    values: said,
    tokens,
    rest,
  })
}

/** The one story that somebody means by an id, a slug or an address; that it may be several is an error of the call. */
export async function storyMeant({ database }: Ground, typed: string): Promise<Story | undefined> {
  const all = await storiesMeant(database, typed)
  if (all.length < 2) return all[0]
  const each = all.map(({ id, headline }) => `${id} (${headline})`).join(', ')
  throw new UsageError(`“${typed}” may be several stories; give the id: ${each}.`)
}

/** The person of `--as`, or the only one on the staff. */
export async function whoActs({ database }: Ground, typed: Call['values'][string]): Promise<string> {
  if (typeof typed === 'string') return typed
  const staff = await people(database)
  const [only] = staff
  if (only && staff.length === 1) return only.id
  throw new UsageError(
    only
      ? `Who does it? Add --as with one of: ${staff
          .slice(0, 20)
          .map(({ id }) => id)
          .join(', ')}.`
      : 'There is nobody on the staff yet: ./bin/dateline person add "Ana Ruiz" adds somebody.',
  )
}

/** The data folder as `toConfig` takes it. */
export function data(values: Call['values']): { data?: string } {
  return typeof values['data'] === 'string' ? { data: values['data'] } : {}
}

function baseOf(typed: Call['values'][string], story: Story): number {
  if (typed === undefined) return story.version
  const version = Number(typed)
  if (Number.isInteger(version) && version > 0) return version
  throw new UsageError(`--based-on is a version number such as ${story.version}, not “${String(typed)}”.`)
}

/** The same settings, where there is an agency already: a slip in the data folder must not look as if all were gone. */
export function existing(config: Config): Config {
  if (config.databaseUrl || ['postgres', 'postgres.place'].some((name) => existsSync(join(config.dataFolder, name))))
    return config
  throw new UsageError(
    `There is no agency in ${config.dataFolder}. npm start makes one; --data or DATELINE_DATA names another folder.`,
  )
}

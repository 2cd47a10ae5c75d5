import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { addEntry as addEntryVerb, addEntryToNewest, type NewEntry } from '../newsroom/add-entry.ts'
import { readCopy } from '../formats/copy/read.ts'
import { toDraft } from '../formats/copy/to-story.ts'
import { storyById } from '../store/lookup.ts'
import { problem } from '../story/problem.ts'
import { type Command, UsageError } from './command.ts'
import { commonHelp, onStory } from './on-story.ts'
import { overrideFlag, overrideHelp, overridesIn } from './override-flag.ts'
import { refused, tell } from './say.ts'

/** The most bytes of one entry: it is a short piece of copy. */
const limit = 100_000

export const addEntry: Command = {
  name: 'add-entry',
  about: 'adds a short entry to a published story, which makes it a running one; or closes it',
  help: `
Usage: ./bin/dateline add-entry STORY [FILE|-] [flags]

The entry goes out at once: page, feeds, wire, search. FILE is its copy; - reads standard input.
  --text TEXT        the copy, instead of FILE
  --headline TEXT    the line above it
  --key              it is one of the key events, which stand at the top
  --close            no more entries are to come
  --reopen           a closed story runs on
${overrideHelp}
${commonHelp}

What somebody else added meanwhile does not hinder, unless --based-on is given.
Exit codes: 0 out · 1 refused, nothing changed · 2 the call was wrong
Example: ./bin/dateline add-entry ostra-dam --headline "Second gate open" --text "It opened at 11:02." --as ilse`,
  run: (args) =>
    onStory(
      args,
      {
        text: { type: 'string' },
        headline: { type: 'string' },
        key: { type: 'boolean' },
        close: { type: 'boolean' },
        reopen: { type: 'boolean' },
        ...overrideFlag,
      },
      async ({ ground, story, act, values, rest: [file, ...more] }) => {
        const { text, headline, key, close, reopen } = values
        if (more.length || (file !== undefined && text !== undefined))
          throw new UsageError('An entry is one FILE, or --text.')
        const bytes = file === '-' ? await buffer(process.stdin) : file ? await readFile(file) : undefined
        if (bytes && bytes.length > limit) return refused([problem('file.too-large', 'file', { limit: '100 kB' })])
        const typed = bytes ? new TextDecoder().decode(bytes) : text
        if (typed === undefined && headline === undefined && !close && !reopen)
          throw new UsageError('An entry has copy (FILE or --text) or a --headline; --close and --reopen need none.')
        const raw = typeof typed === 'string' ? typed : ''
        const { language } = story
        const entry: NewEntry | undefined =
          typed === undefined && headline === undefined
            ? undefined
            : {
                copy: raw.trim() ? toDraft(readCopy(raw, { as: 'dateline', language }), raw).copy : [],
                ...(typeof headline === 'string' && { headline }),
                ...(key === true && { key }),
              }
        const adding = {
          ...act,
          ...overridesIn(values),
          ...(entry && { entry }),
          ...(close === true && { close }),
          ...(reopen === true && { reopen }),
        }
        const versionNow = async () => (await storyById(ground.database, story.id))?.version
        const outcome = values['based-on']
          ? await addEntryVerb(ground.newsroom, adding)
          : await addEntryToNewest(ground.newsroom, adding, versionNow)
        return tell(
          outcome,
          ({ version, entry: number }) =>
            `Out as version ${version}, number ${number ?? '–'} of the journal: ${story.headline}`,
        )
      },
    ),
}

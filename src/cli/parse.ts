import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { readAny, readers } from '../formats/any.ts'
import { Unreadable, collected, once, unpacked, unpackedLimit } from '../formats/bytes.ts'
import { readCopy } from '../formats/copy/read.ts'
import type { Reading } from '../formats/copy/reading.ts'
import { takesOf } from '../formats/copy/takes.ts'
import { toDraft } from '../formats/copy/to-story.ts'
import { decoded } from '../formats/decoded.ts'
import { copyLines } from '../story/copy.ts'
import { type Problem, problem } from '../story/problem.ts'
import { sentenceOf } from '../words/problems.ts'
import { refused } from './say.ts'
import { type Command, UsageError, exit } from './command.ts'
import { objectOfDraft } from './parse-draft.ts'
import { shown } from './parse-view.ts'

/** Shows what the copy reader understands of a file, for people or for programs. */
export const parse: Command = {
  name: 'parse',
  about: 'show what is understood of a piece of copy',
  help: `usage: dateline parse FILE|-            what a person sees
       dateline parse --json FILE|-     one JSON object; an array when the input holds several takes
       dateline parse --jsonl FILE|-    one {id, type, lang, raw} a line in, one {id, ...} a line out

  --language CODE   the language, when it is known (else it is detected)
  --zone ZONE       the zone of moments that were printed without one, such as Europe/Berlin

"type" is story, credits, caption, dateline or furniture: an excerpt is read as what it is said to be.
Exit codes: 0 understood; 1 the file cannot be read, or a line is no JSON; 2 the call is wrong.
Example: dateline parse --json story.txt`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        language: { type: 'string' },
        zone: { type: 'string' },
      },
    })
    const [file, ...more] = positionals
    if (!file || more.length) throw new UsageError('Say which file to read, or - for standard input.')
    if (values.json && values.jsonl) throw new UsageError('Choose one of --json and --jsonl.')
    const hint = {
      ...(values.language ? { language: values.language } : {}),
      ...(values.zone ? { zone: values.zone } : {}),
    }
    const came = await opened(file === '-' ? await buffer(process.stdin) : await readFile(file))
    const text = 'bytes' in came ? decoded(came.bytes) : undefined
    if ('unreadable' in came || !text) {
      const why = 'unreadable' in came ? came.unreadable : problem('file.no-copy', 'file')
      return refused([file === '-' ? why : { ...why, values: { ...why.values, file } }])
    }
    const { bytes } = came
    const raw = text.text
    if (values.jsonl) return lines(raw, hint)
    const reader = readers.find((one) => one.detect(bytes.subarray(0, 4096)))
    if (reader && reader.name !== 'copy') return records(bytes, hint, values.json === true)
    const readings = takesOf(raw).map((take) => ({ take, reading: readCopy(take, hint) }))
    if (values.json) {
      const all = readings.map(({ take, reading }) => objectOf(reading, take))
      process.stdout.write(`${JSON.stringify(all.length === 1 ? all[0] : all, null, 2)}\n`)
    } else process.stdout.write(readings.map(({ reading }) => shown(reading)).join(`\n${'='.repeat(80)}\n\n`))
    return exit.done
  },
}

/** The bytes of a file, unpacked when they are packed. */
async function opened(packed: Uint8Array): Promise<{ bytes: Uint8Array } | { unreadable: Problem }> {
  try {
    return { bytes: await collected(unpacked(once(packed)), unpackedLimit) }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { unreadable: error.problem }
  }
}

/** An archive of records in another format: each as its own reader understands it. */
async function records(bytes: Uint8Array, known: { language?: string; zone?: string }, json: boolean): Promise<number> {
  let code: number = exit.done
  let count = 0
  for await (const { draft, path, lost, problem } of readAny([bytes], known)) {
    if (!draft) {
      process.stderr.write(`${path ?? 'The input'}: ${problem ? sentenceOf(problem) : 'no story was found in it.'}\n`)
      code = exit.partly
      continue
    }
    const object = objectOfDraft(draft, draft.source?.format ?? 'other', lost)
    if (json) process.stdout.write(`${count ? ',' : '['}\n${JSON.stringify(object, null, 2)}`)
    else
      process.stdout.write(
        `${count ? `${'='.repeat(80)}\n` : ''}${draft.headline}\n\n${copyLines(draft.copy).join('\n\n')}\n`,
      )
    count++
  }
  if (json) process.stdout.write(count ? '\n]\n' : '[]\n')
  return code
}

type Asked = { id?: unknown; type?: string; lang?: string; raw?: string }

async function lines(raw: string, hint: { language?: string; zone?: string }): Promise<number> {
  let code: number = exit.done
  const out: string[] = []
  for (const [at, line] of raw.split(/\r?\n/u).entries()) {
    if (!line.trim()) continue
    let asked: Asked
    try {
      asked = JSON.parse(line) as Asked
    } catch {
      process.stderr.write(`Line ${at + 1} is no JSON: write one {"id", "type", "lang", "raw"} a line.\n`)
      code = exit.refused
      continue
    }
    const language = asked.lang?.slice(0, 2) ?? hint.language
    const copy = typeof asked.raw === 'string' ? asked.raw : ''
    const reading = readCopy(copy, { ...hint, ...(language ? { language } : {}), as: kindOf(asked.type) })
    out.push(JSON.stringify({ id: asked.id ?? null, ...objectOf(reading, copy, kindOf(asked.type) === 'credits') }))
    if (out.length > 200) process.stdout.write(`${out.splice(0).join('\n')}\n`)
  }
  if (out.length) process.stdout.write(`${out.join('\n')}\n`)
  return code
}

function kindOf(type: string | undefined): 'story' | 'credits' | 'caption' | 'dateline' | 'furniture' {
  return type === 'credits' || type === 'caption' || type === 'dateline' || type === 'furniture' ? type : 'story'
}

/**
 * A reading in the shapes that programs get: every field is there, empty ones as null or an empty list. Of a sign-off alone, what is
 * kept for the desk is left out of the copy all the same, so `aside` lists it among what was dropped, too.
 */
function objectOf(reading: Reading, raw: string, aside = false): Record<string, unknown> {
  const {
    headline,
    published,
    updated,
    dateline,
    byline,
    body,
    captions,
    credits,
    standards,
    subheads,
    notes,
    contact,
    signal,
    dropped,
    unsure,
  } = reading
  return {
    format: 'copy',
    language: reading.language,
    headline: headline ?? null,
    standfirst: reading.standfirst ?? null,
    section: reading.section ?? null,
    published: published ?? null,
    updated: updated ?? null,
    dateline: dateline ?? { places: [], source: null, raw: '' },
    byline,
    body,
    captions,
    credits,
    credits_raw: reading.creditsRaw ?? null,
    standards: standards ?? null,
    subheads,
    notes,
    contact: contact.length ? contact.join('\n') : null,
    signal,
    correction_note: reading.correctionNote ?? null,
    embargo: reading.embargo ?? null,
    source: reading.source ?? dateline?.source ?? null,
    url: reading.url ?? null,
    dropped: aside
      ? [...dropped, ...[...contact, ...notes].map((text) => ({ text, why: 'kept for the desk' }))]
      : dropped,
    unsure,
    spans: reading.spans,
    story: toDraft(reading, raw),
  }
}

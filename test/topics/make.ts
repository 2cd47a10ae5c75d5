/**
 * Makes `src/topics/media-topics.tsv` from files of the IPTC: the Media Topics as JSON (`conceptSet` as cv.iptc.org gives it,
 * or `concepts` with several languages merged) and the names of the legacy subject codes.
 *
 *     sh bin/pinned node test/topics/make.ts MEDIATOPICS.json SUBJECT-CODES.json
 */
import { readFile, writeFile } from 'node:fs/promises'
import { type Concept, tableOf } from './table.ts'

const [topics, subjects] = process.argv.slice(2)
if (!topics || !subjects) throw new Error('two files are needed: the Media Topics, and the legacy subject codes')
const given = JSON.parse(await readFile(topics, 'utf8')) as { conceptSet?: Concept[]; concepts?: Concept[] }
const legacy = Object.keys(JSON.parse(await readFile(subjects, 'utf8')) as Record<string, string>)
const table = tableOf(given.conceptSet ?? given.concepts ?? [], legacy)
await writeFile(new URL('../../src/topics/media-topics.tsv', import.meta.url), table)

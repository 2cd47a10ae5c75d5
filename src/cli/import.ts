import { parseArgs } from 'node:util'
import { openGround } from '../ground.ts'
import { toConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { isZone } from '../story/moment.ts'
import { type Command, UsageError, exit } from './command.ts'
import { importFiles } from './import/files.ts'
import { isExport, restore } from './import/restore.ts'
import { data, whoActs } from './on-story.ts'
import { say } from './say.ts'

export const importCommand: Command = {
  name: 'import',
  about: 'takes an old archive in, with its own dates; or an export, into an empty agency',
  help: `
Usage: ./bin/dateline import FILE|FOLDER… [flags]

Every file is read by what is in it: raw copy, Reuters-21578, one JSON story a line; also gzipped. A folder is walked.
Stories are published at the moments printed with them and are never announced as new. Running it again adds nothing, so an
import that was interrupted goes on by running it again. A folder that ./bin/dateline export wrote is put back whole.

  --dry-run          read everything and report, keep nothing
  --zone ZONE        for moments printed without one (Europe/Vienna); the house's zone when left out
  --provider NAME    whose stories these are; each file's own, or its name, when left out
  --language TAG     of the copy; found out when left out
  --section SLUG     a section for all of them
  --to-queue         file them for the desk instead of publishing them
  --report FILE      where the report goes; a new file in the data folder when left out
  --as PERSON        who does it; needed when the staff are several
  --data FOLDER      the data folder, when it is not ./data or DATELINE_DATA

Exit codes: 0 every record is a story, or was here already · 1 refused · 2 the call was wrong · 3 some records are no story:
the report has a line for each, with the reason`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        as: { type: 'string' },
        'dry-run': { type: 'boolean' },
        'to-queue': { type: 'boolean' },
        zone: { type: 'string' },
        provider: { type: 'string' },
        language: { type: 'string' },
        section: { type: 'string' },
        report: { type: 'string' },
        data: { type: 'string' },
      },
    })
    if (!positionals.length) throw new UsageError('Which file or folder?')
    if (values.zone && !isZone(values.zone))
      throw new UsageError(`--zone: “${values.zone}” is no time zone; write one as in Europe/Vienna.`)
    await using ground = await openGround(toConfig(readEnv(), data(values)))
    const [folder = ''] = positionals
    if (positionals.length === 1 && (await isExport(folder)))
      return await restore(ground, folder, values['dry-run'] ?? false)

    const report = await importFiles(ground, positionals, {
      // A look at an archive is nobody's act.
      by: values['dry-run'] ? '' : await whoActs(ground, values.as),
      dryRun: values['dry-run'] ?? false,
      toQueue: values['to-queue'] ?? false,
      ...(values.section ? { section: values.section } : {}),
      ...(values.report ? { report: values.report } : {}),
      known: {
        zone: values.zone ?? ground.newsroom.house().zone,
        ...(values.provider ? { provider: values.provider } : {}),
        ...(values.language ? { language: values.language } : {}),
      },
    })
    for (const line of report.lines) say(line)
    return report.refused ? exit.partly : exit.done
  },
}

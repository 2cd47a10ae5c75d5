import { StartError } from './embedded/start-error.ts'

/** Asks a database one thing: the text of a query without parameters, answered with rows. */
export type Ask = (query: string) => Promise<readonly Record<string, unknown>[]>

/** Throws a `StartError` that says what is wrong with this database and how to mend it, when an agency's stories would not be safe or right in it. */
export async function checkDatabase(ask: Ask): Promise<void> {
  const complaints = await databaseComplaints(ask)
  if (complaints.length) throw new StartError('unfit', complaints.join('\n'))
}

/** Everything that makes a database unfit: an old version, another encoding than UTF-8, upper and lower case that are right in English only, no fsync. */
export async function databaseComplaints(ask: Ask): Promise<string[]> {
  const [found] = await ask(`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as named,
           current_setting('server_encoding') as encoding, current_setting('fsync') as fsync, current_database() as name, current_user as person,
           has_schema_privilege(current_user, 'public', 'create') as makes,
           case when current_setting('server_encoding') = 'UTF8' then lower(chr(220)) = chr(252) else false end as folds`)
  const { version, named, encoding, fsync, folds, name, person, makes } = found as {
    person: string
    makes?: boolean
    version: number
    named: string
    encoding: string
    fsync: string
    folds: boolean
    name: string
  }
  if (version < 150_000)
    return [
      `DATABASE_URL is a PostgreSQL ${named}, and Dateline needs 15 or newer. Upgrade the server, or leave DATABASE_URL out to run the one Dateline brings.`,
    ]
  const recipe =
    version >= 170_000
      ? `createdb --template=template0 --encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C NAME`
      : `createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 NAME`
  return [
    ...(encoding !== 'UTF8'
      ? [`The database ${name} is in ${encoding}, which cannot hold every script. Make one in UTF-8: ${recipe}`]
      : []),
    ...(encoding === 'UTF8' && !folds
      ? [
          `The database ${name} does not know that ü is the small Ü, so search would miss words in every language but English. Make one that does: ${recipe}`,
        ]
      : []),
    ...(makes === false
      ? [
          `The user ${person} may not make tables in the database ${name}. Make it the owner: ALTER DATABASE ${name} OWNER TO ${person};`,
        ]
      : []),
    ...(fsync !== 'on'
      ? [
          `The server of the database ${name} runs with fsync=off: a power cut would lose published stories. Set fsync = on in its postgresql.conf and restart it.`,
        ]
      : []),
  ]
}

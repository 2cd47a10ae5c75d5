import { join } from 'node:path'

/** What postgres.js needs to reach a database, to be spread into its options: over the network by `host` and `port`, on this machine by the socket at `path`. */
export type Connection = {
  host: string
  port: number
  path?: string
  database: string
  username?: string
  password?: string
  ssl?: false | 'require' | 'allow' | 'prefer' | 'verify-full'
  /** Settings of the session, such as `application_name`. */
  connection?: Record<string, string>
}

/**
 * Reads a database address in every form that libpq knows: `postgres://ana:secret@host:5432/name`, a socket's folder percent-encoded as the host
 * (`postgres://ana@%2Frun%2Fpg/name`) or as `?host=/run/pg`; also `user`, `password`, `port`, `dbname`, `sslmode`. Throws a TypeError when it is no address.
 */
export function toConnection(address: string): Connection {
  // libpq leaves the host out before a query that names it; the URL standard does not allow that beside a user.
  const url = new URL(address.replace(/^([a-z]+:\/\/[^/@]*@)(?=\/)/i, '$1localhost'))
  if (!/^postgres(ql)?:$/.test(url.protocol)) throw new TypeError('a database address begins with postgres://')
  const { host, port, user, password, dbname, sslmode, ...connection } = Object.fromEntries(url.searchParams)
  const username = decodeURIComponent(url.username) || user
  const secret = decodeURIComponent(url.password) || password
  const where = host ?? decodeURIComponent(url.hostname)
  const at = Number(url.port || port || 5432)
  return {
    ...(where.startsWith('/') ? onSocket(where, at) : { host: where || 'localhost', port: at }),
    database: decodeURIComponent(url.pathname.slice(1)) || dbname || username || 'postgres',
    ...(username && { username }),
    ...(secret && { password: secret }),
    ...(sslmode && { ssl: sslmode === 'disable' ? false : (sslmode as 'require') }),
    ...(Object.keys(connection).length > 0 && { connection }),
  }
}

/** The socket of a server in `folder`. The folder is no `host`, since postgres.js takes a comma in one for the end of it. */
export function onSocket(folder: string, port = 5432): Pick<Connection, 'host' | 'port' | 'path'> {
  return { host: 'localhost', port, path: join(folder, `.s.PGSQL.${port}`) }
}

/** The address of a database behind the socket in `folder`, in a form that psql, `toConnection` and a shell take as it is. */
export function socketUrl(
  folder: string,
  { username = '', database }: Pick<Connection, 'username' | 'database'>,
): string {
  return `postgres://${encode(username)}@${encode(folder)}/${encode(database)}`
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/['()!*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

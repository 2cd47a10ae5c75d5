/** What postgres.js needs to reach a database. `host` begins with a slash when it is the folder of a server's socket. */
export type Connection = {
  host: string
  port: number
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
  return {
    host: (host ?? decodeURIComponent(url.hostname)) || 'localhost',
    port: Number(url.port || port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)) || dbname || username || 'postgres',
    ...(username && { username }),
    ...(secret && { password: secret }),
    ...(sslmode && { ssl: sslmode === 'disable' ? false : (sslmode as 'require') }),
    ...(Object.keys(connection).length > 0 && { connection }),
  }
}

/** The address of a database behind a socket, in the form that psql and `toConnection` take. */
export function socketUrl({ host, username = '', database }: Connection): string {
  return `postgres://${encode(username)}@${encode(host)}/${encode(database)}`
}

/** Also what a shell would take for its own. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/['()!*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

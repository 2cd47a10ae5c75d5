import { type Sql as Postgres } from 'postgres'

/** Queries as tagged templates, on the pool or inside a transaction. */
export type Sql = Postgres<{ bigint: number }>

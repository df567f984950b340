import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { DB } from '../../../db/types.ts'
import { answered } from './ask.ts'

const plugin = new CamelCasePlugin({ maintainNestedObjectKeys: true })

const changes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])
const connectionOn = (client: pg.PoolClient): DatabaseConnection => ({
  executeQuery: async <Row>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
    const { rows, command, rowCount } = await answered(client.query<Row & object>(text, [...parameters]))
    return { rows: rows ?? [], ...(changes.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }) }
  },
  streamQuery: () => {
    throw new Error('Rows are not streamed: a transaction answers each statement whole.')
  },
})

const nothing = () => Promise.resolve()
/** Kysely on one connection that is already in a transaction; beginning, ending and giving it back are not Kysely's business. */
export const onClient = (client: pg.PoolClient) => {
  const connection = connectionOn(client)
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => ({
        init: nothing,
        acquireConnection: () => Promise.resolve(connection),
        beginTransaction: nothing,
        commitTransaction: nothing,
        rollbackTransaction: nothing,
        releaseConnection: nothing,
        destroy: nothing,
      }),
    },
    plugins: [plugin],
  })
}

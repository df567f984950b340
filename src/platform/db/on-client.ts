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
import type { DB } from '../../../db/types.ts'
import { nameOf, type Query } from './ask.ts'

const plugin = new CamelCasePlugin({ maintainNestedObjectKeys: true })

const changes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])
/** More values than these are a list of rows, of any length: its text hardly comes again. */
const fewValues = 40
const connectionOn = (query: Query, names: boolean): DatabaseConnection => ({
  executeQuery: async <Row>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
    const asked = {
      text,
      values: [...parameters],
      ...(names && parameters.length <= fewValues && { name: nameOf(text) }),
    }
    const { rows, command, rowCount } = await query<Row & object>(asked)
    return { rows: rows ?? [], ...(changes.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }) }
  },
  streamQuery: () => {
    throw new Error('Rows are not streamed: a transaction answers each statement whole.')
  },
})

const nothing = () => Promise.resolve()
/**
 * Kysely on one connection that is already in a transaction; beginning, ending and giving it back are not Kysely's business.
 * `names`: each statement is planned once a connection, not anew each time.
 */
export const onClient = (query: Query, names: boolean) => {
  const connection = connectionOn(query, names)
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

import pg from 'pg'
import type { TableName } from './backup-file.ts'

/** What is handed in to the queue and not done yet; how the queue itself runs is no part of a backup, every start makes it anew. */
const queued = ['queue', 'schedule', 'subscription', 'job', 'job_dependency']
export const queueSchema = 'pgboss'

/** Every table that is ours, with the columns that are written. */
export const listTables = async (client: pg.Client): Promise<TableName[]> =>
  (
    await client.query<TableName>(
      `select n.nspname as schema, c.relname as name,
              array(select a.attname::text from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                    order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and (n.nspname = 'public' or n.nspname = '${queueSchema}' and c.relname = any($1))
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
       order by n.nspname desc, coalesce(array_position($1, c.relname::text), 0), c.relname`,
      [queued],
    )
  ).rows

export const listMigrations = async (client: pg.Client): Promise<string[]> => {
  const there = await client.query<{ there: boolean }>(
    `select to_regclass('public.kysely_migration') is not null as there`,
  )
  if (!there.rows[0]?.there) return []
  return (await client.query<{ name: string }>('select name from kysely_migration order by name')).rows.map(
    ({ name }) => name,
  )
}

/** How far the numbers of each table have come. */
export const listCounted = async (client: pg.Client): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await client.query<{ name: string; last: string }>(
        `select schemaname || '.' || sequencename as name, last_value as last from pg_sequences
         where schemaname = 'public' and last_value is not null order by 1`,
      )
    ).rows.map(({ name, last }) => [name, Number(last)]),
  )

const named = (name: string) => pg.escapeIdentifier(name)
export const columnsOf = ({ columns }: Pick<TableName, 'columns'>) => columns.map(named).join(', ')
export const identifierOf = ({ schema, name }: Pick<TableName, 'schema' | 'name'>) => `${named(schema)}.${named(name)}`

/** What rows look like does not depend on how a server is set. */
export const plainly = `set datestyle = 'ISO, YMD'; set intervalstyle = postgres; set extra_float_digits = 3; set bytea_output = hex;
  set timezone = 'UTC'; set client_encoding = 'UTF8'; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`

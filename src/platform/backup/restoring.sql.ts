import type pg from 'pg'
import type { TableName } from './backup-file.ts'
import { columnsOf, identifierOf, queueSchema } from './tables.sql.ts'

/** Whoever else works in this database, a superuser who only looks aside. Of other roles' connections the owner is told little more than that they are. */
export const countOthers = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity a join pg_roles r on r.oid = a.usesysid
     where a.datname = current_database() and a.pid <> pg_backend_pid() and coalesce(a.backend_type, 'client backend') = 'client backend' and not r.rolsuper`,
  )
  return rows[0]?.others ?? 0
}

const holds = async (client: pg.Client, what: string) =>
  (await client.query<{ holds: boolean }>(`select exists (${what}) as holds`)).rows[0]?.holds ?? false
export const holdsTables = (client: pg.Client) =>
  holds(
    client,
    `select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
  )
/** A first start fills tables of its own; what people have made begins with a centre, a person or the register. */
export const holdsPeople = (client: pg.Client) =>
  holds(client, 'select from centre union all select from person union all (select from company limit 1)')

/** All that migrations make. Extensions stay: they may be a superuser's. */
export const dropAll = (client: pg.Client) =>
  client.query(`
    do $$
    declare
      gone text;
    begin
      for gone in
        with ours as (
          select 'pg_class'::regclass as kind, c.oid, case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end as word,
                 c.oid::regclass::text as name, case c.relkind when 'v' then 1 when 'm' then 1 when 'S' then 3 else 2 end as turn
          from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
          union all
          select 'pg_proc'::regclass, p.oid, 'routine', p.oid::regprocedure::text, 4 from pg_proc p where p.pronamespace = 'public'::regnamespace
          union all
          select 'pg_type'::regclass, t.oid, 'type', t.oid::regtype::text, 5 from pg_type t
          where t.typnamespace = 'public'::regnamespace and (t.typtype in ('e', 'd', 'r') or t.typtype = 'c' and exists (
            select from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
        )
        select format('drop %s if exists %s cascade', o.word, o.name) from ours o
        where not exists (select from pg_depend d where d.classid = o.kind and d.objid = o.oid and d.deptype = 'e')
        order by o.turn
      loop
        execute gone;
      end loop;
    end $$`)

export type Reference = { table: string; name: string; definition: string }
/** Tables come in by their names, not in the order in which they point to each other. */
export const liftReferences = async (client: pg.Client): Promise<Reference[]> => {
  const { rows } = await client.query<Reference>(
    `select k.conrelid::regclass::text as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace order by 1, 2`,
  )
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`)
  return rows
}
/** Each is judged anew over all its rows. */
export const putReferencesBack = async (client: pg.Client, references: readonly Reference[]) => {
  for (const { table, name, definition } of references)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`)
}

/** What triggers wrote is in the backup already. */
export const setTriggers = async (client: pg.Client, how: 'enable' | 'disable') => {
  const { rows } = await client.query<{ table: string }>(
    `select distinct t.tgrelid::regclass::text as table from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  )
  for (const { table } of rows) await client.query(`alter table ${table} ${how} trigger user`)
}

/** Migrations and a first start have filled some; another version of the queue may lack one. */
export const emptyTables = async (client: pg.Client, tables: readonly TableName[]) => {
  const { rows } = await client.query<{ name: string }>(
    'select n as name from unnest($1::text[]) n where to_regclass(n) is not null',
    [tables.map(identifierOf)],
  )
  await client.query(`truncate ${rows.map(({ name }) => name).join(', ')} cascade`)
}

export const countOn = async (client: pg.Client, counted: Readonly<Record<string, number>>) => {
  for (const [name, last] of Object.entries(counted))
    await client.query('select setval($1::regclass, $2)', [name, last])
}

export const makeIncoming = async (client: pg.Client, { columns }: TableName) => {
  const asText = columns.map((column) => `${columnsOf({ columns: [column] })} text`)
  await client.query(
    `drop table if exists incoming; create temporary table incoming (${asText.join(', ')}) on commit drop`,
  )
}
export const takeOverIncoming = async (client: pg.Client, { name, columns }: TableName) => {
  const { rows } = await client.query<{ column: string; as: string }>(
    `select quote_ident(attname) as column, format('%I::%s', attname, format_type(atttypid, atttypmod)) as as
     from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped and attgenerated = '' and attname = any($2)`,
    [`${queueSchema}.${name}`, columns],
  )
  if (rows.length === 0) return
  await client.query(
    `insert into ${queueSchema}.${name} (${rows.map(({ column }) => column).join(', ')}) select ${rows.map((row) => row.as).join(', ')} from incoming`,
  )
}

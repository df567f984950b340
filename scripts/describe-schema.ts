/** The schema of a database as readable SQL, from the catalogue itself: always the same text for the same schema. */
import type pg from 'pg'

const first =
  '-- What the migrations make. Written by scripts/schema.ts, never by hand; the check compares it with db/migrations.'
const ours = `n.nspname = 'public' and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

/** Each query gives lines of text, in order; `{table}` stands for one table's oid. */
const queries = {
  tables: `select c.oid::int as oid, c.relname as line, c.relrowsecurity as secured from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind in ('r', 'p') and c.relname !~ '^kysely_' order by c.relname collate "C"`,
  columns: `select '  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when col.collname <> 'default' and a.attcollation <> t.typcollation then ' collate ' || quote_ident(col.collname) else '' end
      || case when a.attnotnull then ' not null' else '' end
      || case when a.attidentity <> '' then ' generated always as identity'
              when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
              when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end as line
    from pg_attribute a join pg_type t on t.oid = a.atttypid left join pg_collation col on col.oid = a.attcollation
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`,
  constraints: `select '  constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
    where conrelid = $1 and contype <> 'n' order by position(contype in 'puxfc'), conname collate "C"`,
  indexes: `select pg_get_indexdef(i.indexrelid) || ';' as line from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = $1 and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')) order by c.relname collate "C"`,
  policies: `select 'create policy ' || quote_ident(polname) || ' on ' || polrelid::regclass || ' for '
      || case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
      || coalesce(' using (' || regexp_replace(pg_get_expr(polqual, polrelid), '\\s+', ' ', 'g') || ')', '')
      || coalesce(' with check (' || regexp_replace(pg_get_expr(polwithcheck, polrelid), '\\s+', ' ', 'g') || ')', '') || ';' as line
    from pg_policy where polrelid = $1 order by position(polcmd in 'rawd'), polname collate "C"`,
  triggers: `select pg_get_triggerdef(oid) || ';' as line from pg_trigger where tgrelid = $1 and not tgisinternal order by tgname collate "C"`,
  views: `select 'create view ' || c.relname || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '') || ' as' || chr(10) || pg_get_viewdef(c.oid) || coalesce(chr(10) || 'comment on view ' || c.relname || ' is ' || quote_literal(obj_description(c.oid)) || ';', '') as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind = 'v' order by c.relname collate "C"`,
  functions: `select rtrim(pg_get_functiondef(c.oid), E' \\n') || ';' as line from pg_proc c join pg_namespace n on n.oid = c.pronamespace
    where ${ours} order by c.proname collate "C", pg_get_function_identity_arguments(c.oid)`,
  grants: `select 'grant ' || string_agg(lower(privilege_type), ', ' order by privilege_type collate "C") || ' on ' || table_name || ' to the application;' as line
    from information_schema.role_table_grants where table_schema = 'public' and grantee = 'tovholder_app' and table_name !~ '^kysely_'
    group by table_name order by table_name collate "C"`,
}

/** PostgreSQL's own spelling says some things twice. */
const readable = (text: string) =>
  text
    .replace(/\( SELECT (app_\w+)\(\) AS \1\)/g, '(select $1())')
    .replaceAll(' public.', ' ')
    .replaceAll("''::text", "''")

type Row = { oid: number; line: string; secured: boolean }

export const describeSchema = async (client: pg.Client): Promise<string> => {
  const ask = async (query: keyof typeof queries, table?: number) =>
    (await client.query<Row>(queries[query], table === undefined ? [] : [table])).rows
  const lines = async (query: keyof typeof queries, table?: number) => (await ask(query, table)).map(({ line }) => line)
  const describeTable = async ({ oid, line: name, secured }: Row) => {
    const inside = [...(await lines('columns', oid)), ...(await lines('constraints', oid))].join(',\n')
    const after = [
      ...(await lines('indexes', oid)),
      ...(secured ? [`alter table ${name} enable row level security;`] : []),
      ...(await lines('policies', oid)),
      ...(await lines('triggers', oid)),
    ]
    return [`create table ${name} (\n${inside}\n);`, ...after].join('\n')
  }
  const tables: string[] = []
  for (const table of await ask('tables')) tables.push(await describeTable(table))
  const rest = [...(await lines('views')), ...(await lines('functions'))]
  const parts = [first, ...tables, ...rest, `-- Who may do what\n${(await lines('grants')).join('\n')}`]
  return readable(`${parts.join('\n\n')}\n`)
}

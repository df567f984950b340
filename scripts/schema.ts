/**
 * The schema that the migrations make, as text to read (db/schema.sql) and as types (db/types.ts).
 * `node scripts/schema.ts` compares with what is there and exits 1 when it is stale; with `--write` it writes both.
 * Made on the embedded PostgreSQL 17, because versions print views and expressions differently.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '#platform/db/migrate'
import { useEmbedded } from '#platform/db/embedded/embedded'
import { describeSchema } from './describe-schema.ts'

const mapping = {
  timestamptz: 'string',
  date: 'string',
  time: 'string',
  int8: 'number',
  numeric: 'number',
  tstzrange: 'string',
}

const typesOf = (url: string, folder: string) => {
  const file = join(folder, 'types.ts')
  const given = ['--dialect', 'postgres', '--camel-case', '--log-level', 'error', '--out-file', file, '--url', url]
  const shaped = ['--exclude-pattern', '{kysely_*,pgboss.*}', '--type-mapping', JSON.stringify(mapping)]
  execFileSync('node_modules/.bin/kysely-codegen', [...given, ...shaped], { stdio: 'inherit' })
  return readFileSync(file, 'utf8')
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** PostgreSQL does not say of a view's columns which may be null: the view's comment does ("Null: phone town."). */
const neverNull = async (client: pg.Client, types: string): Promise<string> => {
  const { rows } = await client.query<{ name: string; said: string }>(
    "select c.relname as name, obj_description(c.oid) as said from pg_class c where c.relkind = 'v' and obj_description(c.oid) like '%Null: %'",
  )
  return rows.reduce((text, { name, said }) => {
    const nullable = (/Null: ([^.]*)\./.exec(said)?.[1] ?? '').split(' ').map(camel)
    const head = `export interface ${camel(`_${name}`)} {\n`
    const from = text.indexOf(head) + head.length
    const to = text.indexOf('\n}', from)
    const body = text
      .slice(from, to)
      .replace(/^( {2}(\w+): .*?) \| null;$/gm, (line, type: string, column: string) =>
        nullable.includes(column) ? line : `${type};`,
      )
    return text.slice(0, from) + body + text.slice(to)
  }, types)
}

const make = async (folder: string) => {
  const embedded = await useEmbedded({ dataDir: join(folder, 'data'), lease: 'command' })
  try {
    await migrate(embedded.ownerUrl, embedded.appUrl)
    const client = new pg.Client(embedded.ownerUrl)
    await client.connect()
    try {
      const types = await neverNull(client, typesOf(embedded.ownerUrl, folder))
      return { 'db/schema.sql': await describeSchema(client), 'db/types.ts': types }
    } finally {
      await client.end()
    }
  } finally {
    await embedded.release()
  }
}

const current = (file: string) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const folder = mkdtempSync(join(tmpdir(), 'tov-schema-'))
const made = await make(folder).finally(() => rmSync(folder, { recursive: true, force: true }))
const stale = Object.entries(made).filter(([file, text]) => current(file) !== text)
if (process.argv.includes('--write')) for (const [file, text] of stale) writeFileSync(file, text)
else if (stale.length > 0) {
  process.stderr.write(
    `${stale.map(([file]) => file).join(' and ')} do not agree with db/migrations. Run: npm run db:schema\n`,
  )
  process.exitCode = 1
}

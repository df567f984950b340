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

const make = async (folder: string) => {
  const embedded = await useEmbedded({ dataDir: join(folder, 'data'), lease: 'command' })
  try {
    await migrate(embedded.ownerUrl, embedded.appUrl)
    const client = new pg.Client(embedded.ownerUrl)
    await client.connect()
    const schema = await describeSchema(client).finally(() => client.end())
    return { 'db/schema.sql': schema, 'db/types.ts': typesOf(embedded.ownerUrl, folder) }
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

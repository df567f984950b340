/** Import through the product against PostgreSQL's COPY of the same rows into a table with the same indexes. */
import { once } from 'node:events'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { report } from './report.ts'
import type { registerOf } from './register.ts'

const columns =
  'id, kind, cvr, p_number, name, street, postal_code, town, municipality, industry, industry_text, form_code, form, employees, employees_from, employees_to, phone, email, website, started_on, closed_on, status_text, protected, protected_seen_at, register_changed_at, changed_at'

const copySeconds = async (ownerUrl: string): Promise<number> => {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  await client.query('create table bench_company (like company including all)')
  const lines = await client.query<string[]>({
    text: `select ${columns
      .split(', ')
      .map((name) => `${name}::text`)
      .join(', ')} from company`,
    rowMode: 'array',
  })
  const escape = (value: string | null) =>
    value === null
      ? '\\N'
      : value.replace(
          /[\\\t\n\r]/g,
          (sign) => `\\${sign === '\t' ? 't' : sign === '\n' ? 'n' : sign === '\r' ? 'r' : '\\'}`,
        )
  const text = lines.rows.map((row) => row.map(escape).join('\t')).join('\n')
  const began = performance.now()
  const stream = client.query(copyFrom(`copy bench_company (${columns}) from stdin`))
  stream.end(`${text}\n`)
  await once(stream, 'finish')
  const seconds = (performance.now() - began) / 1000
  await client.query('drop table bench_company')
  await client.end()
  return seconds
}

export const benchImport = async ({ store, imported, seconds }: Awaited<ReturnType<typeof registerOf>>) => {
  const rows = imported.created
  const floor = await copySeconds(store.ownerUrl)
  report('import', 'rows_per_second', rows / seconds, 'higher', null, { rows, seconds, rejected: imported.rejected })
  report('import', 'share_of_copy', floor / seconds, 'higher', null, { copyRowsPerSecond: rows / floor })
}

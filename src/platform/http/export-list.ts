import type { Asker } from '../context.ts'
import type { Database } from '../db/open.ts'
import { exportTable } from '../files/export.ts'
import { isRecord } from '../typed.shared.ts'
import type { Input } from './read-input.ts'
import type { Download, Served } from './serve.ts'

export type ExportFormat = 'csv' | 'xlsx'
/** Rows of one export: enough for any list of a centre, few enough for memory. */
const most = 100_000

type Answer = { rows: unknown[]; next?: string | null }

/** All pages of a list, with the same filters and the same eyes as on the screen, as one file. */
export const exportList = async (
  database: Database,
  asker: Asker,
  served: Served,
  input: Input,
  format: ExportFormat,
): Promise<Download> => {
  const rows: unknown[] = []
  let cursor: string | undefined
  do {
    const query = { ...(isRecord(input.query) && input.query), cursor, limit: 200 }
    const page = (await database.read(
      asker,
      (ctx) => served.rule?.(ctx, { ...input, query }) ?? Promise.resolve({ rows: [] }),
    )) as Answer
    rows.push(...page.rows)
    cursor = page.next ?? undefined
  } while (cursor && rows.length < most)
  const columns = (served.columns ?? []).map((column) => ({
    title: column.title({}, { locale: asker.language }),
    value: (row: unknown) => column.value(row, asker.language),
  }))
  const name = served.endpoint.path.split('/').findLast((part) => !part.startsWith('{')) ?? 'list'
  const body = new Uint8Array(await new Response(exportTable(format, columns, rows, asker.language)).arrayBuffer())
  const type =
    format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { download: { name: `tovholder-${name}.${format}`, type, body } }
}

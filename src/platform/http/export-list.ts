import type { Asker } from '../context.ts'
import { exportTable } from '../files/export.ts'
import { isRecord } from '../typed.shared.ts'
import type { House } from './exchange.ts'
import type { Input } from './read-input.ts'
import type { Download, Served } from './serve.ts'

export type ExportFormat = 'csv' | 'xlsx'
/** Rows of one export: enough for any list of a centre, few enough for memory. */
const most = 100_000

/** A list by its verb, and how many of its rows left the house. */
export type TakenOut = { list: string; format: ExportFormat; rows: number }

type Answer = { rows: unknown[]; next?: string | null }

/** All pages of a list, with the same filters and the same eyes as on the screen, as one file. What cannot be recorded is not given out. */
export const exportList = async (
  { database, recordTakenOut }: Pick<House, 'database' | 'recordTakenOut'>,
  asker: Asker,
  served: Served,
  input: Input,
  format: ExportFormat,
): Promise<Download> => {
  const rows: unknown[] = []
  let cursor: string | undefined
  do {
    const query = { ...(isRecord(input.query) && input.query), cursor, limit: served.portion }
    const page = (await database.read(
      asker,
      (ctx) => served.rule?.(ctx, { ...input, query }) ?? Promise.resolve({ rows: [] }),
    )) as Answer
    rows.push(...page.rows)
    cursor = page.next ?? undefined
  } while (cursor && rows.length < most)
  const taken = { list: served.endpoint.name, format, rows: rows.length }
  await database.noteReading(asker, (ctx) => recordTakenOut(ctx, taken))
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

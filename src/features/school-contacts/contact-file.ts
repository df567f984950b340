/** A school's contact list as it was handed in: read whole, good rows and bad. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { problemText } from '#platform/files/file-problems.table'
import { type FileProblem, stopsReading, type Table } from '#platform/files/table'
import { guessColumns } from './contact-columns.ts'
import { type Contact, readContact, type RowError } from './contact-row.ts'
import type { Columns } from './school-contacts.schema.ts'

const mostContacts = 200_000

export type Read = {
  columns: Columns
  sample: string[][]
  contacts: Contact[]
  twice: number
  errors: RowError[]
  rejected: number
}

export const fileError = (at: FileProblem, line: number, rejected: boolean): RowError => {
  const { line: _, ...told } = at
  return {
    line: at.line ?? line,
    column: at.column ?? null,
    said: { da: problemText(told, 'da'), en: problemText(told, 'en') },
    rejected,
  }
}

/** Why nothing at all could be read, as the answer's problem. */
export const refuseFile = (ctx: Ctx, at: FileProblem) =>
  problem('file-refused', { reason: problemText(at, ctx.language) })

const sampleRows = 50
type Row = Awaited<ReturnType<AsyncIterator<Table['rows'] extends AsyncIterable<infer R> ? R : never>['next']>>['value']

/** Reads the whole table; the first rows are looked at to guess the columns, when none were chosen. */
export const readAll = async (
  ctx: Ctx,
  table: Table,
  chosen: Columns | undefined,
  domain: string | null,
): Promise<Read> => {
  const read: Read = { columns: chosen ?? {}, sample: [], contacts: [], twice: 0, errors: [], rejected: 0 }
  const seen = new Set<string>()
  const waiting: Row[] = []
  let guessed = chosen !== undefined
  const take = (row: Row) => {
    if ('problem' in row) {
      if (stopsReading(row.problem)) throw refuseFile(ctx, row.problem)
      read.rejected += 1
      return void read.errors.push(fileError(row.problem, row.line, true))
    }
    const { contact, errors } = readContact(row.cells, row.line, read.columns, table.header, domain)
    read.errors.push(...errors)
    if (!contact) return void (read.rejected += 1)
    const key = JSON.stringify({ ...contact, line: 0 })
    if (seen.has(key)) return void (read.twice += 1)
    seen.add(key)
    read.contacts.push(contact)
    if (read.contacts.length > mostContacts) throw problem('too-large', { most: `${mostContacts / 1000}.000` })
  }
  const settle = () => {
    read.sample = waiting.flatMap((row) => ('problem' in row ? [] : [row.cells])).slice(0, 5)
    if (!guessed)
      read.columns = guessColumns(
        table.header,
        waiting.flatMap((row) => ('problem' in row ? [] : [row.cells])),
      )
    guessed = true
    for (const row of waiting.splice(0)) take(row)
  }
  let settled = false
  for await (const row of table.rows) {
    if (settled) take(row)
    else if (waiting.push(row) >= sampleRows) {
      settle()
      settled = true
    }
  }
  if (!settled) settle()
  return read
}

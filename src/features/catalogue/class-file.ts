import { errorsKept, type FileRow, type Mapping, type RowError } from '../imports/imports.ts'
import { type FoundClass, neededColumns, otherColumns, readClass } from './class-row.ts'
import { reasons } from './reasons.ts'

export type ReadClasses = {
  found: FoundClass[]
  /** Rows that stand twice and say the same: nothing to do. */
  repeated: number
  errors: RowError[]
  /** Rows, not reasons: one row may have several. */
  rejected: number
}

/** The portal's columns by their names, whatever the case. */
export const placesOf = (header: readonly string[]): Mapping =>
  Object.fromEntries(header.map((name, at) => [name.toLowerCase(), at]))

const known = new Set<string>([...neededColumns, ...otherColumns].map((name) => name.toLowerCase()))
/** How the portal's table is told from what somebody wrote around it. */
export const classTable = {
  isHeading: (cell: string) => known.has(cell.trim().toLowerCase()),
  isData: (cell: string) => /^https?:/i.test(cell.trim()),
  // A class's number begins with its school's, and may look like a person's.
  noPersons: true,
} as const

/** Why a file with these columns is not the portal's. */
export const refuseOther = (header: readonly string[]) => {
  const places = placesOf(header)
  const missing = neededColumns.filter((name) => places[name.toLowerCase()] === undefined)
  return missing.length > 0 ? reasons.otherFile(missing.join(', ')) : undefined
}

/** Reads every row of the portal's file. */
export const readClasses = async (rows: AsyncIterable<FileRow>, places: Mapping): Promise<ReadClasses> => {
  const read: ReadClasses = { found: [], repeated: 0, errors: [], rejected: 0 }
  const seen = new Map<string, FoundClass>()
  const refuse = (errors: readonly Omit<RowError, 'rejected'>[]) => {
    read.rejected++
    if (read.errors.length < errorsKept) read.errors.push(...errors.map((one) => ({ ...one, rejected: true })))
  }
  for await (const row of rows) {
    if ('wrong' in row) refuse([{ line: row.n, ...row.wrong }])
    if (!('cells' in row)) continue
    const one = readClass(row.n, (column) => (row.cells[places[column.toLowerCase()] ?? -1] ?? '').trim())
    if ('errors' in one) {
      refuse(one.errors)
      continue
    }
    const before = seen.get(one.quickNumber)
    if (!before) {
      seen.set(one.quickNumber, one)
      read.found.push(one)
    } else if (JSON.stringify({ ...before, line: 0 }) === JSON.stringify({ ...one, line: 0 })) read.repeated++
    else refuse([{ line: one.line, column: 'kviknummer', reason: reasons.twice(before.line) }])
  }
  return read
}

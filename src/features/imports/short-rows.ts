/** Rows of a text file with too few cells: which of them can be known, and which only their owner knows. */
import type { FileProblem } from '#platform/files/file-problem'
import type { ImportReader, Mapping } from './reader.ts'
import { type Reason, reason } from '#platform/reason'

type Table = { header: readonly string[]; sample: readonly (readonly string[])[]; mapping: Mapping }
type Kinds = NonNullable<ImportReader['table']['kinds']>

/** Cells of a row that has too few of them. */
export const shortCells = (problem: FileProblem, cells: string[] | undefined) =>
  problem.code === 'columns-missing' && cells !== undefined ? { short: cells } : {}

/**
 * What is missing of a row is missing at its end when its last cell can only stand where it stands: it fits the kind of its column, and no
 * column after it may hold such a one. Else a cell in the middle may be the one that is missing, and nobody can tell.
 */
const isKnown = (cells: readonly string[], { header, sample, mapping }: Table, kinds: Kinds): boolean => {
  const last = cells.length - 1
  const text = (cells[last] ?? '').trim()
  const fieldAt = (at: number) => Object.keys(mapping).find((field) => mapping[field] === at)
  const fits = kinds[fieldAt(last) ?? '']
  if (!fits || text === '' || !fits(text)) return false
  return header.every((_, at) => {
    if (at <= last) return true
    const field = fieldAt(at)
    if (field !== undefined) return !kinds[field]?.(text)
    const told = sample.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '')
    return told.length > 0 && !told.some((cell) => fits(cell))
  })
}

/** The row in its whole width with what is told of it, or undefined where it cannot be known. */
export const wholeRow = (short: readonly string[], table: Table, kinds: Kinds | undefined) => {
  if (!kinds || !isKnown(short, table, kinds)) return undefined
  const missing = table.header.slice(short.length)
  const left: { column: string | null; reason: Reason }[] = [
    { column: null, reason: reason('imports_short_row', { count: short.length, columns: missing.join(', ') }) },
  ]
  return { cells: [...short, ...missing.map(() => '')], left }
}

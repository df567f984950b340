/** Rows of a text file with too few cells, or too many: which of them can be known, and which only their owner knows. */
import type { FileProblem } from '#platform/files/file-problem'
import { columnName } from '#platform/files/table'
import type { FileRow, ImportReader, Mapping } from './reader.ts'
import { type Reason, reason, reasonOfFile } from '#platform/reason'

type Table = {
  header: readonly string[]
  sample: readonly (readonly string[])[]
  mapping: Mapping
  /** Which sign parts the cells. */
  delimiter: string
}
type Kinds = NonNullable<ImportReader['table']['kinds']>
type Fits = (cell: string) => boolean
type Left = { column: string | null; reason: Reason }[]

/** The cells of such a row. */
export const unevenCells = ({ code }: FileProblem, cells: string[] | undefined) => {
  if (cells === undefined) return {}
  return { ...(code === 'columns-missing' && { short: cells }), ...(code === 'too-many-cells' && { long: cells }) }
}

const fieldAt = ({ mapping }: Table, at: number) => Object.keys(mapping).find((field) => mapping[field] === at) ?? ''
const toldAt = ({ sample }: Table, at: number) =>
  sample.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '')

/**
 * What is missing of a row is missing at its end when its last cell can only stand where it stands: it fits the kind of its column, and no
 * column after it may hold such a one. Else a cell in the middle may be the one that is missing, and nobody can tell.
 */
const isKnown = (cells: readonly string[], table: Table, kinds: Kinds): boolean => {
  const last = cells.length - 1
  const text = (cells[last] ?? '').trim()
  const fits = kinds[fieldAt(table, last)]
  if (!fits || text === '' || !fits(text)) return false
  return table.header.every((_, at) => {
    if (at <= last) return true
    const field = fieldAt(table, at)
    if (field !== '') return !kinds[field]?.(text)
    const told = toldAt(table, at)
    return told.length > 0 && !told.some((cell) => fits(cell))
  })
}

/** The row in its whole width with what is told of it, or undefined where it cannot be known. */
const wholeRow = (short: readonly string[], table: Table, kinds: Kinds | undefined) => {
  if (!kinds || !isKnown(short, table, kinds)) return undefined
  const missing = table.header.slice(short.length)
  const why = reason('imports_short_row', { count: short.length, columns: missing.join(', ') })
  const left: Left = [{ column: null, reason: why }]
  return { cells: [...short, ...missing.map(() => '')], left }
}

/** With more cells too many there is no end to the ways. */
const mostTooMany = 4
const isNumber = (cell: string) => /^[\d\s.,-]+$/.test(cell)

/** What a column's cells must be, told by its field, or by numbers in each row of the sample; undefined of a text. */
const kindsOf = (table: Table, kinds: Kinds): (Fits | undefined)[] =>
  table.header.map((_, at) => {
    const told = toldAt(table, at)
    return kinds[fieldAt(table, at)] ?? (told.length > 1 && told.every(isNumber) ? isNumber : undefined)
  })

/** How many cells each column takes, in each of the ways that fit; at most two ways. */
const waysOf = (cells: readonly string[], columns: readonly (Fits | undefined)[]): number[][] => {
  const found: number[][] = []
  const go = (at: number, widths: readonly number[]) => {
    const column = widths.length
    if (found.length > 1) return
    if (column === columns.length) return void (at === cells.length && found.push([...widths]))
    const fits = columns[column]
    const left = cells.length - at - (columns.length - column)
    for (let more = 0; more <= (fits ? 0 : left); more++) {
      const text = (cells[at] ?? '').trim()
      if (fits && text !== '' && !fits(text)) return
      go(at + 1 + more, [...widths, 1 + more])
    }
  }
  go(0, [])
  return found
}

/** A text held the delimiter: the row with it joined again, and what is told of it; undefined where several ways fit, or none. */
const joinedRow = (cells: readonly string[], table: Table, kinds: Kinds | undefined) => {
  if (!kinds || cells.length - table.header.length > mostTooMany) return undefined
  const [widths, other] = waysOf(cells, kindsOf(table, kinds))
  if (!widths || other) return undefined
  let from = 0
  const whole = widths.map((width) => cells.slice(from, (from += width)).join(table.delimiter))
  const joined = widths.flatMap((width, at) => (width > 1 ? [columnName(table.header, at)] : []))
  const why = reason('imports_long_row', { count: cells.length, columns: joined.join(', ') })
  const left: Left = [{ column: joined[0] ?? null, reason: why }]
  return { cells: whole, left }
}

/**
 * Blank cells at the end may be what is left when a text before them was cut in two: a cell that does not fit its column, and would if two
 * were joined, makes the row one that only its owner knows.
 */
const isDoubtful = (cells: readonly string[], dropped: number, table: Table, kinds: Kinds): boolean => {
  const columns = kindsOf(table, kinds)
  const isMisfit = (cell: string, at: number) => cell.trim() !== '' && columns[at]?.(cell.trim()) === false
  if (dropped > mostTooMany || !cells.some(isMisfit)) return false
  return waysOf([...cells, ...Array.from({ length: dropped }, () => '')], columns).length > 0
}

/** Rows of another width as they can be known; the others stay as they are. */
export const mendingRows =
  (table: Table, kinds: Kinds | undefined) =>
  (row: FileRow): FileRow => {
    if ('wrong' in row) {
      const known = row.short ? wholeRow(row.short, table, kinds) : row.long && joinedRow(row.long, table, kinds)
      return known ? { n: row.n, ...known } : row
    }
    if (!('cells' in row) || !row.dropped || !kinds || !isDoubtful(row.cells, row.dropped, table, kinds)) return row
    const detail = { expected: table.header.length, found: row.cells.length + row.dropped }
    return { n: row.n, wrong: { column: null, reason: reasonOfFile({ code: 'too-many-cells', detail }) } }
  }

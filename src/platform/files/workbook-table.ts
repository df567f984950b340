/** A workbook as one table: which of its sheets are read, under which headings, and what is said of the rest. */
import { type ByHand, headingWithin, type Reading } from './by-hand.ts'
import type { Cells } from './csv-cells.ts'
import type { FileLimits } from './file-limits.ts'
import { type FileProblem, FileStopped } from './file-problem.ts'
import { findHeader, type FoundHeader, type Headings, isTable, rowsLooked, rowsSearched, topOf } from './find-header.ts'
import { struckOut, struckPersons } from './personal-cells.ts'
import { columnName, headerProblems, isBad, told } from './table-rows.ts'
import type { BadRecord } from './text-records.ts'
import { type OpenWorkbook, openWorkbook, type SheetHead } from './xlsx.ts'

/** `cells`: where each of the table's columns stands in this sheet. */
type Sheet = { head: SheetHead; found: FoundHeader; cells: number[] }
export type WorkbookTable = {
  header: string[]
  /** In the order of `Cells.sheet`; a single one is not named. */
  sheets: string[]
  rows: AsyncGenerator<(Cells | BadRecord)[]>
  problems: FileProblem[]
  headerLine: number
  reading: Reading
}

/** @throws FileStopped when nothing in it can be read */
export const workbookTable = async (
  data: Buffer,
  limits: FileLimits,
  known: Headings | undefined,
  byHand: ByHand,
): Promise<WorkbookTable> => {
  const looked = Math.max(rowsSearched, Math.min(byHand.heading ?? 0, headingWithin))
  const book = await openWorkbook(data, limits, looked)
  try {
    const seen = ({ rows, ...head }: SheetHead) => ({ ...head, rows: known?.noPersons ? rows : struckPersons(rows) })
    const plan = planOf(book.heads.map(seen), limits, known, byHand)
    return { ...plan, rows: rowsOf(book, plan.read), sheets: plan.read.map(({ head }) => head.name) }
  } catch (error) {
    await book.close()
    throw error
  }
}

/** With headings that are known, else with anything in it; what is shown before what is hidden. */
const firstOf = (heads: readonly SheetHead[], known: Headings | undefined): SheetHead | undefined => {
  const looked = heads.filter(({ rows }) => rows.length > 0)
  const shown = [...looked.filter(({ hidden }) => !hidden), ...looked.filter(({ hidden }) => hidden)]
  const within = (most: number) => shown.find(({ rows }) => known !== undefined && isTable(rows.slice(0, most), known))
  return within(rowsLooked) ?? within(rowsSearched) ?? shown[0]
}

/** The sheet of that name. */
const sheetNamed = (heads: readonly SheetHead[], sheet: string): SheetHead => {
  const filled = heads.filter(({ rows }) => rows.length > 0)
  const found = filled.find(({ name }) => name === sheet)
  const sheets = filled.map(({ name }) => name).join(', ')
  if (!found) throw new FileStopped({ code: 'file-sheet-not-there', detail: { sheet, sheets } })
  return found
}

const planOf = (
  heads: readonly SheetHead[],
  limits: FileLimits,
  known: Headings | undefined,
  { sheet, heading }: ByHand,
) => {
  const first = sheet === undefined ? firstOf(heads, known) : sheetNamed(heads, sheet)
  if (!first) throw new FileStopped({ code: 'workbook-empty' })
  const [top] = first.rows
  if (top && isBad(top) && heading === undefined) throw new FileStopped(top.problem)
  const found = findHeader(first.rows, known, heading)
  const header = withUnnamed(found, first)
  if (header.length > limits.columns)
    throw new FileStopped({ code: 'too-many-columns', line: found.line, detail: { limit: limits.columns } })
  const base: Sheet = { head: first, found, cells: header.map((_, at) => at) }
  // Whoever names a sheet means that one alone.
  const isAsked = (head: SheetHead) => sheet === undefined && sameHeadings(head, header, known)
  const read = heads.flatMap((head) => (head === first ? base : isAsked(head) || []))
  const problems = [...found.notes, ...headerProblems(header, found.line), ...toldOf(heads, read, base, header)]
  const reading: Reading = {
    heading: found.line,
    top: topOf(first.rows),
    sheets: heads.flatMap(({ name, rows }) => (rows.length > 0 ? [name] : [])),
  }
  return { header, read, problems, headerLine: found.line, reading }
}

const cellsTold = 12
const boxesTold = 3
const longestTold = 80
/** How many there are, and the first of them. */
const besideTold = (code: FileProblem['code'], all: readonly string[], most: number): FileProblem[] => {
  if (all.length === 0) return []
  const first = all.slice(0, most).map((one) => (one.length > longestTold ? `${one.slice(0, longestTold)}…` : one))
  return [{ code, detail: { count: all.length, which: `${first.join(', ')}${all.length > most ? ' …' : ''}` } }]
}

const isOfPersons = (row: Cells | BadRecord) => !isBad(row) && row.cells.some((cell) => cell.includes(struckOut))

/** One sentence for all sheets it is true of: a workbook may have a hundred. */
const toldOf = (heads: readonly SheetHead[], read: readonly Sheet[], base: Sheet, header: readonly string[]) => {
  const problems: FileProblem[] = []
  const tell = (code: FileProblem['code'], name: string, which: readonly string[], most = 1) => {
    if (which.length >= most) problems.push({ code, detail: { [name]: which.join(', '), other: base.head.name } })
  }
  const named = (sheets: readonly SheetHead[]) => sheets.map(({ name }) => name)
  const are = read.map(({ head }) => head)
  const unseen = read.flatMap(({ head, cells }) =>
    cells.flatMap((at, column) => (head.hiddenColumns.includes(at) ? [columnName(header, column)] : [])),
  )
  const unread = heads.filter((head) => !are.includes(head))
  tell('sheet-left-out', 'sheets', named(unread))
  tell('personal-numbers-elsewhere', 'sheets', named(unread.filter(({ rows }) => rows.some(isOfPersons))))
  tell('sheets-together', 'sheets', named(are.filter(({ hidden }) => !hidden)), 2)
  tell('hidden-columns', 'columns', [...new Set(unseen)])
  tell('merged-cells', 'sheets', named(are.filter(({ isMerged }) => isMerged)))
  const many = are.length > 1
  problems.push(
    ...besideTold(
      'comments-not-read',
      are.flatMap(({ name, beside }) => beside.comments.map((cell) => (many ? `${name}: ${cell}` : cell))),
      cellsTold,
    ),
    ...besideTold(
      'text-boxes-not-read',
      are.flatMap(({ beside }) => beside.boxes.map(told)),
      boxesTold,
    ),
  )
  return problems
}

/** A column that has no heading, but is filled in rows enough to be one. */
const withUnnamed = ({ header, from }: FoundHeader, { rows }: SheetHead): string[] => {
  const below = rows.slice(from).flatMap((row) => (isBad(row) ? [] : [row.cells]))
  const named = [...header]
  const width = Math.max(0, ...below.map((cells) => cells.length))
  for (let at = header.length; at < width; at++) {
    const count = below.filter((cells) => (cells[at] ?? '').trim() !== '').length
    if (count >= 3 && count >= below.length / 2) while (named.length <= at) named.push('')
  }
  return named
}

const keyOf = (name: string) => name.toLowerCase().replace(/[^\p{L}\d]+/gu, '')

/** A sheet with the same headings, in whatever order; of a table without headings nobody knows whether they are the same. */
const sameHeadings = (head: SheetHead, header: readonly string[], known: Headings | undefined): Sheet | undefined => {
  const [top] = head.rows
  if (!known || !top || isBad(top)) return undefined
  const found = findHeader(head.rows, known)
  if (found.line === 0) return undefined
  const names = found.header.map(keyOf)
  const wanted = header.map(keyOf)
  const named = wanted.filter((name) => name !== '')
  const same = named.length > 0 && named.length === names.filter((name) => name !== '').length
  if (!same || named.some((name) => !names.includes(name))) return undefined
  const taken = new Set<number>()
  const cells = wanted.map((name, at) => {
    const place = name === '' ? at : names.findIndex((other, where) => other === name && !taken.has(where))
    taken.add(place)
    return place
  })
  return { head, found, cells }
}

async function* rowsOf(book: OpenWorkbook, sheets: readonly Sheet[]): AsyncGenerator<(Cells | BadRecord)[]> {
  const shown = sheets.some(({ head }) => !head.hidden)
  try {
    for (const [sheet, { head, found, cells }] of sheets.entries()) {
      const straight = cells.every((place, at) => place === at)
      for await (const batch of book.rows(head.path)) {
        yield batch.flatMap((row): (Cells | BadRecord)[] => {
          if (row.line <= found.line || (found.line === 0 && row.line < lineFrom(head, found))) return []
          const of = sheets.length > 1 ? { sheet } : {}
          if (isBad(row)) return [{ ...row, ...of }]
          const hidden = row.hidden || (head.hidden && shown) ? { hidden: true as const } : {}
          const beside = row.cells.slice(found.header.length)
          const placed = straight ? row.cells : [...cells.map((place) => row.cells[place] ?? ''), ...beside]
          const looks = row.looks && !straight ? { looks: cells.map((place) => row.looks?.[place]) } : {}
          return [{ ...row, cells: placed, ...looks, ...hidden, ...of }]
        })
      }
    }
  } finally {
    await book.close()
  }
}

/** Where the rows of a table without headings begin. */
const lineFrom = (head: SheetHead, found: FoundHeader) => head.rows[found.from]?.line ?? 1

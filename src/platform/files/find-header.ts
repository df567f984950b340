/** Which row holds the headings: people write titles over them, two rows of them, or none. */
import { headingNotThere } from './by-hand.ts'
import type { Cells } from './csv-cells.ts'
import type { FileProblem } from './file-problem.ts'
import { headerOf, isBad, letterOf, told } from './table-rows.ts'
import type { BadRecord } from './text-records.ts'

/** What whoever reads the table knows of its cells: without it the first row is the headings. */
export type Headings = {
  isHeading: (cell: string) => boolean
  isData: (cell: string) => boolean
  /** It is about no people: numbers that look like theirs are others', and stay. */
  noPersons?: true
}

export type FoundHeader = {
  header: string[]
  /** The line it stands on; 0 for a table without headings. */
  line: number
  /** Where the rows begin, among those looked at. */
  from: number
  notes: FileProblem[]
}

export const rowsLooked = 30
/** Where no table stands among those, as under the minutes of a meeting, so many are searched. */
export const rowsSearched = 300
const quotedTitle = 120

const filled = (row: Cells) => row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
/** `Telefon: 36154500` above a table, or on a cover, is no row of it. */
const isLabelled = (cells: readonly string[], { isHeading, isData }: Headings) => {
  const [label = ''] = cells
  return cells.length > 1 && cells.length < 4 && isHeading(label) && !isData(label)
}
const holdsData = (row: Cells, { isData }: Headings) => filled(row).some(isData)
const isHeadings = (row: Cells, known: Headings) =>
  filled(row).filter(known.isHeading).length > 1 && !holdsData(row, known)

/** Whether a row of headings stands among these, or rows that are data. */
export const isTable = (rows: readonly (Cells | BadRecord)[], known: Headings): boolean =>
  rows.some(
    (row) => !isBad(row) && (isHeadings(row, known) || (holdsData(row, known) && !isLabelled(filled(row), known))),
  )

/** How many of the first rows are looked at. */
const lookedAt = (rows: readonly (Cells | BadRecord)[], known: Headings): number =>
  !isTable(rows.slice(0, rowsLooked), known) && isTable(rows.slice(0, rowsSearched), known) ? rowsSearched : rowsLooked

/** The first row of the table that holds data; labels count as such where no headings follow. */
const firstData = (rows: readonly Cells[], known: Headings): number => {
  const headings = rows.findLastIndex((row) => isHeadings(row, known))
  return rows.findIndex((row, at) => holdsData(row, known) && (at > headings || !isLabelled(filled(row), known)))
}

/**
 * Looks at the first rows, none of them bad at the top; `chosen` is the line that somebody says the headings stand on, 0 for a table
 * without any. Throws FileStopped when nothing stands there.
 */
export const findHeader = (
  rows: readonly (Cells | BadRecord)[],
  known: Headings | undefined,
  chosen?: number,
): FoundHeader => {
  const looked = chosen === undefined && known ? rows.slice(0, lookedAt(rows, known)) : rows
  const plain = looked.filter((row): row is Cells => !isBad(row))
  if (chosen !== undefined) return chosen === 0 ? withoutHeadings(plain, 0) : headingsOn(plain, chosen)
  const [top] = plain
  if (!top || !known) return { header: top ? headerOf(top) : [], line: top?.line ?? 0, from: 1, notes: [] }
  const data = firstData(plain, known)
  const above = plain.slice(0, data < 0 ? plain.length : data)
  const width = Math.max(...plain.map((row) => new Set(filled(row)).size))
  const headingsIn = (row: Cells) => filled(row).filter(known.isHeading).length
  const scoreOf = (row: Cells) => {
    const count = new Set(filled(row)).size
    return headingsIn(row) * 2 + (count >= Math.max(1, width / 2) ? 1 : 0)
  }
  const best = Math.max(0, ...above.map(scoreOf))
  const at = above.findIndex((row) => scoreOf(row) === best)
  const row = above[at]
  if (!row || best === 0) return withoutHeadings(plain, Math.max(0, data))
  const isSecond = (other: Cells | undefined) =>
    other !== undefined &&
    !holdsData(other, known) &&
    headingsIn(other) > 0 &&
    headingsIn(other) >= filled(other).length / 2
  const upper = isSecond(above[at - 1]) ? above[at - 1] : undefined
  const lower = isSecond(above[at + 1]) ? above[at + 1] : undefined
  const title = plain.slice(0, upper ? at - 1 : at).flatMap(filled)
  const line = (lower ?? row).line
  const notes: FileProblem[] = []
  if (title.length > 0) notes.push({ code: 'heading-found', line, detail: { skipped: quoted(title) } })
  if (lower || upper) notes.push({ code: 'heading-of-two-rows', line })
  return { header: joined([upper, row, lower]), line, from: at + (lower ? 2 : 1), notes }
}

/** Nothing is guessed: these are the headings, and what stands over them is told. */
const headingsOn = (rows: readonly Cells[], line: number): FoundHeader => {
  const at = rows.findIndex((row) => row.line === line)
  const row = rows[at]
  if (!row || filled(row).length === 0) throw headingNotThere(line)
  const over = rows.slice(0, at).flatMap(filled)
  const notes: FileProblem[] =
    over.length > 0 ? [{ code: 'rows-over-skipped', line, detail: { skipped: quoted(over) } }] : []
  return { header: headerOf(row), line, from: at + 1, notes }
}

/** The first rows in short, for whoever chooses the headings among them. */
export const topOf = (rows: readonly (Cells | BadRecord)[]) =>
  rows.slice(0, rowsLooked).flatMap((row) => {
    const cells = isBad(row) ? [] : filled(row)
    return cells.length === 0 ? [] : [{ line: row.line, text: quoted(cells) }]
  })

const quoted = (cells: readonly string[]) => {
  const text = cells.map(told).join(' · ')
  return text.length > quotedTitle ? `${text.slice(0, quotedTitle)}…` : text
}

/** Of headings on top of each other the lowest says what stands in the column. */
const joined = (rows: readonly (Cells | undefined)[]): string[] => {
  const names: string[] = []
  for (const row of rows)
    for (const [at, cell] of (row?.cells ?? []).entries()) if (told(cell) !== '') names[at] = told(cell)
  const all = Array.from(names, (name) => name ?? '')
  return all.map((name, at) => (all.indexOf(name) === all.lastIndexOf(name) ? name : withGroup(name, at, rows[0])))
}

/** Of two columns of one name each is told by what stands over it, or over the columns to its left. */
const withGroup = (name: string, at: number, upper: Cells | undefined): string => {
  const group = upper?.cells.slice(0, at + 1).findLast((cell) => told(cell) !== '')
  return name === '' || group === undefined || told(group) === name ? name : `${told(group)} ${name}`
}

const withoutHeadings = (rows: readonly Cells[], from: number): FoundHeader => {
  const width = Math.max(0, ...rows.slice(from).map(({ cells }) => cells.length))
  const title = rows.slice(0, from).flatMap(filled)
  const line = rows[from]?.line ?? 1
  const notes: FileProblem[] = [{ code: 'no-headings', line }]
  if (title.length > 0) notes.push({ code: 'rows-over-skipped', line, detail: { skipped: quoted(title) } })
  return { header: Array.from({ length: width }, (_, at) => letterOf(at)), line: 0, from, notes }
}

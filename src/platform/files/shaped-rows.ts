/** The rows under a header, each in its shape. */
import { colourWatch } from './cell-looks.ts'
import type { Cells } from './csv-cells.ts'
import { type FileProblem, problemOf } from './file-problem.ts'
import { personWatch } from './personal-cells.ts'
import { type BadRow, columnName, isBad, shaped, type Shaping, sumIn, type TableRow, told } from './table-rows.ts'
import type { BadRecord } from './text-records.ts'

type RawRows = AsyncGenerator<(Cells | BadRecord)[]>

async function* startingWith<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first
  yield* rest
}

type Shape = Shaping & {
  header: string[]
  problems: FileProblem[]
  headerLine: number
  noPersons?: true | undefined
}

/** Ends in a bad row where reading had to stop. */
export async function* shapedRows(
  first: (Cells | BadRecord)[],
  raw: RawRows,
  { header, problems, headerLine, noPersons, ...shaping }: Shape,
): AsyncGenerator<TableRow | BadRow> {
  let lastLine = headerLine
  let found = false
  let again: number | undefined
  let coloured: number | undefined
  const isOfOtherColour = colourWatch()
  const persons = personWatch(header, (at) => columnName(header, at))
  try {
    for await (const batch of startingWith(first, raw)) {
      if (!noPersons) persons.look(() => batch.flatMap((row) => (isBad(row) ? [] : [row.cells])))
      for (const row of batch) {
        lastLine = row.line
        if (headerLine > 0 && isAgain(row, header)) {
          again ??= problems.push({ code: 'heading-again', line: row.line })
          continue
        }
        found = true
        if (!isBad(row) && !noPersons) persons.strike(row.cells)
        if (!isBad(row) && isOfOtherColour(row.cells, row.looks))
          coloured ??= problems.push({ code: 'colours-not-read', ...(row.sheet === undefined && { line: row.line }) })
        yield isBad(row) ? row : (withoutSum(row) ?? withStruck(shaped(row, header, shaping), row, header))
      }
    }
    if (!found) problems.push({ code: 'only-header', line: headerLine })
    // Before all that may be too many to be told.
    problems.unshift(...persons.told())
  } catch (error) {
    yield { line: lastLine, problem: problemOf(error) }
  } finally {
    await raw.return(undefined)
  }
}

/** A sum is no row; which it is must be seen before its cells are counted. */
const withoutSum = (row: Cells): BadRow | undefined => {
  const { line, sheet } = row
  const text = sumIn(row)
  if (text === undefined) return undefined
  return { line, problem: { code: 'sum-row', line, detail: { text } }, ...(sheet !== undefined && { sheet }) }
}

/** A text that is struck out reads as any other, and is told. */
const withStruck = (shape: TableRow | BadRow, { line, looks, cells }: Cells, header: string[]): TableRow | BadRow => {
  const at = (looks ?? []).findIndex((look, place) => look?.struck === true && (cells[place] ?? '').trim() !== '')
  if (at < 0 || 'problem' in shape) return shape
  return { ...shape, notes: [...(shape.notes ?? []), { code: 'struck-out', line, column: columnName(header, at) }] }
}

/** Headings that are repeated on each printed page are no row. */
const isAgain = (row: Cells | BadRecord, header: readonly string[]) => {
  if (isBad(row) || header.filter((name) => name !== '').length < 2) return false
  return told(row.cells[0] ?? '') === header[0] && header.every((name, at) => told(row.cells[at] ?? '') === name)
}

import type { Cells } from './csv-cells.ts'
import type { FileProblem } from './file-problem.ts'
import type { BadRecord } from './text-records.ts'

export type TableRow = { line: number; cells: string[] }
/** A row that cannot be used as it stands. `cells` are given where they could be read. */
export type BadRow = { line: number; problem: FileProblem; cells?: string[] }

export const isEmpty = (row: Cells): boolean => row.cells.every((cell) => cell.trim() === '')

export const headerOf = (row: Cells): string[] => {
  const names = row.cells.map((name) => name.trim())
  while (names.length > 0 && names.at(-1) === '') names.pop()
  return names
}

/** A name that stands twice is no hindrance (cells go by place), but whoever maps columns by name must be told. */
export const headerProblems = (header: string[], line: number): FileProblem[] => {
  const seen = new Map<string, number>()
  const problems: FileProblem[] = []
  for (const [at, name] of header.entries()) {
    const first = seen.get(name.toLowerCase())
    if (name === '') continue
    if (first === undefined) seen.set(name.toLowerCase(), at + 1)
    else problems.push({ code: 'header-name-twice', line, column: name, detail: { first, second: at + 1 } })
  }
  return problems
}

/**
 * Gives a row exactly the columns of the header. Empty cells beyond the header are dropped. Too few cells: in a workbook
 * the rest was left empty (`fill`), in a text file the row is broken and could not be told from one that was shifted.
 */
export const shaped = (row: Cells, header: string[], fill: boolean): TableRow | BadRow => {
  const { cells, line } = row
  const detail = { expected: header.length, found: cells.length }
  while (cells.length > header.length && cells.at(-1) === '') cells.pop()
  if (cells.length > header.length) return { line, problem: { code: 'too-many-cells', line, detail }, cells }
  if (cells.length < header.length) {
    if (!fill) return { line, problem: { code: 'columns-missing', line, detail }, cells }
    while (cells.length < header.length) cells.push('')
  }
  return { line, cells }
}

export const isBad = (row: Cells | BadRecord): row is BadRecord => 'problem' in row

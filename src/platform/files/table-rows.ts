import type { Cells } from './csv-cells.ts'
import type { FileProblem } from './file-problem.ts'
import { toldWithoutPersons } from './personal-cells.ts'
import type { BadRecord } from './text-records.ts'

export type TableRow = {
  line: number
  cells: string[]
  hidden?: true
  sheet?: number
  /** What stood in it and could not be used. */
  notes?: FileProblem[]
  /** Of a text: so many blank cells stood at its end that no column has. */
  dropped?: number
}
/** A row that cannot be used as it stands. `cells` are given where they could be read. */
export type BadRow = { line: number; problem: FileProblem; cells?: string[]; sheet?: number }

export const isEmpty = (row: Cells): boolean => row.cells.every((cell) => cell.trim() === '')

const sumWords =
  /^(?:i ?alt\b.*|.*\bi alt[.:]?|(?:sub|hoved|grand )?total(?:t|er)?[.:]?|(?:mellem)?sum[.:]?|gennemsnit[.:]?|antal [\p{L} ]{3,40}: ?\d{1,6})$/iu
const smallNumber = /^-?\d{1,3}(?:[. ]?\d{3})?(?:,\d+)?\s*(?:%|kr\.?|stk\.?)?$/

/** `I alt`, `Subtotal` with nothing beside but small numbers: what a spreadsheet reckons of the rows above. The word, or undefined. */
export const sumIn = ({ cells }: Cells): string | undefined => {
  const [word, ...others] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const isSum = word !== undefined && word.length <= 60 && sumWords.test(word)
  return isSum && others.every((cell) => smallNumber.test(cell)) ? word : undefined
}

/** A name on one line; whatever is no name but a person's number is struck out. */
export const told = (cell: string) => toldWithoutPersons(cell.replace(/\s+/g, ' ').trim())

export const headerOf = (row: Cells): string[] => {
  const names = row.cells.map(told)
  while (names.length > 0 && names.at(-1) === '') names.pop()
  return names
}

/** `A`, `B` … `AA`: what a spreadsheet calls a column. */
export const letterOf = (at: number): string => {
  const rest = Math.floor(at / 26)
  return `${rest > 0 ? letterOf(rest - 1) : ''}${String.fromCharCode(65 + (at % 26))}`
}

/** Where the first headings begin again: a second table, beside the first. */
const besideAt = (header: readonly string[]): number | undefined => {
  const names = header.flatMap((name, at) => (name === '' ? [] : [{ name: name.toLowerCase(), at }]))
  const again = names.findIndex(({ name }, at) => at > 1 && name === names[0]?.name)
  const right = again < 0 ? [] : names.slice(again)
  return right.length > 1 && right.every(({ name }, at) => name === names[at]?.name) ? right[0]?.at : undefined
}

/** A name that stands twice is no hindrance (cells go by place), but whoever maps columns by name must be told. */
export const headerProblems = (header: string[], line: number): FileProblem[] => {
  const seen = new Map<string, number>()
  const problems: FileProblem[] = []
  const beside = besideAt(header)
  if (beside !== undefined) {
    const names = header.slice(beside).filter((name) => name !== '')
    problems.push({ code: 'table-beside', line, column: letterOf(beside), detail: { names: names.join(', ') } })
  }
  for (const [at, name] of header.slice(0, beside).entries()) {
    const first = seen.get(name.toLowerCase())
    if (name === '') continue
    if (first === undefined) seen.set(name.toLowerCase(), at + 1)
    else problems.push({ code: 'header-name-twice', line, column: name, detail: { first, second: at + 1 } })
  }
  return problems
}

/** What Excel shows for a formula that gives nothing (`#N/A`, in Danish `#I/T`), and a column too narrow for its number. */
const noValue = /^#(?:[\p{Lu}/\d]+[!?]|N\/A|I\/T|\?|#+)$/u

/** Cells in which a formula gave an error are empty, and told. */
const withoutErrors = (row: TableRow, header: string[]): TableRow => {
  if (!row.cells.some((cell) => cell.startsWith('#') && noValue.test(cell.trim()))) return row
  const notes = [...(row.notes ?? [])]
  const cells = row.cells.map((cell, at) => {
    if (!noValue.test(cell.trim())) return cell
    notes.push({ code: 'cell-without-value', line: row.line, column: columnName(header, at), detail: { text: cell } })
    return ''
  })
  return { ...row, cells, notes }
}

/** A column without a heading is called by its letter. */
export const columnName = (header: readonly string[], at: number) => header[at] || letterOf(at)

export type Shaping = { fill: boolean; blanks: number }
/**
 * Gives a row exactly the columns of the header. Empty cells beyond the header are dropped; of a text those that are more than the
 * `blanks` after its headings are counted, for a cell before them may have been cut in two. Too few cells: in a workbook
 * the rest was left empty (`fill`), in a text file the row is broken and could not be told from one that was shifted. Too many: in a
 * workbook somebody wrote a note beside, which is told.
 */
export const shaped = (row: Cells, header: string[], { fill, blanks }: Shaping): TableRow | BadRow => {
  const { cells, line } = row
  const detail = { expected: header.length, found: cells.length }
  while (cells.length > header.length && cells.at(-1)?.trim() === '') cells.pop()
  const dropped = detail.found - cells.length - blanks
  if (cells.length > header.length && fill) {
    const beside = cells.splice(header.length)
    const notes = beside.flatMap((text, at): FileProblem[] =>
      text.trim() === ''
        ? []
        : [{ code: 'note-beside', line, column: letterOf(header.length + at), detail: { text: text.slice(0, 200) } }],
    )
    return withoutErrors({ ...row, notes }, header)
  }
  if (cells.length > header.length) return { line, problem: { code: 'too-many-cells', line, detail }, cells }
  if (cells.length < header.length) {
    if (!fill) return { line, problem: { code: 'columns-missing', line, detail }, cells }
    while (cells.length < header.length) cells.push('')
  }
  return withoutErrors(fill || dropped < 1 ? row : { ...row, dropped }, header)
}

export const isBad = (row: Cells | BadRecord): row is BadRecord => 'problem' in row

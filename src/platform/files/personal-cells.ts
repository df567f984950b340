/** Personal numbers (CPR) in a table: nobody needs them here. They are struck out where a cell is first looked at, so that none is stored. */
import type { Cells } from './csv-cells.ts'
import type { FileProblem } from './file-problem.ts'
import type { BadRecord } from './text-records.ts'

export const struckOut = '******-****'

/**
 * With a hyphen it is one; ten digits alone only where no P-number can be meant, which begins with 1. Part of a longer number it is none:
 * numbers of classes begin with the school's (`2809415608am22906`).
 */
const withHyphen = /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d ?[-–—‐‑] ?\d{4}(?!\d)/g
const tenDigits = /(?<![\d+=/_])(?:0[1-9]|2\d|3[01])(?:0[1-9]|1[0-2])\d\d ?\d{4}(?![\p{L}\d])/gu
/** What people and their programs put between the two halves: any kind of space or line's end, signs nobody sees, the mark of what is answered. */
const between = String.raw`[\s\u00AD\u200B-\u200F\u2060\uFEFF>]{0,6}`
const anywhere = new RegExp(
  String.raw`(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d${between}(?:[-–—‐‑−]${between})?\d{4}(?!\d)`,
  'g',
)
const shortest = 10

/** Text with what is a personal number struck out. */
const withoutPersons = (text: string): string =>
  text.length < shortest ? text : text.replace(withHyphen, struckOut).replace(tenDigits, struckOut)
/** The same of what is only told, never used: what may be one is struck out too, whatever stands within and before it. */
export const toldWithoutPersons = (text: string): string => text.replace(anywhere, struckOut)

/** Rows as they are first seen, with what is a personal number struck out. */
export const struckPersons = <Row extends Cells | BadRecord>(rows: readonly Row[]): Row[] =>
  rows.map((row) => ('cells' in row ? { ...row, cells: row.cells.map(withoutPersons) } : row))

/** A number alone in its cell: as a spreadsheet holds it, perhaps without its first nought; or the day of birth alone. */
const alone = /^\s*'?(?:0?[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d(?: ?\d{4})?(?:[.,]0+)?\s*$/
const isPerson = (cell: string) => cell.includes(struckOut) || alone.test(cell)
const headed = /cpr|personn(?:r|ummer)|f\u00F8dselsn(?:r|ummer)/i
const fewest = 3

/** Columns of personal numbers: their heading says so, or nearly all that stands in them. P-numbers all begin with 1. */
export const columnsOfPersons = (header: readonly string[], rows: readonly (readonly string[])[]): number[] =>
  header.flatMap((name, at) => {
    if (headed.test(name)) return [at]
    const filled = rows.map((cells) => (cells[at] ?? '').trim()).filter((cell) => cell !== '')
    const persons = filled.filter((cell) => isPerson(cell) && cell.length >= 9)
    const are = persons.length >= fewest && persons.length >= filled.length * 0.8
    return are && !persons.every((cell) => cell.startsWith('1')) ? [at] : []
  })

/** Whether what has been read holds a personal number, or what was left unread in the same file. */
export const holdsPersons = (problems: readonly FileProblem[]) =>
  problems.some(({ code }) => code === 'personal-numbers' || code === 'personal-numbers-elsewhere')

/** Strikes out what columns of persons hold, and tells how many cells had something struck out, in which columns. */
export const personWatch = (header: readonly string[], nameOf: (at: number) => string) => {
  const cells = { count: 0, columns: new Set<string>() }
  let columns: readonly number[] | undefined
  return {
    /** The first rows, by which columns are known. */
    look: (first: () => readonly (readonly string[])[]): void => {
      if (columns) return
      const rows = first()
      if (rows.length > 0) columns = columnsOfPersons(header, rows)
    },
    strike: (row: string[]): void => {
      for (const at of columns ?? []) if (isPerson(row[at] ?? '')) row[at] = struckOut
      for (const [at, cell] of row.entries()) {
        if (!cell.includes(struckOut)) continue
        cells.count += 1
        cells.columns.add(nameOf(at))
      }
    },
    told: (): FileProblem[] => {
      const { count, columns: names } = cells
      return count === 0 ? [] : [{ code: 'personal-numbers', detail: { count, columns: [...names].join(', ') } }]
    },
  }
}

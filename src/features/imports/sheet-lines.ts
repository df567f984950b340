/** A workbook's sheets that are read together are one file: each line has one number, in which its sheet stands too. */
import type { FileFacts, RowError } from './reader.ts'
import type { Reason } from '#platform/reason'

/** More than a sheet has rows. */
const linesOfSheet = 10_000_000

export const lineInFile = (line: number, sheet = 0) => sheet * linesOfSheet + line

type Place = { line: number; sheet: string | undefined }
const placeOf = (n: number, sheets: readonly string[]): Place => ({
  line: n % linesOfSheet,
  sheet: sheets.length > 1 ? sheets[Math.floor(n / linesOfSheet)] : undefined,
})

const sayPlace = (n: number, sheets: readonly string[]) => {
  const { line, sheet } = placeOf(n, sheets)
  return sheet === undefined ? String(line) : `${sheet}: ${line}`
}

/** The first of them, as they can be said. */
const sayLines = (lines: readonly number[], count: number, sheets: readonly string[]) =>
  `${lines.map((n) => sayPlace(n, sheets)).join(', ')}${count > lines.length ? ' \u2026' : ''}`

/** Rows that nobody sees, as they can be said. */
export const hiddenOf = ({ hidden, sheets = [] }: Pick<Partial<FileFacts>, 'hidden' | 'sheets'>) =>
  hidden ? { count: hidden.count, lines: sayLines(hidden.lines, hidden.count, sheets) } : null

/** A reason may name another line of the file. */
const inWords = ({ code, values }: Reason, sheets: readonly string[]): Reason =>
  typeof values['line'] === 'number'
    ? { code, values: { ...values, line: sayPlace(values['line'], sheets) } }
    : { code, values }

/** As whoever opens the file finds it: the sheet, its line, the column. */
export const inItsSheet = (error: RowError, sheets: readonly string[]): RowError => {
  const { line, sheet } = placeOf(error.line, sheets)
  const column = sheet === undefined ? error.column : [sheet, error.column].filter(Boolean).join(': ')
  return { ...error, line, column, reason: inWords(error.reason, sheets) }
}

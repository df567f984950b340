/** One cell of a workbook: where it stands, and its text. */
import { numberText, plainFormat } from './excel-values.ts'
import { type Workbook, unescaped } from './workbook-parts.ts'

export type CellKind = { type: string; style: number }
/** What a formula that nobody has worked out comes out as; no cell holds it. */
export const notWorkedOut = '#?'

/** `AB12` to 27; undefined when the cell does not say where it stands. */
export const columnOf = (reference: string | undefined): number | undefined => {
  const letters = /^([A-Za-z]{1,3})\d/.exec(reference ?? '')?.[1]
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** Truth values come out as `true` and `false`, errors as Excel shows them (`#N/A`). */
export const cellText = (cell: CellKind, value: string, workbook: Workbook): string => {
  switch (cell.type) {
    case 's':
      return workbook.sharedStrings[Number(value)] ?? ''
    case 'b':
      return value === '' ? '' : String(value.trim() === '1' || value.trim() === 'true')
    case 'str':
      return unescaped(value)
    case 'n':
      return numberText(value, workbook.formats[cell.style] ?? plainFormat, workbook.date1904)
    default:
      return value
  }
}

/** What somebody chose where the product guessed: whatever is left out is guessed as before. */
import { FileStopped } from './file-problem.ts'
import type { ByHand } from './reading.schema.ts'

export type { ByHand, ChosenEncoding } from './reading.schema.ts'

/** Headings stand in one of so many lines. */
export const headingWithin = 1000

/** Throws FileStopped, with a sentence, where a choice can be of no such file. */
export const refuseUnfit = ({ sheet, encoding }: ByHand, isWorkbook: boolean): void => {
  if (isWorkbook && encoding !== undefined) throw new FileStopped({ code: 'file-without-encoding' })
  if (!isWorkbook && sheet !== undefined) throw new FileStopped({ code: 'file-without-sheets', detail: { sheet } })
}

export const headingNotThere = (row: number) =>
  new FileStopped({ code: 'file-heading-not-there', detail: { row: String(row), most: headingWithin } })

/** How a table was read, so that whoever looks can choose otherwise. */
export type Reading = {
  /** The line of the headings; 0 when there are none. */
  heading: number
  /** The first rows in short: what may be the headings. */
  top: { line: number; text: string }[]
  /** The sheets in which anything stands; none of a text. */
  sheets: string[]
}

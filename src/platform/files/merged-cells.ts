/** Cells that somebody merged: what stands in the first holds for all rows of them. They are listed after the rows they belong to. */
import { tooLarge, type WorkbookZip } from './workbook-zip.ts'
import { columnOf } from './sheet-cells.ts'

/** Rows from 1, the column from 0. */
export type Merged = { from: number; to: number; column: number }

const beginning = /<(?:\w{1,20}:)?mergeCells/
const longestBeginning = 40
const mostMerged = 100_000
const longest = 16 * 1024 * 1024

/** Merges over several rows, by their first row. The part is searched as bytes: parsing it twice would cost twice as much. */
export const mergedIn = async (zip: WorkbookZip, path: string, columns: number): Promise<Merged[]> => {
  let text = ''
  let found = false
  for await (const bytes of zip.part(path)) {
    text += bytes.toString('latin1')
    const at: number = found ? 0 : text.search(beginning)
    found ||= at >= 0
    text = text.slice(at >= 0 ? at : -longestBeginning)
    if (text.length > longest) throw tooLarge('merged')
  }
  const merged: Merged[] = []
  for (const [, ref = ''] of text.matchAll(/mergeCell\s[^>]*?ref="([^"]+)"/g)) {
    const [, first = '', from = '', to = from] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(ref) ?? []
    const column = columnOf(`${first}1`)
    if (column === undefined || column >= columns || Number(to) <= Number(from)) continue
    if (merged.push({ from: Number(from), to: Number(to), column }) > mostMerged) throw tooLarge('merged')
  }
  return merged.toSorted((a, b) => a.from - b.from)
}

/** Fills each row that has anything in it from the merges that cover it. */
export const mergeFiller = (merged: readonly Merged[]) => {
  let next = 0
  let over: (Merged & { text: string })[] = []
  return (line: number, cells: string[]): void => {
    over = over.filter(({ to }) => to >= line)
    const own = cells.length > 0
    for (const one of over) {
      if (!own || one.text === '' || (cells[one.column] ?? '') !== '') continue
      while (cells.length < one.column) cells.push('')
      cells[one.column] = one.text
    }
    for (let one = merged[next]; one && one.from <= line; one = merged[next]) {
      if (one.to >= line) over.push({ ...one, text: one.from === line ? (cells[one.column] ?? '') : '' })
      next += 1
    }
  }
}

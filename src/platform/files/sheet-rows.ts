import type { Look } from './cell-looks.ts'
import type { Cells } from './csv-cells.ts'
import type { FileLimits } from './file-limits.ts'
import type { BadRecord } from './text-records.ts'
import { type Merged, mergeFiller } from './merged-cells.ts'
import { type CellKind, cellText, columnOf, notWorkedOut } from './sheet-cells.ts'
import { type Workbook, richText } from './workbook-parts.ts'
import { type WorkbookZip, tooLarge } from './workbook-zip.ts'
import { xmlSteps } from './xml-events.ts'

const lastRow = 1_048_576

type Given = { zip: WorkbookZip; path: string; workbook: Workbook; merged: readonly Merged[]; limits: FileLimits }
/** Told of columns that are not shown, by place from 0. */
type Told = (from: number, to: number) => void

/** The rows of one sheet that hold anything, in batches as the file is unpacked. Empty cells before a filled one are ''. */
export async function* sheetRows(
  { zip, path, workbook, merged, limits }: Given,
  hiddenColumns: Told = () => {},
): AsyncGenerator<(Cells | BadRecord)[]> {
  const rows = rowBuilder(limits, mergeFiller(merged))
  const inline = richText()
  let cell: CellKind = { type: 'n', style: 0 }
  let value = ''
  let inValue = false
  let isFormula = false
  const textOf = () => {
    // An empty text is what the formula gave; nothing at all is a formula that no program has worked out.
    if (isFormula && value === '' && cell.type !== 'str') return notWorkedOut
    return cell.type === 'inlineStr' ? inline.take() : cellText(cell, value, workbook)
  }
  const steps = xmlSteps(zip.part(path), {
    open: (name, attributes) => {
      if (name === 'col' && isTrue(attributes['hidden']))
        hiddenColumns(Number(attributes['min']) - 1, Number(attributes['max']) - 1)
      if (name === 'row') rows.openRow(Number(attributes['r']), isTrue(attributes['hidden']))
      if (name === 'c') {
        rows.openCell(attributes['r'])
        cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) }
        value = ''
        isFormula = false
        inline.start()
      }
      if (name === 'f') isFormula = true
      if (name === 'v') inValue = true
      inline.open(name)
    },
    text: (text) => {
      if (inValue) value += text
      inline.text(text)
    },
    close: (name) => {
      inline.close(name)
      if (name === 'v') inValue = false
      if (name === 'c') rows.closeCell(textOf(), workbook.looks[cell.style])
      if (name === 'row') rows.closeRow()
    },
  })
  for await (const _ of steps) if (rows.ready.length > 0) yield rows.ready.splice(0)
}

const isTrue = (word: string | undefined) => word === '1' || word === 'true'

/** Puts cells where they say they stand, and keeps a file with cells far out from filling the memory. */
const rowBuilder = (limits: FileLimits, fill: (line: number, cells: string[]) => void) => {
  const ready: (Cells | BadRecord)[] = []
  let line = 0
  let cells: string[] = []
  let column = -1
  let tooWide = false
  let hidden = false
  let looks: (Look | undefined)[] = []
  let count = 0
  const openRow = (row: number, isHidden: boolean): void => {
    hidden = isHidden
    line = Number.isInteger(row) && row > line && row <= lastRow ? row : line + 1
    cells = []
    looks = []
    column = -1
    tooWide = false
  }
  const openCell = (reference: string | undefined): void => {
    column = columnOf(reference) ?? column + 1
  }
  const closeCell = (text: string, look: Look | undefined): void => {
    if (text === '') return
    if (column >= limits.columns) {
      tooWide = true
      return
    }
    count += Math.max(1, column + 1 - cells.length)
    if (count > limits.cells) throw tooLarge('cells')
    while (cells.length < column) cells.push('')
    cells[column] = text
    if (look?.colour !== undefined || look?.struck) looks[column] = look
  }
  const closeRow = (): void => {
    const detail = { limit: limits.columns }
    fill(line, cells)
    if (tooWide) ready.push({ line, problem: { code: 'too-many-columns', line, detail } })
    else if (cells.some((text) => text.includes('\0'))) ready.push({ line, problem: { code: 'nul-characters', line } })
    else if (cells.length > 0)
      ready.push({ line, cells, ...(hidden && { hidden }), ...(looks.length > 0 && { looks }) })
  }
  return { ready, openRow, openCell, closeCell, closeRow }
}

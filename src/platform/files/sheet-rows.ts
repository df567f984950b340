import type { Cells } from './csv-cells.ts'
import { numberText, plainFormat } from './excel-values.ts'
import type { FileLimits } from './file-limits.ts'
import type { BadRecord } from './text-records.ts'
import { type Workbook, richText, unescaped } from './workbook-parts.ts'
import { type WorkbookZip, tooLarge } from './workbook-zip.ts'
import { xmlSteps } from './xml-events.ts'

const lastRow = 1_048_576

type CellKind = { type: string; style: number }

/** The rows of one sheet that hold anything, in batches as the file is unpacked. Empty cells before a filled one are ''. */
export async function* sheetRows(
  zip: WorkbookZip,
  path: string,
  workbook: Workbook,
  limits: FileLimits,
): AsyncGenerator<(Cells | BadRecord)[]> {
  const rows = rowBuilder(limits)
  const inline = richText()
  let cell: CellKind = { type: 'n', style: 0 }
  let value = ''
  let inValue = false
  const steps = xmlSteps(zip.part(path), {
    open: (name, attributes) => {
      if (name === 'row') rows.openRow(Number(attributes['r']))
      if (name === 'c') {
        rows.openCell(attributes['r'])
        cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) }
        value = ''
        inline.start()
      }
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
      if (name === 'c') rows.closeCell(cell.type === 'inlineStr' ? inline.take() : cellText(cell, value, workbook))
      if (name === 'row') rows.closeRow()
    },
  })
  for await (const _ of steps) if (rows.ready.length > 0) yield rows.ready.splice(0)
}

/** Puts cells where they say they stand, and keeps a file with cells far out from filling the memory. */
const rowBuilder = (limits: FileLimits) => {
  const ready: (Cells | BadRecord)[] = []
  let line = 0
  let cells: string[] = []
  let column = -1
  let tooWide = false
  let count = 0
  const openRow = (row: number): void => {
    line = Number.isInteger(row) && row > line && row <= lastRow ? row : line + 1
    cells = []
    column = -1
    tooWide = false
  }
  const openCell = (reference: string | undefined): void => {
    column = columnOf(reference) ?? column + 1
  }
  const closeCell = (text: string): void => {
    if (text === '') return
    if (column >= limits.columns) {
      tooWide = true
      return
    }
    count += Math.max(1, column + 1 - cells.length)
    if (count > limits.cells) throw tooLarge('cells')
    while (cells.length < column) cells.push('')
    cells[column] = text
  }
  const closeRow = (): void => {
    const detail = { limit: limits.columns }
    if (tooWide) ready.push({ line, problem: { code: 'too-many-columns', line, detail } })
    else if (cells.some((text) => text.includes('\0'))) ready.push({ line, problem: { code: 'nul-characters', line } })
    else if (cells.length > 0) ready.push({ line, cells })
  }
  return { ready, openRow, openCell, closeCell, closeRow }
}

/** `AB12` to 27; undefined when the cell does not say where it stands. */
const columnOf = (reference: string | undefined): number | undefined => {
  const letters = /^([A-Za-z]{1,3})\d/.exec(reference ?? '')?.[1]
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** Truth values come out as `true` and `false`, errors as Excel shows them (`#N/A`). */
const cellText = (cell: CellKind, value: string, workbook: Workbook): string => {
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

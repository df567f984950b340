import type { Cells } from './csv-cells.ts'
import { numberText, plainFormat } from './excel-values.ts'
import type { FileLimits } from './file-limits.ts'
import type { BadRecord } from './text-records.ts'
import { type Workbook, richText, unescaped } from './workbook-parts.ts'
import { type WorkbookZip, tooLarge } from './workbook-zip.ts'
import { xmlSteps } from './xml-events.ts'

const lastRow = 1_048_576

/** The rows of one sheet that hold anything, in batches as the file is unpacked. Empty cells before a filled one are ''. */
export async function* sheetRows(
  zip: WorkbookZip,
  path: string,
  workbook: Workbook,
  limits: FileLimits,
): AsyncGenerator<(Cells | BadRecord)[]> {
  const ready: (Cells | BadRecord)[] = []
  const inline = richText()
  let line = 0
  let cells: string[] = []
  let column = -1
  let tooWide = false
  let cell = { type: 'n', style: 0 }
  let value = ''
  let inValue = false
  let count = 0

  const openRow = (r: string | undefined): void => {
    const row = Number(r)
    line = Number.isInteger(row) && row > line && row <= lastRow ? row : line + 1
    cells = []
    column = -1
    tooWide = false
  }
  const closeCell = (): void => {
    const text = cell.type === 'inlineStr' ? inline.take() : cellText(cell, value, workbook)
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
  const steps = xmlSteps(zip.part(path), {
    open: (name, attributes) => {
      if (name === 'row') openRow(attributes['r'])
      if (name === 'c') {
        column = columnOf(attributes['r']) ?? column + 1
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
      if (name === 'c') closeCell()
      if (name === 'row') closeRow()
    },
  })
  for await (const _ of steps) if (ready.length > 0) yield ready.splice(0)
}

/** `AB12` to 27; undefined when the cell does not say where it stands. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Za-z]{1,3})\d/.exec(reference ?? '')?.[1]
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** Truth values come out as `true` and `false`, errors as Excel shows them (`#N/A`). */
function cellText(cell: { type: string; style: number }, value: string, workbook: Workbook): string {
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

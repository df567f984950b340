import { parentPort, workerData } from 'node:worker_threads'
import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node'
import type { ExportValue } from './export.ts'
import type { SheetHeading, ToSheet } from './export-xlsx.ts'

const heading: SheetHeading[] = workerData
/** Excel refuses a file with a longer text in a cell. */
const longestText = 32_767
const widest = 60

/** Without the control characters XML cannot hold (one of them and Excel calls the file damaged), cut to what a cell takes. */
const allowed = (text: string): string => {
  // oxlint-disable-next-line no-control-regex -- the control characters are the point
  const plain = text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').slice(0, longestText)
  // Excel would take this for an escaped character
  return plain.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

const data: SheetData = [heading.map(({ title }) => ({ value: allowed(title), fontWeight: 'bold', type: String }))]
const widths = heading.map(({ title }) => title.length)

parentPort?.on('message', (message: ToSheet) => {
  if (message === 'end') void finish()
  else for (const values of message) add(values)
})

const add = (values: ExportValue[]): void => {
  for (const [at, value] of values.entries()) widths[at] = Math.max(widths[at] ?? 0, String(value ?? '').length)
  data.push(values.map((value, at) => cell(value, heading[at]?.type)))
}

const finish = async (): Promise<void> => {
  const columns = widths.map((width) => ({ width: Math.min(widest, width + 2) }))
  const bytes = await writeExcelFile(data, { stickyRowsCount: 1, columns }).toBuffer()
  // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(new Uint8Array(bytes))
  parentPort?.close()
}

const cell = (value: ExportValue, type: SheetHeading['type']): Cell => {
  if (value === null || value === '') return null
  if (typeof value === 'number') return Number.isFinite(value) ? { value, type: Number } : null
  if (typeof value === 'boolean') return { value, type: Boolean }
  return (type === 'date' ? dateCell(value) : undefined) ?? { value: allowed(value), type: String }
}

/** write-excel-file takes the UTC clock of a Date as what the sheet shows, which is what a date without zone wants. */
const dateCell = (value: string): Cell | undefined => {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d)?)?$/.exec(value)
  if (!parts) return undefined
  const date = new Date(`${parts[1]}T${parts[2] ?? '00:00'}:00Z`)
  if (Number.isNaN(date.getTime())) return undefined
  return { value: date, type: Date, format: parts[2] === undefined ? 'dd-mm-yyyy' : 'dd-mm-yyyy hh:mm' }
}

import { parentPort, workerData } from 'node:worker_threads'
import type { Cells } from './csv-cells.ts'
import { FileStopped } from './file-problem.ts'
import { type Merged, mergedIn } from './merged-cells.ts'
import { sheetRows } from './sheet-rows.ts'
import type { BadRecord } from './text-records.ts'
import { besideIn } from './workbook-beside.ts'
import { readWorkbookParts } from './workbook-parts.ts'
import { openWorkbookZip } from './workbook-zip.ts'
import type { Asked, FromWorker, SheetHead, ToWorker } from './xlsx.ts'

const { data, limits, looked }: ToWorker = workerData
const batchRows = 1000
/** More sheets than anyone turns over; those after them are not read, and that is said. */
const mostSheets = 200

const opened = async () => {
  const zip = await openWorkbookZip(Buffer.from(data.buffer), limits)
  return { zip, workbook: await readWorkbookParts(zip, limits) }
}
const workbook = opened()
/** Rejections are told when somebody asks. */
workbook.catch(() => undefined)
const merges = new Map<string, Merged[]>()

const rowsOf = async (path: string, hiddenColumns?: (from: number, to: number) => void) => {
  const { zip, workbook: parts } = await workbook
  const merged = merges.get(path) ?? (await mergedIn(zip, path, limits.columns))
  merges.set(path, merged)
  return sheetRows({ zip, path, workbook: parts, merged, limits }, hiddenColumns)
}

/** The first rows of each sheet in which anything stands. */
const readHeads = async (): Promise<SheetHead[]> => {
  const heads: SheetHead[] = []
  const { zip, workbook: parts } = await workbook
  // oxlint-disable no-await-in-loop -- one sheet after another: each may be large
  for (const { path, name, hidden } of parts.sheets.slice(0, mostSheets)) {
    const rows: (Cells | BadRecord)[] = []
    const hiddenColumns: number[] = []
    const tellHidden = (from: number, to: number) => {
      for (let at = Math.max(0, from); at <= Math.min(to, limits.columns - 1); at++) hiddenColumns.push(at)
    }
    for await (const batch of await rowsOf(path, tellHidden)) {
      rows.push(...batch.slice(0, looked))
      if (rows.length >= looked) break
    }
    const isMerged = (merges.get(path) ?? []).length > 0
    if (rows.length === 0) continue
    const beside = await besideIn(zip, path)
    heads.push({ path, name, hidden, rows: rows.slice(0, looked), hiddenColumns, isMerged, beside })
  }
  const none = { comments: [], boxes: [] }
  for (const sheet of parts.sheets.slice(mostSheets))
    heads.push({ ...sheet, rows: [], hiddenColumns: [], isMerged: false, beside: none })
  return heads
}

async function* batches(path: string): AsyncGenerator<(Cells | BadRecord)[]> {
  let batch: (Cells | BadRecord)[] = []
  for await (const rows of await rowsOf(path)) {
    for (const row of rows) batch.push(row)
    if (batch.length < batchRows) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

let reading: { path: string; rows: AsyncGenerator<(Cells | BadRecord)[]> } | undefined

const answer = async (asked: Asked): Promise<FromWorker> => {
  try {
    if (asked === 'heads') return { kind: 'heads', heads: await readHeads() }
    if (reading?.path !== asked.path) reading = { path: asked.path, rows: batches(asked.path) }
    const next = await reading.rows.next()
    return next.done ? { kind: 'done' } : { kind: 'rows', rows: next.value }
  } catch (error) {
    if (error instanceof FileStopped) return { kind: 'problem', problem: error.problem }
    // Whatever a hostile file makes our libraries throw is the file's doing, and must not end as a crash.
    return { kind: 'problem', problem: { code: 'file-broken' } }
  }
}

// One batch for each question: the reader sets the pace.
parentPort?.on('message', (asked: Asked) => {
  // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
  void answer(asked).then((message) => parentPort?.postMessage(message))
})

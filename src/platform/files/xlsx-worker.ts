import { parentPort, workerData } from 'node:worker_threads'
import type { Cells } from './csv-cells.ts'
import type { FileLimits } from './file-limits.ts'
import { FileStopped } from './file-problem.ts'
import { sheetRows } from './sheet-rows.ts'
import type { BadRecord } from './text-records.ts'
import { readWorkbookParts } from './workbook-parts.ts'
import { openWorkbookZip } from './workbook-zip.ts'
import type { FromWorker, ToWorker } from './xlsx.ts'

const { data, limits }: ToWorker = workerData
const batchRows = 1000

/** The first sheet that has anything in it. */
async function* workbookRows(file: Buffer, most: FileLimits): AsyncGenerator<(Cells | BadRecord)[]> {
  const zip = await openWorkbookZip(file, most)
  const workbook = await readWorkbookParts(zip, most)
  for (const sheet of workbook.sheets) {
    // oxlint-disable no-await-in-loop -- the second sheet matters only when the first is empty
    let found = false
    let batch: (Cells | BadRecord)[] = []
    for await (const rows of sheetRows(zip, sheet, workbook, most)) {
      found = true
      for (const row of rows) batch.push(row)
      if (batch.length < batchRows) continue
      yield batch
      batch = []
    }
    if (batch.length > 0) yield batch
    if (found) return
  }
}

const rows = workbookRows(Buffer.from(data.buffer), limits)

const answer = async (): Promise<FromWorker> => {
  try {
    const next = await rows.next()
    return next.done ? { kind: 'done' } : { kind: 'rows', rows: next.value }
  } catch (error) {
    if (error instanceof FileStopped) return { kind: 'problem', problem: error.problem }
    // Whatever a hostile file makes our libraries throw is the file's doing, and must not end as a crash.
    return { kind: 'problem', problem: { code: 'file-broken' } }
  }
}

// One batch for each question: the reader sets the pace.
parentPort?.on('message', () => {
  // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
  void answer().then((message) => parentPort?.postMessage(message))
})

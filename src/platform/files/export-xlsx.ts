import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ExportColumn, ExportValue } from './export.ts'

export type SheetHeading = { title: string; type: ExportColumn<never>['type'] }
/** Rows of values, then the word. */
export type ToSheet = ExportValue[][] | 'end'

/** Excel's own limit, less the heading. */
const mostRows = 1_048_575
const rowsABatch = 1000
const memoryMb = 2048

/** Building a sheet takes about 4 s and 500 MB for a million cells, so it is done in a thread of its own. */
export const workbookStream = <T>(
  columns: ExportColumn<T>[],
  rows: AsyncIterable<T> | Iterable<T>,
): ReadableStream<Uint8Array> => ReadableStream.from(workbookChunks(columns, rows))

async function* workbookChunks<T>(
  columns: ExportColumn<T>[],
  rows: AsyncIterable<T> | Iterable<T>,
): AsyncGenerator<Uint8Array> {
  const heading: SheetHeading[] = columns.map(({ title, type }) => ({ title, type }))
  const worker = new Worker(new URL('./export-xlsx-worker.ts', import.meta.url), {
    workerData: heading,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    execArgv: [],
    env: {},
  })
  // `once` also rejects when the thread falls; until it is awaited that must not count as unhandled
  const built = once(worker, 'message')
  built.catch(() => {})
  const send = (message: ToSheet): void => {
    // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
    worker.postMessage(message)
  }
  try {
    let batch: ExportValue[][] = []
    let count = 0
    for await (const row of rows) {
      count += 1
      if (count > mostRows) throw new Error(`A sheet holds at most ${mostRows} rows; export as CSV instead`)
      batch.push(columns.map((column) => column.value(row)))
      if (batch.length < rowsABatch) continue
      send(batch)
      batch = []
    }
    send(batch)
    send('end')
    const [bytes]: Uint8Array[] = await built
    if (bytes) yield bytes
  } finally {
    await worker.terminate()
  }
}

import { Worker } from 'node:worker_threads'
import type { Cells } from './csv-cells.ts'
import type { FileLimits } from './file-limits.ts'
import { type FileProblem, FileStopped } from './file-problem.ts'
import type { BadRecord } from './text-records.ts'

export type ToWorker = { data: Uint8Array; limits: FileLimits }
export type FromWorker =
  | { kind: 'rows'; rows: (Cells | BadRecord)[] }
  | { kind: 'done' }
  | { kind: 'problem'; problem: FileProblem }

/**
 * The rows of a workbook, read in a thread of its own: whatever the file does, this process neither hangs nor falls.
 * The thread works only while it is asked for a batch; it ends with the rows, or when reading them is given up.
 * @param data is copied
 * @throws FileStopped
 */
export async function* readWorkbook(data: Buffer, limits: FileLimits): AsyncGenerator<(Cells | BadRecord)[]> {
  const copy = new Uint8Array(data)
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
    workerData: { data: copy, limits } satisfies ToWorker,
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.workbookMemoryMb, maxYoungGenerationSizeMb: 64 },
    execArgv: [],
    env: {},
  })
  const ask = asking(worker)
  let left = limits.workbookMilliseconds
  try {
    for (;;) {
      const asked = performance.now()
      // oxlint-disable-next-line no-await-in-loop -- batches come in order
      const message = await ask(left)
      left -= performance.now() - asked
      if (message === 'too slow') throw new FileStopped(tooSlow(limits))
      if (message.kind === 'done') return
      if (message.kind === 'problem') throw new FileStopped(message.problem)
      yield message.rows
    }
  } finally {
    await worker.terminate()
  }
}

const tooSlow = (limits: FileLimits): FileProblem => ({
  code: 'file-takes-too-long',
  detail: { seconds: Math.ceil(limits.workbookMilliseconds / 1000) },
})

/** Asks the thread for its next message. A thread that falls answers with the problem that made it fall. */
const asking = (worker: Worker): ((milliseconds: number) => Promise<FromWorker | 'too slow'>) => {
  let fallen: FromWorker | undefined
  let answer: ((message: FromWorker) => void) | undefined
  const fall = (problem: FileProblem): void => {
    fallen ??= { kind: 'problem', problem }
    answer?.(fallen)
  }
  worker.on('message', (message: FromWorker) => answer?.(message))
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    fall(memory ? { code: 'workbook-too-large', detail: { kind: 'memory' } } : { code: 'file-broken' })
  })
  worker.on('exit', () => fall({ code: 'file-broken' }))
  return (milliseconds) =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve('too slow'), Math.max(0, milliseconds))
      answer = (message) => {
        clearTimeout(timer)
        resolve(message)
      }
      if (fallen) answer(fallen)
      // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
      else worker.postMessage('next')
    })
}

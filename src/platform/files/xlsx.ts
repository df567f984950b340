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
  let left = limits.workbookMilliseconds
  try {
    for (;;) {
      const asked = performance.now()
      // oxlint-disable-next-line no-await-in-loop -- batches come in order
      const message = await ask(worker, left)
      left -= performance.now() - asked
      if (message.kind === 'done') return
      if (message.kind === 'problem') throw new FileStopped(message.problem)
      yield message.rows
    }
  } finally {
    await worker.terminate()
  }
}

function ask(worker: Worker, milliseconds: number): Promise<FromWorker> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void): void => {
      clearTimeout(timer)
      worker.removeAllListeners()
      // terminate() may still report what went wrong before it; nobody is left to hear it
      worker.on('error', () => {})
      end()
    }
    const stop = (problem: FileProblem) => settle(() => reject(new FileStopped(problem)))
    const tooSlow: FileProblem = { code: 'file-takes-too-long', detail: { seconds: Math.ceil(milliseconds / 1000) } }
    const timer = setTimeout(() => stop(tooSlow), Math.max(0, milliseconds))
    worker.once('message', (message: FromWorker) => settle(() => resolve(message)))
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      stop(memory ? { code: 'workbook-too-large', detail: { kind: 'memory' } } : { code: 'file-broken' })
    })
    worker.once('exit', () => stop({ code: 'file-broken' }))
    // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
    worker.postMessage('next')
  })
}

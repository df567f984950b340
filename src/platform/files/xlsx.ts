import { Worker } from 'node:worker_threads'
import type { Cells } from './csv-cells.ts'
import type { FileLimits } from './file-limits.ts'
import { type FileProblem, FileStopped } from './file-problem.ts'
import type { BadRecord } from './text-records.ts'
import type { Beside } from './workbook-beside.ts'

/** `looked`: so many rows at the top of each sheet. */
export type ToWorker = { data: Uint8Array; limits: FileLimits; looked: number }
/** What stands at the top of a sheet; `path` names it to the thread, `hiddenColumns` are counted from 0. */
export type SheetHead = {
  path: string
  name: string
  hidden: boolean
  rows: (Cells | BadRecord)[]
  hiddenColumns: number[]
  isMerged: boolean
  beside: Beside
}
export type Asked = 'heads' | { path: string }
export type FromWorker =
  | { kind: 'heads'; heads: SheetHead[] }
  | { kind: 'rows'; rows: (Cells | BadRecord)[] }
  | { kind: 'done' }
  | { kind: 'problem'; problem: FileProblem }

export type OpenWorkbook = {
  /** Of the sheets in which anything stands, in the order of the tabs. */
  heads: SheetHead[]
  /** All rows of one sheet, from its top. */
  rows: (path: string) => AsyncGenerator<(Cells | BadRecord)[]>
  close: () => Promise<unknown>
}

/**
 * Opens a workbook in a thread of its own: whatever the file does, this process neither hangs nor falls. The thread works only
 * while it is asked for something; it ends with `close`, or when it is given up.
 * @param data is copied
 * @throws FileStopped
 */
export const openWorkbook = async (data: Buffer, limits: FileLimits, looked: number): Promise<OpenWorkbook> => {
  const copy = new Uint8Array(data)
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
    workerData: { data: copy, limits, looked } satisfies ToWorker,
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.workbookMemoryMb, maxYoungGenerationSizeMb: 64 },
    execArgv: [],
    env: {},
  })
  const put = asking(worker)
  let left = limits.workbookMilliseconds
  const ask = async (what: Asked) => {
    const asked = performance.now()
    const message = await put(what, left)
    left -= performance.now() - asked
    if (message === 'too slow') throw new FileStopped(tooSlow(limits))
    if (message.kind === 'problem') throw new FileStopped(message.problem)
    return message
  }
  async function* rows(path: string) {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- batches come in order
      const message = await ask({ path })
      if (message.kind !== 'rows') return
      yield message.rows
    }
  }
  const close = () => worker.terminate()
  try {
    const first = await ask('heads')
    return { heads: first.kind === 'heads' ? first.heads : [], rows, close }
  } catch (error) {
    await close()
    throw error
  }
}

const tooSlow = (limits: FileLimits): FileProblem => ({
  code: 'file-takes-too-long',
  detail: { seconds: Math.ceil(limits.workbookMilliseconds / 1000) },
})

/** Asks the thread for its next message. A thread that falls answers with the problem that made it fall. */
const asking = (worker: Worker): ((what: Asked, milliseconds: number) => Promise<FromWorker | 'too slow'>) => {
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
  return (what, milliseconds) =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve('too slow'), Math.max(0, milliseconds))
      answer = (message) => {
        clearTimeout(timer)
        resolve(message)
      }
      if (fallen) answer(fallen)
      // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
      else worker.postMessage(what)
    })
}

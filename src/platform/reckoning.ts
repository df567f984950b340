import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { problem } from './errors.ts'
import { inTurn } from './in-turn.ts'

export type Asked = {
  /** What is reckoned for whom: the latest answer is kept under it. */
  key: string
  /** All that the answer follows from: the kept one holds for as long as this is the same. */
  from: string
  /** The thread's file: it is given `from`, and posts its answer. */
  thread: URL
}
/** Throws takes-too-long. */
export type Reckon = <Answer>(asked: Asked) => Promise<Answer>

type Thread = Pick<Asked, 'thread' | 'from'>
/** Milliseconds, and megabytes: whoever needs more is ended. */
type Limits = { longest: number; memoryMb: number }
const memoryMb = 512
/** So many answers are kept; who was asked for longest ago makes room. */
const mostKept = 100

/** In a thread of its own: meanwhile everybody else is answered. Ends with it, whatever happens. Throws takes-too-long. */
export const inThread = async <Answer>({ thread, from }: Thread, { longest, memoryMb }: Limits): Promise<Answer> => {
  const worker = new Worker(thread, {
    workerData: from,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    execArgv: [],
    env: {},
  })
  let clock: NodeJS.Timeout | undefined
  try {
    return await new Promise<Answer>((done, fail) => {
      clock = setTimeout(() => fail(problem('takes-too-long')), longest)
      worker.once('message', done)
      worker.once('error', fail)
      worker.once('exit', () => fail(new Error('The thread ended without an answer.')))
    })
  } finally {
    clearTimeout(clock)
    await worker.terminate()
  }
}

/** What takes seconds to reckon: one thread at a time, and nothing twice while what it follows from has not changed. */
export const reckoning = (longest = 60_000): Reckon => {
  const kept = new Map<string, { hash: string; answer: Promise<unknown> }>()
  const turn = inTurn(1)
  const keep = (key: string, hash: string, answer: Promise<unknown>) => {
    kept.delete(key)
    kept.set(key, { hash, answer })
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
  }
  return async <Answer>(asked: Asked) => {
    const hash = createHash('sha256').update(asked.from).digest('base64')
    const known = kept.get(asked.key)
    const answer = known?.hash === hash ? known.answer : turn(() => inThread<Answer>(asked, { longest, memoryMb }))
    keep(asked.key, hash, answer)
    try {
      // The one who posts it is the thread that `asked` names.
      return (await answer) as Answer
    } catch (error) {
      if (kept.get(asked.key)?.answer === answer) kept.delete(asked.key)
      throw error
    }
  }
}

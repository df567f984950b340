import { Worker } from 'node:worker_threads'

/** Says something to the thread, and hears what it answers; one thing at a time. */
export type Say<Said> = (said: Said) => Promise<string>

const memoryMb = 1024

/**
 * Long work in a thread of its own that is told piece by piece, so that neither side ever holds all of it: meanwhile everybody else is
 * answered. It answers each message with a text, and ends with the work, whatever happens, and when `signal` does.
 */
export const inConversation = async <Said, T>(
  thread: URL,
  signal: AbortSignal,
  work: (say: Say<Said>) => Promise<T>,
): Promise<T> => {
  signal.throwIfAborted()
  const worker = new Worker(thread, {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    execArgv: [],
    env: {},
  })
  const { promise: broken, reject: fail } = Promise.withResolvers<never>()
  // Whoever waits for an answer hears of it; between two questions nobody does.
  broken.catch(() => undefined)
  worker.once('error', fail)
  worker.once('exit', () => fail(new Error('The thread ended in the middle of its work.')))
  const stop = () => fail(signal.reason)
  signal.addEventListener('abort', stop)
  const say = (said: Said) => {
    const answer = new Promise<string>((done) => worker.once('message', done))
    // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
    worker.postMessage(said)
    return Promise.race([answer, broken])
  }
  try {
    return await work(say)
  } finally {
    signal.removeEventListener('abort', stop)
    worker.removeAllListeners('exit')
    await worker.terminate()
  }
}

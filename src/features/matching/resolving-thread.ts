/** The thread in which contacts are resolved: the index of the whole register lives here, and goes with the thread. */
import { parentPort } from 'node:worker_threads'
import { resolving } from './resolving.ts'

const hear = resolving()
parentPort?.on('message', (said) => {
  // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(hear(said))
})

import { parentPort, workerData } from 'node:worker_threads'
import type { Bundle } from './evaluation.sql.ts'
import { outcomesOf } from './outcomes.ts'

const told: string = workerData
const { floor, found }: { floor: boolean; found: Bundle[] } = JSON.parse(told)

// oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(outcomesOf(found, floor))

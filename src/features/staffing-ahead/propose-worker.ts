import { parentPort, workerData } from 'node:worker_threads'
import { inSteps, staffStanding, type Standing } from '../staffing/staffing.ts'
import { effort } from './ahead.table.ts'

const told: string = workerData
const { standing, seed }: { standing: Standing; seed: number } = JSON.parse(told)

// oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(staffStanding(standing, { effort: inSteps(effort.rounds, effort.trials), seed }))

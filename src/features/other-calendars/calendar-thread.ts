/** A calendar is read in a thread of its own: a hostile one costs nobody else a moment. */
import { parentPort, workerData } from 'node:worker_threads'
import { calendarData } from './multistatus.ts'
import { type Span, takenIn } from './taken-times.ts'

export type ToThread = { kind: 'ics' | 'caldav'; text: string; window: Span; addresses: readonly string[] }

const told: string = workerData
const { kind, text, window, addresses }: ToThread = JSON.parse(told)
const texts = kind === 'ics' ? [text] : await calendarData(text)

// oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(texts ? takenIn(texts, window, addresses) : { problem: 'not-a-calendar' })

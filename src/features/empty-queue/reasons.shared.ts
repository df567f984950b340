/** Why there is nobody to call, from what the queue answers: reckoned from what is given. */
import type { AnswerOf } from '#platform/endpoint'
import type { showQueue } from '../queue/queue.schema.ts'

export type Queue = AnswerOf<typeof showQueue>
type Blocked = Queue['blocked'][number]
export type Pause = NonNullable<Queue['lists'][number]['paused']>
/** Of no company, but of the list, of all lists, or of the hour. */
export const emptiness = [
  'no-list',
  'lists-elsewhere',
  'empty-list',
  'pause-full',
  'pause-none',
  'pause-no-time',
  'pause-away',
  'pause-left',
  'outside-hours',
] as const
export type Emptiness = (typeof emptiness)[number]
export type Reason = Blocked['reason'] | Emptiness

type Why = { reason: Emptiness } | Blocked
/** All reasons, what holds of everything first. A queue with nothing to call has always one. */
export const reasonsOf = (queue: Queue): Why[] => {
  if (queue.listId === null) return [{ reason: queue.elsewhere ? 'lists-elsewhere' : 'no-list' }]
  const whole: Why[] = []
  const pause = queue.lists.find(({ id }) => id === queue.listId)?.paused
  if (pause) whole.push({ reason: `pause-${pause.because}` })
  if (queue.opensAt !== null) whole.push({ reason: 'outside-hours' })
  if (queue.total === 0) whole.push({ reason: 'empty-list' })
  return [...whole, ...queue.blocked]
}

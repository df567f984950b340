/** The clock and the register change the queue too: what was noted, and where another reason comes to stand first, is judged anew. */
import { enqueue, job, sweep } from '#platform/jobs'
import { inPortions } from '#platform/portions'
import { reckonHours } from '../answering-hours/answering-hours.ts'
import { judgeDue } from './queue.sql.ts'
import { countByHour } from './told.sql.ts'

/** Companies judged in one transaction. */
const portion = 500

/** After a large import, or when the centre changed its rules: portion after portion. */
export const judgeJob = job<Record<string, never>>('queue/judge', (reach) =>
  inPortions(reach, 0, async (ctx, done) => {
    const judged = await judgeDue(ctx, portion)
    return judged < portion ? null : done + judged
  }),
)
/** Each minute. A full portion means that more may wait. */
export const judgeSweep = sweep('queue/judge', async (ctx) => {
  if ((await judgeDue(ctx, portion)) === portion) await enqueue(ctx, judgeJob, {})
})
/** Each minute, and once a day it does something: at which hours companies of a kind answer. */
export const hoursSweep = sweep('queue/answering-hours', (ctx) => reckonHours(ctx, countByHour))

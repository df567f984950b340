import { sql } from 'kysely'
import type { Asker, Ctx } from '#platform/context'
import type { Database } from '#platform/db/open'
import { Problem } from '#platform/errors'
import { instant } from './seed-calendar.ts'

type Work = (ctx: Ctx) => Promise<void>
type Step = { at: number; who: Asker; work: Work; refused: ((why: Problem) => void) | undefined }
export type Agenda = ReturnType<typeof makeAgenda>

/**
 * What people did, in the order of time: each step is one transaction of the product at its own moment, by its own person,
 * and may plan what follows. Steps after `until` never happen. Two at the same moment happen as they were planned.
 */
export const makeAgenda = (database: Database, until: number) => {
  // The latest first, so that the next one is taken from the end.
  const steps: Step[] = []
  let clock = Number.NEGATIVE_INFINITY
  /** `refused` hears when the product says no; without it a no is a mistake of the demo and ends the loading. */
  const plan = (moment: number, who: Asker, work: Work, refused?: (why: Problem) => void) => {
    const at = Math.max(moment, clock)
    if (at > until) return
    let low = 0
    let high = steps.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((steps[middle]?.at ?? 0) > at) low = middle + 1
      else high = middle
    }
    steps.splice(low, 0, { at, who, work, refused })
  }
  const take = async ({ at, who, work, refused }: Step) => {
    clock = at
    const quickly: Work = async (ctx) => {
      // A crash while the demo is loaded means loading it again: no need to wait for the disk at every step.
      await sql`set local synchronous_commit to off`.execute(ctx.db)
      await work(ctx)
    }
    await database.in(who, quickly, instant(at)).catch((error: unknown) => {
      if (!(error instanceof Problem) || !refused) throw error
      refused(error)
    })
  }
  /** Takes every step; returns how many there were. */
  const run = async (): Promise<number> => {
    let count = 0
    for (let step = steps.pop(); step; step = steps.pop()) {
      await take(step)
      count++
    }
    return count
  }
  return { plan, run, until }
}

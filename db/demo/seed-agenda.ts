import { sql } from 'kysely'
import type { Asker, Ctx } from '#platform/context'
import type { Database } from '#platform/db/open'
import { Problem } from '#platform/errors'
import { instant } from './seed-calendar.ts'

export type Does = (ctx: Ctx) => Promise<unknown>
type Step = { at: number; who: Asker; does: Does; refused: ((why: Problem) => void) | undefined }
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
  const plan = (moment: number, who: Asker, does: Does, refused?: (why: Problem) => void) => {
    const at = Math.max(moment, clock)
    if (at > until) return
    steps.splice(steps.findLastIndex((step) => step.at > at) + 1, 0, { at, who, does, refused })
  }
  const take = async ({ at, who, does, refused }: Step) => {
    clock = at
    const quickly = async (ctx: Ctx) => {
      // A crash while the demo is loaded means loading it again: no need to wait for the disk at every step. Nor is the same
      // planned six times before it is planned for good.
      await sql`select set_config('synchronous_commit', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)`.execute(
        ctx.db,
      )
      await does(ctx)
    }
    await database.in(who, quickly, instant(at)).catch((error: unknown) => {
      if (!(error instanceof Problem) || !refused) throw error
      refused(error)
    })
  }
  /** Takes every step; returns how many there were. */
  const run = async (): Promise<number> => {
    let count = 0
    for (let step = steps.pop(); step; step = steps.pop(), count++) await take(step)
    return count
  }
  return { plan, run, until }
}

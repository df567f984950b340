/** The talk with the company under call: what is said, what was said last, and what each answer would lead to. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { showRules } from '../centre/centre.ts'
import { isShared } from '../leaderships/leaderships.ts'
import { effectsToday } from '../may-contact/may-contact.ts'
import { scriptOf } from '../scripts/scripts.ts'
import type { Held } from './calls.schema.ts'
import * as store from './calls.sql.ts'
import type { HoldRow } from '../queue/queue.ts'

type Shape = z.infer<typeof Held>

const lastOf = async (ctx: Ctx, held: HoldRow): Promise<Shape['last']> => {
  const last = await store.lastCall(ctx, held)
  if (!last?.endedAt || !last.answer) return null
  return {
    at: last.endedAt,
    answer: last.answer,
    spokeWith: last.spokeWith ?? '',
    note: last.note ?? '',
  }
}

/** What the queue handed out, as the caller sees it; null: nothing is under call. */
export const heldOf = async (ctx: Ctx, row: HoldRow | null): Promise<Shape | null> => {
  if (!row) return null
  const [script, { caller, centre }, last, rules, sharedLeadership] = await Promise.all([
    scriptOf(ctx, row),
    store.whoAndWhere(ctx),
    lastOf(ctx, row),
    showRules(ctx),
    isShared(ctx, row.cvr),
  ])
  return {
    ...row,
    last,
    sharedLeadership,
    script,
    says: script.body.replaceAll('{caller}', caller.split(' ')[0] ?? caller).replaceAll('{centre}', centre),
    effects: effectsToday(ctx, rules, row.tries),
  }
}

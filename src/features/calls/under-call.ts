/** The talk with the company under call: what is said, what was said last, and what each answer would lead to. */
import type { Ctx } from '#platform/context'
import type { InputOf, z } from '#platform/endpoint'
import { showRules } from '../centre/centre.ts'
import { isShared } from '../leaderships/leaderships.ts'
import { type WorkingTime, workingTimeNow } from '../working-days/working-days.ts'
import { effectsToday, lastNoOnNumber } from '../may-contact/may-contact.ts'
import { answersBest } from '../answering-hours/answering-hours.ts'
import { offeredAt, ownEffects } from '../own-answers/own-answers.ts'
import { saidIn, scriptOf } from '../scripts/scripts.ts'
import type { Held, takeCompany as contract } from './calls.schema.ts'
import * as store from './calls.sql.ts'
import { type HoldRow, refuseOutsideHours, takeCompany } from '../queue/queue.ts'

type Shape = z.infer<typeof Held>

const lastOf = async (ctx: Ctx, held: HoldRow): Promise<Shape['last']> => {
  const last = await store.lastCall(ctx, held)
  if (!last?.endedAt || !last.answer) return null
  return {
    at: last.endedAt,
    answer: last.answer,
    own: last.own,
    spokeWith: last.spokeWith ?? '',
    note: last.note ?? '',
  }
}

/** What is said, with who calls and for whom. */
const withNames = (body: string, { caller, centre }: { caller: string; centre: string }) =>
  body.replaceAll('{caller}', caller.split(' ')[0] ?? caller).replaceAll('{centre}', centre)
export const filledIn = async (ctx: Ctx, body: string) => withNames(body, await store.whoAndWhere(ctx))

/** In which language it is said, and the Danish where that is another. */
const wordingOf = (
  language: Shape['language'],
  said: Awaited<ReturnType<typeof saidIn>>,
  danish: string,
): Shape['wording'] =>
  language === null || said === null
    ? null
    : { language, state: said.state, danish: said.state === 'missing' ? null : danish }

/** What the queue handed out, as the caller sees it; null: nothing is under call. */
export const heldOf = async (ctx: Ctx, row: HoldRow | null, time?: Promise<WorkingTime>): Promise<Shape | null> => {
  if (!row) return null
  const [script, names, last, rules, working, sameNumber, sharedLeadership, own, best] = await Promise.all([
    scriptOf(ctx, row),
    store.whoAndWhere(ctx),
    lastOf(ctx, row),
    showRules(ctx),
    time ?? workingTimeNow(ctx),
    lastNoOnNumber(ctx, row),
    isShared(ctx, row.cvr),
    offeredAt(ctx, row.takenAt),
    answersBest(ctx, row.industryCode),
  ])
  const waits = { ...rules, ...working }
  const said = await saidIn(ctx, script, row)
  return {
    ...row,
    last,
    sameNumber,
    sharedLeadership,
    answersBest: best,
    script,
    says: withNames(said?.body ?? script.body, names),
    wording: wordingOf(row.language, said, withNames(script.body, names)),
    effects: effectsToday(ctx, waits, row.tries),
    own: ownEffects(ctx, own, waits),
  }
}

/** Takes a company under call, and gives what its caller reads. Throws outside-calling-hours unless who asks knows, may-not-call, not-found. */
export const takeUnderCall = async (
  ctx: Ctx,
  { outsideHours, ...wanted }: InputOf<typeof contract>['body'],
): Promise<Shape | null> => {
  const time = workingTimeNow(ctx)
  await refuseOutsideHours(ctx, time, outsideHours)
  return heldOf(ctx, await takeCompany(ctx, wanted), time)
}

/** The same from a company's card, of one's own accord: why not at all is told before the hour is. */
export const takeOwnCall = async (
  ctx: Ctx,
  { companyId, outsideHours }: { companyId: number; outsideHours?: boolean | undefined },
): Promise<Shape | null> => {
  const time = workingTimeNow(ctx)
  const taken = await takeCompany(ctx, { companyId, listId: null })
  await refuseOutsideHours(ctx, time, outsideHours)
  return heldOf(ctx, taken, time)
}

/** Leaving a company in peace, at all schools and in every way of contact; and lifting that, with a reason. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { monthsAfter } from '#platform/clock'
import { problem } from '#platform/errors'
import { record } from '#platform/events'
import { showRules } from '../centre/centre.ts'
import { runsCentre } from '../centre/roles.ts'
import type { Quiet } from './quiet.schema.ts'
import { companyOf } from '../calls/calls.sql.ts'
import * as store from './quiet.sql.ts'

type Shape = z.infer<typeof Quiet>
export const topics = ['calls', 'companies', 'waiting-periods', 'contact-lists']

const shapeOf = (ctx: Ctx, row: store.QuietRow): Shape => ({
  ...row,
  reason: row.reason as Shape['reason'],
  source: row.source as Shape['source'],
  can: { lift: runsCentre(ctx) && row.liftedAt === null && (row.until === null || row.until > ctx.today) },
})
const byId = async (ctx: Ctx, id: number): Promise<store.QuietRow> => {
  const row = await store.quietById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}
const place = async (ctx: Ctx, companyId: number) => {
  const company = await companyOf(ctx, companyId)
  if (!company) throw problem('not-found')
  return company
}

/** Every waiting period of a company, newest first. */
export const quietOf = async (ctx: Ctx, cvr: string): Promise<Shape[]> =>
  (await store.quietOf(ctx, cvr)).map((row) => shapeOf(ctx, row))
export const listQuiet = async (ctx: Ctx, companyId: number) => ({
  rows: await quietOf(ctx, (await place(ctx, companyId)).cvr),
})

/** Writes one period and its event; used by answers, by staff and by the company's link. */
export const beQuiet = async (ctx: Ctx, row: Omit<store.NewQuiet, 'fromOn'> & { fromOn?: string }): Promise<number> => {
  const id = await store.insertQuiet(ctx, { fromOn: ctx.today, ...row })
  await record(ctx, {
    verb: 'left-in-peace',
    subject: 'waiting_period',
    subjectId: id,
    cvr: row.cvr,
    after: { reason: row.reason, until: row.untilOn, source: row.source, words: row.words },
    topics,
  })
  return id
}

/** Staff decide it, with the reason in words. Later and not interested last as long as the centre has chosen. */
export const setQuiet = async (
  ctx: Ctx,
  companyId: number,
  { reason, words }: { reason: store.QuietReason; words: string },
): Promise<Shape> => {
  const { cvr } = await place(ctx, companyId)
  const rules = await showRules(ctx)
  const months = reason === 'later' ? rules.laterMonths : reason === 'not-interested' ? rules.notInterestedMonths : null
  const untilOn = months === null ? null : monthsAfter(ctx.today, months)
  const id = await beQuiet(ctx, { cvr, reason, untilOn, source: 'staff', callId: null, words })
  return shapeOf(ctx, await byId(ctx, id))
}

/** The company may be contacted again. Throws already-lifted. */
export const liftQuiet = async (ctx: Ctx, id: number, why: string): Promise<Shape> => {
  const before = await byId(ctx, id)
  if (!(await store.markLifted(ctx, id, why))) throw problem('already-lifted')
  await record(ctx, {
    verb: 'lifted',
    subject: 'waiting_period',
    subjectId: id,
    cvr: before.cvr,
    before: { reason: before.reason, until: before.until },
    after: { why },
    topics,
  })
  return shapeOf(ctx, await byId(ctx, id))
}
export const undoLift = async (ctx: Ctx, id: number): Promise<Shape> => {
  const before = await byId(ctx, id)
  if (await store.markNotLifted(ctx, id))
    await record(ctx, {
      verb: 'lift-undone',
      subject: 'waiting_period',
      subjectId: id,
      cvr: before.cvr,
      before: { why: before.liftedWhy },
      topics,
    })
  return shapeOf(ctx, await byId(ctx, id))
}

/** The company itself says stop, by its own link: nobody calls any more, until the coordinator lifts it with a reason. */
export const stopContact = async (ctx: Ctx, { cvr, words = '' }: { cvr: string; words?: string }): Promise<number> =>
  beQuiet(ctx, { cvr, reason: 'do-not-contact', untilOn: null, source: 'link', callId: null, words })

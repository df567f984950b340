/** The proposal that stands: one for a centre, written anew as a whole. */
import type { Ctx } from '#platform/context'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import { Known } from './plan.ts'
import type { Place } from './staffing-ahead.schema.ts'

export type Proposed = {
  bookingId: number
  startsAt: string
  endsAt: string
  form: MeetingForm
  leadId: number | null
  secondId: number | null
  known: Known
  unrelated: number
  noTime: number
}
/** In place of the one before. */
export const writeProposal = async (ctx: Ctx, rows: readonly Proposed[]): Promise<number> => {
  const { centreId } = ctx
  await ctx.db.deleteFrom('staffingProposal').where('centreId', '=', centreId).execute()
  const { id } = await ctx.db
    .insertInto('staffingProposal')
    .values({ centreId, madeAt: ctx.at, madeBy: ctx.personId })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (rows.length > 0)
    await ctx.db
      .insertInto('proposedVisit')
      .values(rows.map(({ known, ...row }) => ({ ...row, centreId, proposalId: id, known: JSON.stringify(known) })))
      .execute()
  return id
}
export const proposalNow = (ctx: Ctx) =>
  ctx.db
    .selectFrom('staffingProposal as p')
    .leftJoin('personNamed as w', 'w.id', 'p.madeBy')
    .where('p.centreId', '=', ctx.centreId)
    .select(['p.id', 'p.madeAt', 'w.name as madeBy'])
    .executeTakeFirst()
export const proposedVisits = async (ctx: Ctx): Promise<Proposed[]> => {
  const rows = await ctx.db
    .selectFrom('proposedVisit')
    .where('centreId', '=', ctx.centreId)
    .select(['bookingId', 'startsAt', 'endsAt', 'form', 'leadId', 'secondId', 'known', 'unrelated', 'noTime'])
    .execute()
  return rows.map(({ known, form, ...row }) => ({ ...row, form: form as MeetingForm, known: Known.parse(known) }))
}
/** What of it is still to be decided. */
export const openPlaces = async (ctx: Ctx): Promise<{ bookingId: number; place: Place; personId: number }[]> => {
  const rows = await ctx.db
    .selectFrom('proposedPlace')
    .where('centreId', '=', ctx.centreId)
    .select(['bookingId', 'place', 'personId'])
    .orderBy('startsAt')
    .orderBy('bookingId')
    .orderBy('place')
    .execute()
  return rows.map(({ place, ...row }) => ({ ...row, place: place === 'lead' ? 'lead' : 'second' }))
}

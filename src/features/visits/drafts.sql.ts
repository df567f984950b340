/** Statements on drafts: row-level security lets nobody but the writer at them. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

type Place = { bookingId: number | null; companyId: number }
const ofPlace = (ctx: Ctx, { bookingId, companyId }: Place) =>
  sql<boolean>`centre_id = ${ctx.centreId} and company_id = ${companyId} and booking_id is not distinct from ${bookingId} and person_id = ${ctx.personId}`

export const draftOf = (ctx: Ctx, place: Place) =>
  ctx.db.selectFrom('visitDraft').where(ofPlace(ctx, place)).select(['body', 'savedAt']).executeTakeFirst()

export const upsertDraft = (ctx: Ctx, personId: number, place: Place, body: unknown) => {
  const kept = { body: JSON.stringify(body), savedAt: ctx.at }
  return ctx.db
    .insertInto('visitDraft')
    .values({ ...place, ...kept, centreId: ctx.centreId, personId })
    .onConflict((conflict) => conflict.columns(['centreId', 'personId', 'companyId', 'bookingId']).doUpdateSet(kept))
    .execute()
}

export const deleteDraft = (ctx: Ctx, place: Place) =>
  ctx.db.deleteFrom('visitDraft').where(ofPlace(ctx, place)).execute()

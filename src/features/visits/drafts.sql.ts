/** Statements on drafts: row-level security lets nobody but the writer at them. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

type Place = { bookingId: number | null; companyId: number }
/** Of a meeting whatever company it is with: another may have taken its place since the first word was typed. */
const ofPlace = (ctx: Ctx, { bookingId, companyId }: Place) =>
  sql<boolean>`centre_id = ${ctx.centreId} and person_id = ${ctx.personId}
    and (booking_id = ${bookingId} or (${bookingId}::int is null and booking_id is null and company_id = ${companyId}))`

export const draftOf = (ctx: Ctx, place: Place) =>
  ctx.db.selectFrom('visitDraft').where(ofPlace(ctx, place)).select(['body', 'savedAt']).executeTakeFirst()

export const upsertDraft = async (ctx: Ctx, personId: number, place: Place, body: unknown) => {
  const kept = { body: JSON.stringify(body), savedAt: ctx.at }
  await ctx.db.deleteFrom('visitDraft').where(ofPlace(ctx, place)).where('companyId', '<>', place.companyId).execute()
  await ctx.db
    .insertInto('visitDraft')
    .values({ ...place, ...kept, centreId: ctx.centreId, personId })
    .onConflict((conflict) => conflict.columns(['centreId', 'personId', 'companyId', 'bookingId']).doUpdateSet(kept))
    .execute()
}

export const deleteDraft = (ctx: Ctx, place: Place) =>
  ctx.db.deleteFrom('visitDraft').where(ofPlace(ctx, place)).execute()

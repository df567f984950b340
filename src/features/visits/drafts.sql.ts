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

/** Of who asks. */
export const ownDrafts = (ctx: Ctx) =>
  ctx.db
    .selectFrom('visitDraft as d')
    .innerJoin('companyPlace as c', 'c.id', 'd.companyId')
    .where('d.centreId', '=', ctx.centreId)
    .where('d.personId', '=', ctx.personId ?? 0)
    .select(['d.companyId', 'c.name as company', 'd.savedAt'])
    .orderBy('d.id')
    .execute()
export const leaversDraftsGo = async (ctx: Ctx, personId: number): Promise<void> => {
  await sql`select unsafe_leavers_drafts_go(${ctx.centreId}::int, ${personId}::int)`.execute(ctx.db)
}

// ---- The meetings that reports are about: one report, whoever of those who went writes it.
export const bookingById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('bookingEver as b')
    .innerJoin('visitorEver as w', (join) =>
      join.onRef('w.centreId', '=', 'b.centreId').onRef('w.bookingId', '=', 'b.id').on('w.position', '=', 1),
    )
    .innerJoin('companyPlace as c', 'c.id', 'b.companyId')
    .leftJoin('companyPersonNow as met', (join) =>
      join
        .onRef('met.centreId', '=', 'b.centreId')
        .onRef('met.id', '=', 'b.companyPersonId')
        .on('met.leftOn', 'is', null),
    )
    .leftJoin('visit as v', (join) => join.onRef('v.centreId', '=', 'b.centreId').onRef('v.bookingId', '=', 'b.id'))
    .where('b.centreId', '=', ctx.centreId)
    .where('b.id', '=', id)
    .select([
      'b.id',
      'b.companyId',
      'b.cvr',
      'b.listId',
      'w.personId',
      'b.startsAt',
      'b.endsAt',
      'b.cancelledAt',
      'b.notMetAt',
      'b.reportedAt',
      'b.contactName',
      'b.companyPersonId',
      'met.id as metId',
      'b.note',
      'c.name as company',
      'c.town',
      'c.municipality',
      'c.industry',
      'v.id as visitId',
    ])
    .select((eb) => eb.fn.coalesce('c.employees', 'c.employeesFrom').as('employees'))
    .select(
      sql<
        number[]
      >`array(select g.person_id from visitor_ever g where g.centre_id = b.centre_id and g.booking_id = b.id)`.as(
        'visitors',
      ),
    )
    .executeTakeFirst()

/** Held and not reported, of one person or of companies, where it is told of who went first; the first comes first. */
export const meetingsUnreported = (ctx: Ctx, of: { personId: number } | { companyIds: readonly number[] }) =>
  ctx.db
    .selectFrom('visitDue as d')
    .innerJoin('companyPlace as c', 'c.id', 'd.companyId')
    .where('d.centreId', '=', ctx.centreId)
    .where((eb) =>
      'personId' in of
        ? eb('d.personId', '=', of.personId)
        : eb.and([eb('d.position', '=', 1), eb('d.companyId', 'in', [0, ...of.companyIds])]),
    )
    .select(['d.bookingId', 'd.companyId', 'c.name as company', 'd.personId', 'd.startsAt'])
    .orderBy('d.startsAt')
    .orderBy('d.bookingId')
    .execute()

/** Visits of these companies on which a need is open, oldest first. */
export const visitsInNeed = (ctx: Ctx, companyIds: readonly number[]) =>
  ctx.db
    .selectFrom('visit as v')
    .innerJoin('companyPlace as c', 'c.id', 'v.companyId')
    .where('v.centreId', '=', ctx.centreId)
    .where('v.companyId', 'in', [0, ...companyIds])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('visitNeed as n')
          .select('n.id')
          .whereRef('n.centreId', '=', 'v.centreId')
          .whereRef('n.visitId', '=', 'v.id')
          .where('n.outcome', 'is', null),
      ),
    )
    .select(['v.id', 'v.companyId', 'v.cvr', 'c.name as company', 'v.personId', 'v.visitedAt'])
    .orderBy('v.id')
    .execute()
export const changeCompany = (ctx: Ctx, visitId: number, at: { companyId: number; cvr: string }) =>
  ctx.db.updateTable('visit').set(at).where('centreId', '=', ctx.centreId).where('id', '=', visitId).execute()

/** Whether someone has been there, and told of it, since a moment. */
export const visitedSince = async (ctx: Ctx, companyId: number, at: string): Promise<boolean> =>
  (await ctx.db
    .selectFrom('visit')
    .select('id')
    .where('centreId', '=', ctx.centreId)
    .where('companyId', '=', companyId)
    .where('visitedAt', '>=', at)
    .limit(1)
    .executeTakeFirst()) !== undefined

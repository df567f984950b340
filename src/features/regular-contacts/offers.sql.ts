/** Statements on questions whether someone will have a company, and on two who say that they have it. */
import { sql, type SqlBool } from 'kysely'
import type { Ctx } from '#platform/context'

const offerIsOpen = sql<boolean>`(accepted_at is null and declined_at is null and withdrawn_at is null)`
const claimIsOpen = sql<SqlBool>`(decided_at is null and withdrawn_at is null)`

/** What goes along with a yes: its kind and its number. */
export type Along = { kind: string; sourceId: number }
type NewOffer = {
  companyId: number
  cvr: string
  whole: boolean
  contactId: number | null
  fromId: number | null
  toId: number
  note: string
  followUp: string
  followUpOn: string | null
  along: readonly Along[]
}
/** Undefined when someone has been asked already. */
export const insertOffer = (ctx: Ctx, { along, ...offer }: NewOffer) =>
  ctx.db
    .insertInto('contactOffer')
    .values({
      ...offer,
      along: JSON.stringify(along),
      centreId: ctx.centreId,
      offeredBy: ctx.personId ?? 0,
      offeredAt: ctx.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

const offers = (ctx: Ctx) =>
  ctx.db
    .selectFrom('contactOffer as o')
    .innerJoin('companyPlace as c', 'c.id', 'o.companyId')
    .innerJoin('memberEver as t', (join) =>
      join.onRef('t.centreId', '=', 'o.centreId').onRef('t.personId', '=', 'o.toId'),
    )
    .leftJoin('memberEver as g', (join) =>
      join.onRef('g.centreId', '=', 'o.centreId').onRef('g.personId', '=', 'o.fromId'),
    )
    .innerJoin('personNamed as by', 'by.id', 'o.offeredBy')
    .where('o.centreId', '=', ctx.centreId)
    .select([
      'o.id',
      'o.companyId',
      'o.cvr',
      'o.whole',
      'c.name as company',
      'o.contactId',
      'o.fromId',
      'g.name as giver',
      'g.school as giverSchool',
      'o.toId',
      't.name as taker',
      't.school as takerSchool',
      'o.offeredBy as offeredById',
      'by.name as offeredBy',
      'o.offeredAt',
      'o.note',
      'o.followUp',
      'o.followUpOn',
    ])
    .select(sql<Along[]>`o.along`.as('along'))
    .select(offerIsOpen.as('isOpen'))
export type OfferRow = Awaited<ReturnType<ReturnType<typeof offers>['executeTakeFirstOrThrow']>>

export const offerById = (ctx: Ctx, id: number): Promise<OfferRow | undefined> =>
  offers(ctx).where('o.id', '=', id).executeTakeFirst()
export const openOfferOfPlace = (
  ctx: Ctx,
  { cvr, companyId }: { cvr: string; companyId: number },
): Promise<OfferRow | undefined> =>
  offers(ctx)
    .where(offerIsOpen)
    .where('o.cvr', '=', cvr)
    .where(sql<SqlBool>`(o.whole or o.company_id = ${companyId})`)
    .executeTakeFirst()
type OffersOf = { toId: number } | { companyIds: readonly number[] } | { contactId: number }
export const openOffers = (ctx: Ctx, of: OffersOf): Promise<OfferRow[]> =>
  offers(ctx)
    .where(offerIsOpen)
    .where((eb) => {
      if ('toId' in of) return eb('o.toId', '=', of.toId)
      return 'contactId' in of ? eb('o.contactId', '=', of.contactId) : eb('o.companyId', 'in', [0, ...of.companyIds])
    })
    .orderBy('o.id')
    .execute()

type Answer = { acceptedAt: string } | { declinedAt: string; declinedWhy: string } | { withdrawnAt: string }
/** Undefined when it was answered or taken back meanwhile. */
export const answerOffer = (ctx: Ctx, id: number, answer: Answer) =>
  ctx.db
    .updateTable('contactOffer')
    .set(answer)
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where(offerIsOpen)
    .returning('id')
    .executeTakeFirst()

// ---- Two say that they have it -------------------------------------------------------------------------------
export const insertClaim = (ctx: Ctx, claim: { contactId: number; personId: number; why: string }) =>
  ctx.db
    .insertInto('contactClaim')
    .values({ ...claim, centreId: ctx.centreId, claimedAt: ctx.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

const claims = (ctx: Ctx) =>
  ctx.db
    .selectFrom('contactClaim as k')
    .innerJoin('regularContact as r', (join) =>
      join.onRef('r.centreId', '=', 'k.centreId').onRef('r.id', '=', 'k.contactId'),
    )
    .innerJoin('companyPlace as c', 'c.id', 'r.companyId')
    .innerJoin('memberEver as p', (join) =>
      join.onRef('p.centreId', '=', 'k.centreId').onRef('p.personId', '=', 'k.personId'),
    )
    .where('k.centreId', '=', ctx.centreId)
    .select([
      'k.id',
      'k.contactId',
      'k.personId',
      'p.name',
      'p.school',
      'k.why',
      'k.claimedAt',
      'r.companyId',
      'r.cvr',
      'r.whole',
      'c.name as company',
      'k.decidedAt',
      'k.withdrawnAt',
    ])
export type ClaimRow = Awaited<ReturnType<ReturnType<typeof claims>['executeTakeFirstOrThrow']>>
export const claimById = (ctx: Ctx, id: number): Promise<ClaimRow | undefined> =>
  claims(ctx).where('k.id', '=', id).executeTakeFirst()
export const openClaims = (ctx: Ctx, of: { contactIds: readonly number[] } | { personId: number }) =>
  claims(ctx)
    .where('k.decidedAt', 'is', null)
    .where('k.withdrawnAt', 'is', null)
    .where('r.endedAt', 'is', null)
    .where((eb) =>
      'personId' in of ? eb('k.personId', '=', of.personId) : eb('k.contactId', 'in', [0, ...of.contactIds]),
    )
    .orderBy('k.id')
    .execute()

type Decision = { decidedAt: string; decidedBy: number; given: boolean; decidedWhy: string } | { withdrawnAt: string }
export const answerClaim = (ctx: Ctx, id: number, decision: Decision) =>
  ctx.db
    .updateTable('contactClaim')
    .set(decision)
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where(claimIsOpen)
    .returning('id')
    .executeTakeFirst()
/** The contact has ended: nobody says any more that it is his. */
export const withdrawClaimsOn = (ctx: Ctx, contactId: number) =>
  ctx.db
    .updateTable('contactClaim')
    .set({ withdrawnAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('contactId', '=', contactId)
    .where(claimIsOpen)
    .execute()

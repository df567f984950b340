/** Statements on partners and who comes from them. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'
import type { PartnerKind } from './partner-kinds.table.ts'

export type Form = {
  name: string
  kind: PartnerKind
  place: string
  contactName: string
  contactPhone: string
  contactEmail: string
  heldById: number | null
}
const partners = (ctx: Ctx) =>
  ctx.db
    .selectFrom('centrePartner as p')
    .leftJoin('memberEver as h', (join) =>
      join.onRef('h.centreId', '=', 'p.centreId').onRef('h.personId', '=', 'p.heldBy'),
    )
    .where('p.centreId', '=', ctx.centreId)
    .where('p.endedAt', 'is', null)
    .select(['p.id', 'p.name', 'p.place', 'p.contactName', 'p.contactPhone', 'p.contactEmail', 'p.heldBy'])
    .select(['p.addedAt', 'h.name as holder'])
    .select(sql<PartnerKind>`p.kind`.as('kind'))
export type PartnerRow = Awaited<ReturnType<ReturnType<typeof partners>['executeTakeFirstOrThrow']>>

export const allPartners = (ctx: Ctx): Promise<PartnerRow[]> =>
  partners(ctx).orderBy('p.name').orderBy('p.id').limit(500).execute()
export const partnerById = (ctx: Ctx, id: number): Promise<PartnerRow | undefined> =>
  partners(ctx).where('p.id', '=', id).executeTakeFirst()
export const partnersHeldBy = (ctx: Ctx, personId: number): Promise<PartnerRow[]> =>
  partners(ctx).where('p.heldBy', '=', personId).orderBy('p.id').execute()

/** What is said of it, locked: two who change it take turns. */
export const lockPartner = (ctx: Ctx, id: number): Promise<Form | undefined> =>
  ctx.db
    .selectFrom('centrePartner')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .select(['name', 'place', 'contactName', 'contactPhone', 'contactEmail', 'heldBy as heldById'])
    .select(sql<PartnerKind>`kind`.as('kind'))
    .forUpdate()
    .executeTakeFirst()

const rowOf = ({ heldById, ...form }: Form) => ({ ...form, heldBy: heldById })
export const insertPartner = (ctx: Ctx, form: Form) =>
  ctx.db
    .insertInto('centrePartner')
    .values({ ...rowOf(form), centreId: ctx.centreId, addedBy: personOf(ctx), addedAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()
export const updatePartner = (ctx: Ctx, id: number, form: Form) =>
  ctx.db
    .updateTable('centrePartner')
    .set(rowOf(form))
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()
export const setHolder = (ctx: Ctx, id: number, heldBy: number | null) =>
  ctx.db
    .updateTable('centrePartner')
    .set({ heldBy, releasedAt: heldBy === null ? ctx.at : null })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()
/** False when somebody ended it first. */
export const markEnded = async (ctx: Ctx, id: number) =>
  (await ctx.db
    .updateTable('centrePartner')
    .set({ endedAt: ctx.at, endedBy: personOf(ctx) })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined

// ---- Who comes from it ----------------------------------------------------------------------------------------------
export const peopleOf = (ctx: Ctx, partnerId: number, roles: readonly string[]) =>
  ctx.db
    .selectFrom('partnerMember as p')
    .innerJoin('memberNow as m', (join) =>
      join.onRef('m.centreId', '=', 'p.centreId').onRef('m.personId', '=', 'p.personId'),
    )
    .where('p.centreId', '=', ctx.centreId)
    .where('p.partnerId', '=', partnerId)
    .where('m.role', 'in', [...roles])
    .select(['m.personId as id', 'm.name'])
    .orderBy('m.name')
    .execute()
export const unsaid = (ctx: Ctx, roles: readonly string[]) =>
  ctx.db
    .selectFrom('memberNow as m')
    .where('m.centreId', '=', ctx.centreId)
    .where('m.role', 'in', [...roles])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('partnerPersonNow as p')
            .whereRef('p.centreId', '=', 'm.centreId')
            .whereRef('p.personId', '=', 'm.personId')
            .select('p.personId'),
        ),
      ),
    )
    .select(['m.personId as id', 'm.name'])
    .orderBy('m.name')
    .execute()
/** Whoever came from another comes from this one. */
export const placePerson = (ctx: Ctx, partnerId: number, personId: number) => {
  const row = { partnerId, addedBy: personOf(ctx), addedAt: ctx.at }
  return ctx.db
    .insertInto('partnerMember')
    .values({ ...row, personId, centreId: ctx.centreId })
    .onConflict((conflict) => conflict.columns(['centreId', 'personId']).doUpdateSet(row))
    .execute()
}
export const partnerOfPerson = (ctx: Ctx, personId: number) =>
  ctx.db
    .selectFrom('partnerPersonNow')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', personId)
    .select(['partnerId as id', 'partner as name', 'place'])
    .select(sql<PartnerKind>`kind`.as('kind'))
    .executeTakeFirst()
export const partnerNow = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('partnerNow')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .select(['id', 'name', 'place'])
    .select(sql<PartnerKind>`kind`.as('kind'))
    .executeTakeFirst()
export const addresses = async (ctx: Ctx): Promise<string[]> =>
  (
    await ctx.db
      .selectFrom('partnerAddress')
      .where('centreId', '=', ctx.centreId)
      .select('email')
      .distinct()
      .orderBy('email')
      .execute()
  ).map(({ email }) => email)
/** Partners of which someone has this address. */
export const partnersAt = async (ctx: Ctx, email: string): Promise<number[]> => {
  const rows = await ctx.db
    .selectFrom('partnerAddress')
    .where('centreId', '=', ctx.centreId)
    .where('email', '=', email.toLowerCase())
    .select('partnerId')
    .distinct()
    .execute()
  return rows.map(({ partnerId }) => partnerId)
}

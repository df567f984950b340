import type { Ctx } from '#platform/context'
import type { numberSources } from './phone-numbers.schema.ts'

export type Source = (typeof numberSources)[number]

export const placeById = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('companyPlace')
    .select(['id', 'cvr', 'kind', 'pNumber', 'name', 'phone'])
    .$narrowType<{ kind: 'company' | 'workplace' }>()
    .where('id', '=', companyId)
    .executeTakeFirst()
export type PlaceRow = NonNullable<Awaited<ReturnType<typeof placeById>>>

/** Numbers that were found for a place, newest first. */
export const numbersOf = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('ownNumber as n')
    .leftJoin('personNamed as p', 'p.id', 'n.setBy')
    .select(['n.id', 'n.phone', 'n.source', 'n.saidOn', 'n.instead', 'p.name as who', 'n.setAt', 'n.endedAt'])
    .$narrowType<{ source: Source }>()
    .where('n.centreId', '=', ctx.centreId)
    .where('n.companyId', '=', companyId)
    .orderBy('n.id', 'desc')
    .limit(50)
    .execute()

/** The one that stands ends; nothing when there is none. */
export const endNumber = (ctx: Ctx, companyId: number) =>
  ctx.db
    .updateTable('ownNumber')
    .set({ endedAt: ctx.at, endedBy: ctx.personId })
    .where('centreId', '=', ctx.centreId)
    .where('companyId', '=', companyId)
    .where('endedAt', 'is', null)
    .returning(['id', 'phone'])
    .executeTakeFirst()

type NewNumber = {
  companyId: number
  cvr: string
  phone: string
  source: Source
  saidOn: string
  instead: string | null
}
export const insertNumber = (ctx: Ctx, number: NewNumber) =>
  ctx.db
    .insertInto('ownNumber')
    .values({ ...number, centreId: ctx.centreId, setBy: ctx.personId, setAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()

/** The meetings that reports are about, and those that still lack one. */
import type { Ctx } from '#platform/context'

export const bookingById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('booking as b')
    .innerJoin('companyPlace as c', 'c.id', 'b.companyId')
    .leftJoin('visit as v', (join) => join.onRef('v.centreId', '=', 'b.centreId').onRef('v.bookingId', '=', 'b.id'))
    .where('b.centreId', '=', ctx.centreId)
    .where('b.id', '=', id)
    .select([
      'b.id',
      'b.companyId',
      'b.cvr',
      'b.listId',
      'b.personId',
      'b.startsAt',
      'b.cancelledAt',
      'b.contactName',
      'b.note',
      'c.name as company',
      'c.town',
      'v.id as visitId',
    ])
    .executeTakeFirst()

export const dueReports = (ctx: Ctx, personId: number | undefined, limit: number) => {
  let rows = ctx.db
    .selectFrom('visitDue as d')
    .innerJoin('companyPlace as c', 'c.id', 'd.companyId')
    .innerJoin('personNamed as p', 'p.id', 'd.personId')
    .where('d.centreId', '=', ctx.centreId)
  if (personId !== undefined) rows = rows.where('d.personId', '=', personId)
  return rows
    .select(['d.bookingId', 'd.startsAt', 'd.personId', 'c.name as company', 'p.name as person'])
    .orderBy('d.startsAt')
    .limit(limit)
    .$narrowType<{ bookingId: number; startsAt: string; personId: number }>()
    .execute()
}

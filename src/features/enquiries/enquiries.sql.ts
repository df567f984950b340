/** Statements on companies that turned to us. */
import { type Insertable, sql, type SqlBool } from 'kysely'
import type { DB } from '../../../db/types.ts'
import type { Ctx } from '#platform/context'
import { containing } from '#platform/db/containing'
import { isHisName } from '../company-people/company-people.ts'
import { forgetMailsAs } from '../mails/mails.ts'
import type { EnquiryWay, Field } from './enquiry-words.table.ts'

export type RoutedBy = 'regular-contact' | 'wanted-school' | 'field' | 'centre' | 'self'

const enquiries = (ctx: Ctx) =>
  ctx.db
    .selectFrom('enquiry as e')
    .leftJoin('personNamed as r', 'r.id', 'e.registeredBy')
    .leftJoin('companyPlace as c', 'c.id', 'e.companyId')
    .leftJoin('personNamed as o', 'o.id', 'e.ownerId')
    .leftJoin('personNamed as x', 'x.id', 'e.endedBy')
    .leftJoin('schoolNow as s', (join) => join.onRef('s.centreId', '=', 'e.centreId').onRef('s.id', '=', 'e.schoolId'))
    .where('e.centreId', '=', ctx.centreId)
    .select([
      'e.id',
      'e.receivedAt',
      'r.name as registeredBy',
      'e.companyId',
      'e.cvr',
      'e.numberSaid as number',
      'e.name',
      'e.phone',
      'e.email',
      'e.matter',
      'e.wanted',
      'e.schoolId',
      's.name as school',
      'e.ownerId',
      'o.name as owner',
      'e.dueOn',
      'e.endedAt',
      'x.name as endedBy',
      'e.answer',
    ])
    .select((eb) => eb.fn.coalesce('c.name', 'e.companySaid').as('company'))
    .select(sql<EnquiryWay>`e.way`.as('way'))
    .select(sql<Field | null>`e.field`.as('field'))
    .select(sql<RoutedBy>`e.routed_by`.as('routedBy'))
    .select(sql<'answered' | 'closed' | null>`e.ended_how`.as('endedHow'))
export type EnquiryRow = Awaited<ReturnType<ReturnType<typeof enquiries>['executeTakeFirstOrThrow']>>

export const enquiryById = (ctx: Ctx, id: number): Promise<EnquiryRow | undefined> =>
  enquiries(ctx).where('e.id', '=', id).executeTakeFirst()

/** Who turned to us wishes to be forgotten: what was asked stays, without him. */
export const forgetPerson = async (ctx: Ctx, companyPersonId: number): Promise<void> => {
  const his = await ctx.db
    .selectFrom('enquiry')
    .innerJoin('companyPlace as c', 'c.id', 'enquiry.companyId')
    .where('enquiry.centreId', '=', ctx.centreId)
    .where(isHisName(companyPersonId, 'enquiry', 'enquiry.name', 'enquiry.email'))
    .select(['enquiry.id', 'enquiry.name', 'enquiry.email', 'c.email as companyEmail'])
    .execute()
  if (his.length === 0) return
  for (const { name, email, companyEmail } of his) await forgetMailsAs(ctx, { name, to: email || (companyEmail ?? '') })
  await ctx.db
    .updateTable('enquiry')
    .set({ name: '', phone: '', email: '' })
    .where('centreId', '=', ctx.centreId)
    .where(
      'id',
      'in',
      his.map(({ id }) => id),
    )
    .execute()
}

/** Of two who act at once, the second sees what the first did. */
export const lockEnquiry = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('enquiry')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .executeTakeFirst()

type Sought = {
  whose: 'mine' | 'school' | 'all'
  ended?: boolean | undefined
  companyId?: number | undefined
  text?: string | undefined
  before?: number | undefined
  limit: number
}
export const enquiryPage = (ctx: Ctx, { whose, ended, companyId, text, before, limit }: Sought) => {
  let rows = enquiries(ctx)
  if (whose === 'mine') rows = rows.where('e.ownerId', '=', ctx.personId ?? 0)
  if (whose === 'school') rows = rows.where('e.schoolId', '=', ctx.schoolId ?? 0)
  if (ended !== undefined) rows = rows.where('e.endedAt', ended ? 'is not' : 'is', null)
  // A workplace and its legal company are one company: what either asked stands on both cards.
  if (companyId)
    rows = rows.where('e.cvr', '=', (eb) =>
      eb.selectFrom('companyPlace as one').select('one.cvr').where('one.id', '=', companyId),
    )
  if (text) {
    const pattern = containing(text)
    rows = rows.where(
      sql<SqlBool>`(e.company_said ilike ${pattern} or c.name ilike ${pattern} or e.matter ilike ${pattern})`,
    )
  }
  if (before) rows = rows.where('e.id', '<', before)
  return rows.orderBy('e.id', 'desc').limit(limit).execute()
}

export const openEnquiries = (
  ctx: Ctx,
  of: { ownerId: number } | { companyIds: readonly number[] },
): Promise<EnquiryRow[]> =>
  enquiries(ctx)
    .where('e.endedAt', 'is', null)
    .where((eb) =>
      'ownerId' in of ? eb('e.ownerId', '=', of.ownerId) : eb('e.companyId', 'in', [0, ...of.companyIds]),
    )
    .orderBy('e.id')
    .execute()

type New = Omit<Insertable<DB['enquiry']>, 'centreId' | 'id' | 'registeredBy' | 'registeredAt'>
export const insertEnquiry = (ctx: Ctx, enquiry: New) =>
  ctx.db
    .insertInto('enquiry')
    .values({ ...enquiry, centreId: ctx.centreId, registeredBy: ctx.personId, registeredAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()

type Change = Partial<{
  ownerId: number | null
  schoolId: number | null
  companyId: number
  cvr: string
  dueOn: string
  endedAt: string
  endedBy: number | null
  endedHow: 'answered' | 'closed'
  answer: string
}>
export const updateEnquiry = (ctx: Ctx, id: number, change: Change) =>
  ctx.db.updateTable('enquiry').set(change).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()

// ---- Which company it is ------------------------------------------------------------------------------------------
const place = ['c.id as companyId', 'c.cvr', 'c.name', 'c.email', 'c.municipality'] as const
export const placeById = (ctx: Ctx, id: number) =>
  ctx.db.selectFrom('companyPlace as c').where('c.id', '=', id).select(place).executeTakeFirst()

/** Whose number it is: by CVR number the company, by phone the place; undefined when several companies have it. */
export const placeByNumber = async (ctx: Ctx, number: string) => {
  const rows = await ctx.db
    .selectFrom('companyPlace as c')
    .where(
      sql<SqlBool>`c.id in (select x.id from company_place x where x.cvr = ${number} and x.kind = 'company'
        union all select p.id from place_phone p where p.phone = ${number})`,
    )
    .select(place)
    .orderBy('c.kind', 'desc')
    .orderBy('c.id')
    .limit(50)
    .execute()
  return new Set(rows.map(({ cvr }) => cvr)).size === 1 ? rows[0] : undefined
}

export const findPlaces = (ctx: Ctx, q: string) => {
  const digits = q.replace(/[\s.-]/g, '')
  const wanted = /^\d{8}$/.test(digits)
    ? sql<SqlBool>`c.id in (select x.id from company_place x where x.cvr = ${digits} union all select p.id from place_phone p where p.phone = ${digits})`
    : sql<SqlBool>`c.sought like ${containing(q.trim().toLowerCase())}`
  return ctx.db
    .selectFrom('companyPlace as c')
    .where(wanted)
    .select(['c.id', 'c.name', 'c.town', 'c.cvr'])
    .orderBy('c.name')
    .orderBy('c.id')
    .limit(8)
    .execute()
}

/** Where is met, and what is known of the company for it. */
import { sql, type SqlBool } from 'kysely'
import type { Ctx } from '#platform/context'
import { containing } from '#platform/db/containing'
import type { Encounters } from '#platform/room'
import type { MeetingForm } from '../diaries/diaries.schema.ts'

export const placeOf = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('companyPlace')
    .select(['id', 'cvr', 'name', 'street', 'postalCode', 'town', 'municipality', 'industry', 'phone'])
    .select((eb) => eb.fn.coalesce('employees', 'employeesFrom').as('employees'))
    .where('id', '=', companyId)
    .executeTakeFirst()
export type Place = NonNullable<Awaited<ReturnType<typeof placeOf>>>
/** Where a meeting is, as long as nobody says otherwise: a visit at the company's address. */
export const whereMet = ({ street, postalCode, town }: Place, form: MeetingForm): string =>
  form === 'visit' ? [street, [postalCode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ') : ''

/** Where it is met in each way, where that was agreed to be elsewhere than usual. */
export type OwnPlaces = { readonly [Form in MeetingForm]?: string }
type Met = { form: MeetingForm; place: string; ownPlaces: OwnPlaces }
/** What is remembered of a meeting when it becomes one of another kind. */
const placesKept = (company: Place, { form, place, ownPlaces }: Met): OwnPlaces => {
  const { [form]: _, ...others } = ownPlaces
  return place === whereMet(company, form) ? others : { ...others, [form]: place }
}
type Said = { form: MeetingForm; place?: string | undefined }
/** Where it is met from now on, and what is remembered of its other kinds: of another kind where that was agreed before, unless something is said. */
export const placesFor = (company: Place, before: Met, said: Said): { place: string; ownPlaces: OwnPlaces } => {
  const { form } = said
  if (form === before.form) return { place: said.place || before.place, ownPlaces: before.ownPlaces }
  const { [form]: again, ...ownPlaces } = placesKept(company, before)
  return { place: (said.place ?? again) || whereMet(company, form), ownPlaces }
}
type Called = { contactPhone: string | null; place?: string | undefined }
/** Who is called needs a number: the contact's, else the company's, or one that stands where they meet. */
export const canBeCalled = (company: Place, { contactPhone, place }: Called): boolean =>
  Boolean(contactPhone || company.phone || place)

/** By a number or the words of its name; what is closed is not met. */
export const findPlaces = (ctx: Ctx, q: string) => {
  const digits = q.replace(/[\s.-]/g, '')
  const words = q.toLowerCase().split(/\s+/).slice(0, 6)
  const named = words.map((word) => sql<SqlBool>`c.sought like ${containing(word)}`)
  const isNumber = /^\d{8}$|^\d{10}$/.test(digits)
  return ctx.db
    .selectFrom('companyPlace as c')
    .select(['c.id', 'c.name', 'c.town'])
    .where(
      isNumber
        ? sql<SqlBool>`c.id in (select x.id from company_place x where x.cvr = ${digits}
            union all select x.id from company_place x where x.p_number = ${digits}
            union all select p.id from place_phone p where p.phone = ${digits})`
        : sql.join<SqlBool>(named, sql` and `),
    )
    .where(sql<SqlBool>`(c.closed_on is null or c.closed_on > (select app_today()))`)
    .orderBy('c.name')
    .orderBy('c.id')
    .limit(8)
    .execute()
}

/** Who has met the company before, as booked; not who stood before a locked door. */
export const visitorsBefore: Encounters['metBefore'] = async (ctx, cvr) => {
  const rows = await ctx.db
    .selectFrom('booking as b')
    .innerJoin('bookingVisitor as w', (join) =>
      join.onRef('w.centreId', '=', 'b.centreId').onRef('w.bookingId', '=', 'b.id'),
    )
    .select('w.personId')
    .where('b.centreId', '=', ctx.centreId)
    .where('b.cvr', '=', cvr)
    .where('b.cancelledAt', 'is', null)
    .where('b.notMetAt', 'is', null)
    .where('w.releasedAt', 'is', null)
    .where('b.endsAt', '<=', ctx.at)
    .execute()
  return rows.map((row) => row.personId)
}

/** How many companies of a trade each has met, as the industry stood on the day. */
export const metInTrade: Encounters['metInTrade'] = async (ctx, divisions) => {
  const all = divisions.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, n) => String(from + n).padStart(2, '0')),
  )
  const { rows } = await sql<{ personId: number; companies: number }>`
    select w.person_id, count(distinct b.cvr)::int as companies
    from booking b join booking_visitor w on w.centre_id = b.centre_id and w.booking_id = b.id
    where b.centre_id = ${ctx.centreId} and b.cancelled_at is null and b.not_met_at is null and w.released_at is null and b.ends_at <= ${ctx.at}
      and left(b.industry, 2) = any(${all})
    group by w.person_id`.execute(ctx.db)
  return rows
}

/** Who comes along with who goes first. */
export const companionsOf: Encounters['companions'] = async (ctx, { kind, id }) => {
  if (kind !== 'booking') return []
  const rows = await ctx.db
    .selectFrom('bookingVisitor')
    .select('personId')
    .where('centreId', '=', ctx.centreId)
    .where('bookingId', '=', id)
    .where('position', '>', 1)
    .execute()
  return rows.map((row) => row.personId)
}

/** Where people drive to between two moments; what is being moved is nowhere. */
export const stopsBetween: Encounters['stops'] = (ctx, { from, to, except }) => {
  let query = ctx.db
    .selectFrom('booking as b')
    .innerJoin('bookingVisitor as w', (join) =>
      join.onRef('w.centreId', '=', 'b.centreId').onRef('w.bookingId', '=', 'b.id'),
    )
    .innerJoin('companyPlace as c', 'c.id', 'b.companyId')
    .select(['w.personId', 'b.startsAt', 'c.town', 'c.municipality'])
    .where('b.centreId', '=', ctx.centreId)
    .where('b.cancelledAt', 'is', null)
    .where('b.form', '=', 'visit')
    .where('b.startsAt', '<', to)
    .where('b.endsAt', '>', from)
  if (except?.kind === 'booking') query = query.where('b.id', '<>', except.id)
  return query.orderBy('b.startsAt').execute()
}

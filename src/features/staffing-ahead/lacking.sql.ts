/** Which meetings ahead lack somebody, and what was said of them. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import type { Place } from './staffing-ahead.schema.ts'

export type Goer = {
  personId: number
  name: string
  school: string | null
  schoolId: number | null
  place: Place
  gone: 'released' | 'away' | null
}
export type Lacking = {
  id: number
  companyId: number
  company: string
  industry: string | null
  form: MeetingForm
  startsAt: string
  endsAt: string
  where: string
  goers: Goer[]
  lacks: Place[]
}
const goers = sql<Goer[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('personId', v.person_id, 'name', m.name, 'school', m.school, 'schoolId', m.school_id,
    'place', case when v.position = 1 then 'lead' else 'second' end, 'gone', l.why) order by v.position), '[]')
  from visitor_ever v
  join member_ever m on m.centre_id = v.centre_id and m.person_id = v.person_id
  left join place_lacking l on l.centre_id = v.centre_id and l.booking_id = v.booking_id and l.gone_id = v.person_id
  where v.centre_id = b.centre_id and v.booking_id = b.id)`

/** Until a moment, or the one meeting; where nobody goes first, then the soonest. */
export const lackingVisits = async (ctx: Ctx, { until, id }: { until?: string; id?: number }): Promise<Lacking[]> => {
  const { rows } = await sql<Lacking>`
    select b.id, b.company_id as "companyId", c.name as company, b.industry, b.form, b.starts_at as "startsAt", b.ends_at as "endsAt",
      b.place as "where", ${goers} as goers, x.lacks
    from booking_now b
    join company_place c on c.id = b.company_id
    join (select centre_id, booking_id, jsonb_agg(place order by place) as lacks from place_lacking group by centre_id, booking_id) x
      on x.centre_id = b.centre_id and x.booking_id = b.id
    where b.centre_id = ${ctx.centreId} and (${until ?? null}::timestamptz is null or b.starts_at < ${until ?? null}::timestamptz)
      and (${id ?? null}::int is null or b.id = ${id ?? null}::int)
    order by not x.lacks ? 'lead', b.starts_at, b.id limit 300`.execute(ctx.db)
  return rows
}

export type Exception = {
  id: number
  bookingId: number
  personId: number | null
  who: string | null
  company: string
  startsAt: string
  why: string
  saidBy: string
}
/** What was left as it is, of meetings ahead. */
export const exceptionsAhead = (ctx: Ctx): Promise<Exception[]> =>
  ctx.db
    .selectFrom('staffingException as e')
    .innerJoin('bookingNow as b', (join) =>
      join.onRef('b.centreId', '=', 'e.centreId').onRef('b.id', '=', 'e.bookingId'),
    )
    .innerJoin('companyPlace as c', 'c.id', 'b.companyId')
    .innerJoin('personNamed as s', 's.id', 'e.saidBy')
    .leftJoin('personNamed as p', 'p.id', 'e.personId')
    .where('e.centreId', '=', ctx.centreId)
    .where('e.takenBackAt', 'is', null)
    .where('b.startsAt', '>', ctx.at)
    .select(['e.id', 'e.bookingId', 'e.personId', 'p.name as who', 'c.name as company', 'b.startsAt', 'e.why'])
    .select('s.name as saidBy')
    .orderBy('b.startsAt')
    .orderBy('e.id')
    .execute()

type New = { bookingId: number; personId: number | null; why: string; saidBy: number }
export const insertException = (ctx: Ctx, row: New) =>
  ctx.db
    .insertInto('staffingException')
    .values({ ...row, centreId: ctx.centreId, saidAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()
/** Undefined: it is not there, or was taken back before. */
export const takeBackException = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('staffingException')
    .set({ takenBackAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('takenBackAt', 'is', null)
    .returning(['id', 'bookingId'])
    .executeTakeFirst()

/** Who is not proposed to a meeting: he said no, or it was said of him. */
export const notProposed = async (ctx: Ctx): Promise<{ bookingId: number; personId: number | null }[]> => {
  const { rows } = await sql<{ bookingId: number; personId: number | null }>`
    select booking_id as "bookingId", person_id as "personId" from staffing_exception where centre_id = ${ctx.centreId} and taken_back_at is null
    union select booking_id, person_id from staffing_ask where centre_id = ${ctx.centreId} and no_at is not null`.execute(
    ctx.db,
  )
  return rows
}

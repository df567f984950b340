/** What people's other calendars say is taken. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

export type Taken = { startsAt: string; endsAt: string }

/** Two calendars in which the same stands are one time. */
export const elsewhere = async (
  ctx: Ctx,
  personIds: readonly number[],
  from: string,
  to: string,
): Promise<(Taken & { personId: number })[]> => {
  const { rows } = await sql<Taken & { personId: number }>`
    select a."personId", lower(a.during) as "startsAt", upper(a.during) as "endsAt"
    from (
      select e.person_id as "personId", unnest(range_agg(tstzrange(e.starts_at, e.ends_at))) as during
      from taken_elsewhere e
      where e.centre_id = ${ctx.centreId} and e.person_id = any(${personIds})
        and e.ends_at > ${from}::timestamptz and e.starts_at < ${to}::timestamptz
      group by e.person_id
    ) a
    order by a."personId", lower(a.during)`.execute(ctx.db)
  return rows
}

export type Source = { personId: number; sourceId: number }
const given = (times: readonly Taken[]) =>
  sql`unnest(${times.map((one) => one.startsAt)}::timestamptz[], ${times.map((one) => one.endsAt)}::timestamptz[]) as t (starts_at, ends_at)`
/** Just these times, and no other, stand of this calendar. */
export const standsSo = async (ctx: Ctx, { personId, sourceId }: Source, times: readonly Taken[]): Promise<boolean> => {
  const { rows } = await sql<{ same: boolean }>`
    select not exists (
      select from (select starts_at, ends_at from taken_elsewhere where centre_id = ${ctx.centreId} and person_id = ${personId} and source_id = ${sourceId}) e
      full join ${given(times)} on t.starts_at = e.starts_at and t.ends_at = e.ends_at
      where t.starts_at is null or e.starts_at is null) as same`.execute(ctx.db)
  return rows[0]?.same ?? false
}
export const deleteElsewhere = (ctx: Ctx, { personId, sourceId }: Source) =>
  ctx.db
    .deleteFrom('takenElsewhere')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', personId)
    .where('sourceId', '=', sourceId)
    .execute()

export const insertElsewhere = (ctx: Ctx, { personId, sourceId }: Source, times: readonly Taken[]) =>
  sql`
    insert into taken_elsewhere (centre_id, person_id, source_id, starts_at, ends_at)
    select ${ctx.centreId}, ${personId}, ${sourceId}, t.starts_at, t.ends_at
    from ${given(times)}`.execute(ctx.db)

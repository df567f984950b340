import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Kind } from './measures.table.ts'

type Counted = { count: number; reachedNow: boolean }
/** Adds to what was taken today and says how much it is; of two at once the second sees the first. `reachedNow`: with this it was reached. */
export const add = async (
  ctx: Ctx,
  { personId, kind, more, most }: { personId: number; kind: Kind; more: number; most: number },
): Promise<Counted> => {
  const { rows } = await sql<Counted>`
    insert into taken_today as t (centre_id, person_id, day, kind, count, most, reached_at)
    values (${ctx.centreId}, ${personId}, ${ctx.today}, ${kind}, ${more}, ${most}, case when ${more}::int >= ${most}::int then ${ctx.at}::timestamptz end)
    on conflict (centre_id, person_id, day, kind) do update
    set count = t.count + excluded.count, most = excluded.most,
        reached_at = coalesce(t.reached_at, case when t.count + excluded.count >= excluded.most then ${ctx.at}::timestamptz end)
    returning count, count >= most and count - ${more}::int < most as reached_now`.execute(ctx.db)
  return rows[0] ?? { count: more, reachedNow: false }
}

export const countToday = async (ctx: Ctx, personId: number, kind: Kind) => {
  const row = await ctx.db
    .selectFrom('takenToday')
    .select('count')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', personId)
    .where('day', '=', ctx.today)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row?.count ?? 0
}

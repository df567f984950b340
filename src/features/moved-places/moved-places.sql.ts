import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { heldKinds } from './moved-places.schema.ts'

export const moveById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('placeMoved')
    .select(['id', 'companyId', 'fromCvr as from', 'toCvr as to', 'movedAt'])
    .where('id', '=', id)
    .executeTakeFirst()

type Open = { id: number; companyId: number; from: string; movedAt: string; held: (typeof heldKinds)[number][] }
/** Of a place: what the old company said of all of it, until somebody has said whether it holds. */
export const openMoves = async (ctx: Ctx, companyId: number) => {
  const { rows } = await sql<Open>`
    select v.id, v.company_id, v.moved_at, array_agg(distinct h.kind order by h.kind) as held,
      coalesce((select l.name from company_place l where l.cvr = v.from_cvr and l.kind = 'company' limit 1), v.from_cvr) as "from"
    from place_moved v
    join moved_hindrance h on h.move_id = v.id and h.centre_id = ${ctx.centreId}
    where v.company_id = ${companyId} and h.of_all and h.holds is null
    group by v.id, v.company_id, v.moved_at, v.from_cvr`.execute(ctx.db)
  return rows
}

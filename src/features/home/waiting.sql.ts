import type { Ctx } from '#platform/context'
import { nameOf } from '#platform/db/ask'
import type { Values } from '#platform/waiting.shared'

/** A kind to be read: in which place it stands, and how many at most. */
export type Sought = { kind: string; place: number; most: number; newest: boolean; asked: boolean }
/** A room's view, and what of it is sought. */
export type SoughtOfView = { view: string; kinds: readonly Sought[] }
export type Found = {
  kind: string
  id: number
  companyId: number | null
  dueOn: string | null
  dueAt: string | null
  values: Values
}
type Asked = { views: readonly SoughtOfView[]; does: readonly string[]; others: boolean }

/** Of one view the worst of each kind that is sought. Its name comes from the house's own table (`room.waiting`). */
const worstOf = (view: string) => `
  with sought as materialized (select * from jsonb_to_recordset($6) k (kind text, place int, most int, newest boolean, asked boolean)),
  mine as (
    select w.kind, w.source_id, w.company_id, w.due_on, w.due_at, w."values", k.place, k.most,
      row_number() over (
        partition by w.kind
        order by coalesce(w.due_at, w.due_on::timestamp at time zone 'Europe/Copenhagen') nulls last,
          case when k.newest then -w.source_id end, w.from_at, w.source_id) as n
    from ${view} w
    join sought k on k.kind = w.kind
    where w.centre_id = $1 and w.from_at <= app_now() and w.kind = any(array(select s.kind from sought s))
      and (w.school_id is null or w.school_id = $2)
      and (w.person_id = $3 or (w.role = any($4::text[]) and (w.person_id is null or $5 or not k.asked)))
  )
  select m.kind, m.source_id::bigint as id, m.company_id, m.due_on, m.due_at, m."values" from mine m where m.n <= m.most order by m.place, m.n`

const plannedOnce = `select set_config('plan_cache_mode', 'force_generic_plan', true)`
const ask = <Row>(ctx: Ctx, text: string, values: unknown[] = []) => ctx.ask<Row>({ name: nameOf(text), text, values })

/**
 * What waits for who asks: the worst of each kind, by place. A statement a view, sent together, each planned once a connection and never for
 * its values: all views in one take three times as long to plan, and those of which nothing is sought are not planned at all.
 */
export const waitingRows = async (ctx: Ctx, { views, does, others }: Asked): Promise<Found[]> => {
  const [, ...found] = await Promise.all([
    ask<never>(ctx, plannedOnce),
    ...views.map(({ view, kinds }) =>
      ask<Found>(ctx, worstOf(view), [ctx.centreId, ctx.schoolId, ctx.personId, does, others, JSON.stringify(kinds)]),
    ),
  ])
  return found.flat()
}

import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Values } from '#platform/waiting.shared'

/** A kind to be read: in which place it stands, and how many at most. */
export type Sought = { kind: string; place: number; most: number; newest: boolean; asked: boolean }
export type Found = {
  kind: string
  id: number
  companyId: number | null
  dueOn: string | null
  dueAt: string | null
  values: Values
}
type Asked = { views: readonly string[]; kinds: readonly Sought[]; does: readonly string[]; others: boolean }

/** What waits for who asks, of all these views in one statement: the worst of each kind, by place. */
export const waitingRows = async (ctx: Ctx, { views, kinds, does, others }: Asked): Promise<Found[]> => {
  if (views.length === 0) return []
  const every = views.map(
    (view) => sql`
      select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from ${sql.table(view)}`,
  )
  const { rows } = await sql<Found>`
    select kind, source_id as id, company_id, due_on, due_at, "values"
    from (
      select w.*, k.place, k.most,
        row_number() over (
          partition by w.kind
          order by coalesce(w.due_at, w.due_on::timestamp at time zone 'Europe/Copenhagen') nulls last,
            case when k.newest then -w.source_id end, w.from_at, w.source_id) as n
      from (${sql.join(every, sql` union all `)}) w
      join jsonb_to_recordset(${JSON.stringify(kinds)}::jsonb) as k(kind text, place int, most int, newest boolean, asked boolean)
        on k.kind = w.kind
      where w.centre_id = ${ctx.centreId} and w.from_at <= ${ctx.at}
        and (w.school_id is null or w.school_id = ${ctx.schoolId})
        and (w.person_id = ${ctx.personId}
          or (w.role = any(${does}::text[]) and (w.person_id is null or ${others} or not k.asked)))
    ) mine
    where n <= most
    order by place, n`.execute(ctx.db)
  return rows
}

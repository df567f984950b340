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
type Asked = { kinds: readonly Sought[]; does: readonly string[]; others: boolean }

/** What waits for who asks, of all rooms' views in one statement whose plan is kept: the worst of each kind, by place. */
export const waitingRows = async (ctx: Ctx, { kinds, does, others }: Asked): Promise<Found[]> => {
  const { rows } = await sql<Found>`
    select kind, id, company_id, due_on, due_at, "values"
    from what_waits(${ctx.centreId}, ${ctx.schoolId}, ${ctx.personId}, ${does}::text[], ${others}, ${JSON.stringify(kinds)}::jsonb)`.execute(
    ctx.db,
  )
  return rows
}

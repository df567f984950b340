import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

type Visitor = {
  personId: number
  name: string
  schoolId: number | null
  school: string | null
  municipality: number | null
  role: string
  open: number
}
/** Who visits, and how many tips each goes on with. */
export const visitorsNow = async (ctx: Ctx, roles: readonly string[]): Promise<Visitor[]> => {
  const { rows } = await sql<Visitor>`
    select m.person_id as "personId", m.name, m.school_id as "schoolId", m.school, m.municipality, m.role,
      (select count(*)::int from tip t where t.centre_id = m.centre_id and t.owner_id = m.person_id and t.ended_at is null) as open
    from member_now m
    where m.centre_id = ${ctx.centreId} and m.role = any(${roles})
    order by m.person_id`.execute(ctx.db)
  return rows
}

import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { type Role, visitsFirst } from '../centre/roles.ts'

export type Facts = {
  name: string
  madeAt: string
  agreedAt: string | null
  companies: boolean
  contacts: boolean
  visitors: number
  bookable: number
  drawn: number
  opened: number
  firstCallAt: string | null
}

/** What has happened so far, as the rooms publish it; of visitors, one school's where one is given. */
export const facts = async (ctx: Ctx, schoolId: number | null): Promise<Facts> => {
  const ofSchool = schoolId === null ? sql`true` : sql`m.school_id = ${schoolId}`
  const { rows } = await sql<Facts>`
    select c.name, c.created_at as made_at, r.agreed_at,
      exists (select from company_place) as companies,
      exists (select from school_contact_now k where k.centre_id = c.id) as contacts,
      count(m.person_id)::int as visitors, count(b.person_id)::int as bookable,
      (select count(*)::int from list_now l where l.centre_id = c.id and l.drawn_at is not null) as drawn,
      (select count(*)::int from list_now l where l.centre_id = c.id and l.opened_at is not null) as opened,
      (select k.started_at from standing_call k where k.centre_id = c.id order by k.id limit 1) as first_call_at
    from centre_now c
    join rules_now r on r.centre_id = c.id
    left join member_now m on m.centre_id = c.id and m.role = any(${visitsFirst}) and ${ofSchool}
    left join bookable_person b on b.centre_id = c.id and b.person_id = m.person_id
    where c.id = ${ctx.centreId}
    group by c.id, c.name, c.created_at, r.agreed_at`.execute(ctx.db)
  const [row] = rows
  if (!row) throw new Error('A centre without rules')
  return row
}

export type SchoolRow = { id: number; name: string }
export const schools = (ctx: Ctx): Promise<SchoolRow[]> =>
  ctx.db.selectFrom('schoolNow').select(['id', 'name']).where('centreId', '=', ctx.centreId).orderBy('name').execute()

export type Holding = { role: Role; schoolId: number | null; name: string; joinedAt: string }
/** Who has one of these roles, whoever came first before. */
export const holders = (ctx: Ctx, roles: readonly Role[]): Promise<Holding[]> =>
  ctx.db
    .selectFrom('memberNow')
    .select([sql<Role>`role`.as('role'), 'schoolId', 'name', 'joinedAt'])
    .where('centreId', '=', ctx.centreId)
    .where('role', 'in', roles)
    .orderBy('joinedAt')
    .execute()

export type Asked = {
  id: number
  role: Role
  schoolId: number | null
  name: string
  invitedAt: string
  copiedAt: string | null
  openedAt: string | null
}
/** Who is invited to one of these roles, the newest first. */
export const invited = (ctx: Ctx, roles: readonly Role[]): Promise<Asked[]> =>
  ctx.db
    .selectFrom('invitationOpen')
    .select(['id', sql<Role>`role`.as('role'), 'schoolId', 'name', 'invitedAt', 'copiedAt', 'openedAt'])
    .where('centreId', '=', ctx.centreId)
    .where('role', 'in', roles)
    .orderBy('id', 'desc')
    .execute()

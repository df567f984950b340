/** Statements on who is written to of a hearing. What a school keeps to itself is read as that school. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Role } from '../centre/roles.ts'

export const insertAsking = (ctx: Ctx, hearingId: number, who: { personId: number; schoolId: number }) =>
  sql`insert into hearing_asking (centre_id, hearing_id, person_id, school_id, asked_by, asked_at)
    values (${ctx.centreId}, ${hearingId}, ${who.personId}, ${who.schoolId}, ${ctx.personId}, ${ctx.at}) on conflict do nothing`.execute(
    ctx.db,
  )

type Letter = { hearingId: number; schoolId: number; kind: string }
export const insertLettersDue = (
  ctx: Ctx,
  { hearingId, kind }: Omit<Letter, 'schoolId'>,
  schoolIds: readonly number[],
) =>
  sql`insert into hearing_letter_due (centre_id, hearing_id, school_id, kind, told_at)
    select ${ctx.centreId}, ${hearingId}, id, ${kind}, ${ctx.queueStands ? ctx.at : null} from unnest(${schoolIds}::int[]) id order by id
    on conflict do nothing`.execute(ctx.db)
export const lettersDue = async (ctx: Ctx): Promise<Letter[]> =>
  (
    await sql<Letter>`select hearing_id, school_id, kind from hearing_letter_due where centre_id = ${ctx.centreId} order by 1, 2, 3`.execute(
      ctx.db,
    )
  ).rows
/** Is there one that the queue was not told of, or that it has given up? */
export const lettersNotTold = async (ctx: Ctx): Promise<boolean> => {
  const { rows } = await sql`update hearing_letter_due set told_at = ${ctx.at}
    where centre_id = ${ctx.centreId} and (told_at is null or told_at < ${ctx.at}::timestamptz - interval '1 day') returning hearing_id`.execute(
    ctx.db,
  )
  return rows.length > 0
}
/** Of two who would write the same one does. */
export const takeLetterDue = async (ctx: Ctx, { hearingId, schoolId, kind }: Letter): Promise<boolean> => {
  const { rows } = await sql`delete from hearing_letter_due
    where centre_id = ${ctx.centreId} and hearing_id = ${hearingId} and school_id = ${schoolId} and kind = ${kind} returning kind`.execute(
    ctx.db,
  )
  return rows.length > 0
}
type Asked = { hearingId: number; schoolId: number; roles: readonly Role[]; leaders: readonly Role[] }
/**
 * Who of the own school may answer and has contacts: stands on its list as who knows somebody, handed a list in, has a company, or was asked before.
 * Where the school has no leader and none of these, whoever may answer: else nobody there would hear of it.
 */
export const whoHasContacts = async (ctx: Ctx, of: Asked) => {
  const found = await readersOf(ctx, of, true)
  return found.length > 0 || (await hasLeader(ctx, of)) ? found : readersOf(ctx, of, false)
}
const hasLeader = async (ctx: Ctx, { schoolId, leaders }: Asked) => {
  const { rows } = await sql`select 1 from member_now m
    where m.centre_id = ${ctx.centreId} and m.school_id = ${schoolId} and m.role = any(${leaders}::text[]) limit 1`.execute(
    ctx.db,
  )
  return rows.length > 0
}
const readersOf = async (ctx: Ctx, of: Asked, withContacts: boolean) => {
  const { rows } = await sql<{ name: string; email: string; language: string }>`
    select m.name, m.email, m.language from member_now m
    where m.centre_id = ${ctx.centreId} and m.school_id = ${of.schoolId} and m.role = any(${of.roles}::text[]) and not m.school_waits
      and (${!withContacts} or exists (select from school_contact_now s where s.centre_id = m.centre_id and s.school_id = m.school_id and s.knows_mark = school_mark(app_school_key(), 'knows', lower(m.name)))
        or exists (select from file_brought f where f.centre_id = m.centre_id and f.kind = 'contacts' and f.person_id = m.person_id)
        or exists (select from regular_contact_now r where r.centre_id = m.centre_id and r.person_id = m.person_id and r.released_at is null)
        or exists (select from hearing_asking a where a.centre_id = m.centre_id and a.hearing_id = ${of.hearingId} and a.person_id = m.person_id))
    order by m.person_id`.execute(ctx.db)
  return rows
}

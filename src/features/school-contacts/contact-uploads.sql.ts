/** Statements of a school's uploads: what comes in, takes others' place, and goes again. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { SealedContact } from './contact-sealing.ts'

/** Two colleagues' uploads take turns. */
export const lockContacts = (ctx: Ctx, schoolId: number) =>
  sql`select pg_advisory_xact_lock(hashtext('school_contact'), ${schoolId})`.execute(ctx.db)

export const schoolDomain = async (ctx: Ctx, schoolId: number) => {
  const row = await ctx.db
    .selectFrom('schoolNow')
    .select('mailDomain')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', schoolId)
    .executeTakeFirst()
  return row?.mailDomain?.toLowerCase() ?? null
}

type Given = SealedContact & { line: number }
/** Writes rows that do not stand there already; the ids of those that do. */
export const insertContacts = async (ctx: Ctx, schoolId: number, importId: number, contacts: readonly Given[]) => {
  const { rows } = await sql<{ id: string }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as r("line" int, "id" uuid, "sealed" text, "key" uuid, "keyMark" uuid, "sameMark" uuid,
        "cvrMark" uuid, "pMark" uuid, "phoneMark" uuid, "domainMark" uuid, "knowsMark" uuid, "told" smallint)
    ), there as (
      select s.id, r."line" from given r join school_contact s on s.centre_id = ${ctx.centreId} and s.school_id = ${schoolId} and s.replaced_by is null
        and s.same_mark = r."sameMark"
    ), written as (
      insert into school_contact (centre_id, school_id, id, import_id, line, sealed, key, key_mark, same_mark, cvr_mark, p_mark, phone_mark, domain_mark, knows_mark, told, added_at)
      select ${ctx.centreId}, ${schoolId}, r."id", ${importId}, r."line", decode(r."sealed", 'base64'), r."key", r."keyMark", r."sameMark", r."cvrMark", r."pMark", r."phoneMark",
        r."domainMark", r."knowsMark", r."told", ${ctx.at}
      from given r where not exists (select from there t where t."line" = r."line")
    )
    select distinct on ("line") id from there`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

/** The upload takes the place of all other contacts but those it holds itself; how many. */
export const replaceOthers = async (ctx: Ctx, schoolId: number, importId: number, stays: readonly string[]) => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('schoolContact')
    .set({ replacedBy: importId })
    .where('centreId', '=', ctx.centreId)
    .where('schoolId', '=', schoolId)
    .where('replacedBy', 'is', null)
    .where(sql<boolean>`import_id is distinct from ${importId} and not (id = any(${stays}::uuid[]))`)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

export const hasLeader = async (ctx: Ctx, schoolId: number, roles: readonly string[]): Promise<boolean> => {
  const { rows } = await sql`select from member_now
    where centre_id = ${ctx.centreId} and school_id = ${schoolId} and role = any(${roles}::text[]) and not school_waits limit 1`.execute(
    ctx.db,
  )
  return rows.length > 0
}

export const countInForce = async (ctx: Ctx, schoolId: number): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from school_contact
    where centre_id = ${ctx.centreId} and school_id = ${schoolId} and replaced_by is null`.execute(ctx.db)
  return rows[0]?.n ?? 0
}

/** Its rows go, and those it took the place of come back. */
export const takeBack = async (ctx: Ctx, schoolId: number, importId: number) => {
  const mine = { centreId: ctx.centreId, schoolId }
  await ctx.db
    .deleteFrom('schoolContact')
    .where('centreId', '=', mine.centreId)
    .where('schoolId', '=', mine.schoolId)
    .where('importId', '=', importId)
    .execute()
  await ctx.db
    .updateTable('schoolContact')
    .set({ replacedBy: null })
    .where('centreId', '=', mine.centreId)
    .where('schoolId', '=', mine.schoolId)
    .where('replacedBy', '=', importId)
    .execute()
}

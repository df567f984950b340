import { sql } from 'kysely'
import { type Ctx, schoolOf } from '#platform/context'

type Now = { contacts: number; locked: number; open: number }
/** How many stand there that can be opened; of another key, or for want of any (`locked`); still to be sealed (`open`). */
export const contactsNow = async (ctx: Ctx): Promise<Now> => {
  const { rows } = await sql<Now>`
    select count(*) filter (where key_mark = mine)::int as contacts,
      count(*) filter (where mine is null or key_mark <> mine)::int as locked,
      count(*) filter (where mine is not null and sealed is null)::int as open
    from school_contact, (select school_mark(app_school_key(), 'key', '') as mine) k
    where centre_id = ${ctx.centreId} and school_id = ${schoolOf(ctx)} and replaced_by is null`.execute(ctx.db)
  return rows[0] ?? { contacts: 0, locked: 0, open: 0 }
}

/** The own school's contacts as they lie there. */
export const sealedContacts = (ctx: Ctx) =>
  ctx.db
    .selectFrom('schoolContactNow')
    .select(['id', 'sealed'])
    .where('centreId', '=', ctx.centreId)
    .where('schoolId', '=', schoolOf(ctx))
    .$narrowType<{ sealed: Buffer }>()
    .execute()

/** In force or replaced. */
export const anyContact = async (ctx: Ctx): Promise<boolean> => {
  const { rows } =
    await sql`select from school_contact where centre_id = ${ctx.centreId} and school_id = ${schoolOf(ctx)} limit 1`.execute(
      ctx.db,
    )
  return rows.length > 0
}

/** In force and replaced; how many. */
export const deleteContacts = async (ctx: Ctx, schoolId: number): Promise<number> => {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('schoolContact')
    .where('centreId', '=', ctx.centreId)
    .where('schoolId', '=', schoolId)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

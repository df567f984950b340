import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Role } from '../centre/roles.ts'

/** Before anyone is known there is a database and a time, and no centre. */
type Before = Pick<Ctx, 'db' | 'at' | 'now'>

export const insertSession = (
  { db, at }: Before,
  session: { hash: string; personId: number; centreId: number; expiresAt: string },
) =>
  db
    .insertInto('session')
    .values({ ...session, createdAt: at })
    .execute()

export const deleteSession = ({ db }: Before, hash: string) =>
  db.deleteFrom('session').where('hash', '=', hash).execute()

/** A burst of guesses takes turns: each sees those before it. */
export const lockTries = ({ db }: Before, email: string) =>
  sql`select pg_advisory_xact_lock(hashtext('sign-in'), hashtext(${email}))`.execute(db)

export const deleteTriesBefore = ({ db }: Before, moment: string) =>
  db.deleteFrom('signInTry').where('at', '<', moment).execute()
export const deleteTriesOf = ({ db }: Before, email: string) =>
  db.deleteFrom('signInTry').where('email', '=', email).execute()
export const insertTry = ({ db, at }: Before, email: string) =>
  db.insertInto('signInTry').values({ email, at }).execute()

export const triesSince = async ({ db }: Before, email: string, since: string): Promise<number> => {
  const { count } = await db
    .selectFrom('signInTry')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('email', '=', email)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

/** A person also sees where else he belongs: the first centre he is a member of. */
export const firstCentreOf = async ({ db }: Before, personId: number) => {
  await sql`select set_config('app.person', ${String(personId)}, true)`.execute(db)
  return db
    .selectFrom('memberNow')
    .select(['personId', 'centreId'])
    .where('personId', '=', personId)
    .orderBy('centreId')
    .executeTakeFirst()
}

export const personByEmail = ({ db }: Before, email: string) =>
  db.selectFrom('person').select(['id', 'passwordHash']).where('email', '=', email).executeTakeFirst()

export const centreName = async (ctx: Ctx) =>
  (await ctx.db.selectFrom('centreNow').select('name').where('id', '=', ctx.centreId).executeTakeFirstOrThrow()).name

/** Everyone here, for the sign-in page of a demo. */
export const peopleOf = (ctx: Ctx) =>
  ctx.db
    .selectFrom('memberNow')
    .select(['email', 'name', sql<Role>`role`.as('role'), 'school'])
    .where('centreId', '=', ctx.centreId)
    .orderBy('memberId')
    .execute()

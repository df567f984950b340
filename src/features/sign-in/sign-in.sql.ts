import { sql } from 'kysely'
import pg from 'pg'
import type { Ctx, HouseCtx } from '#platform/context'
import type { Role } from '../centre/roles.ts'

/** Past row-level security, before any centre is known. */
export const askerOfSession = (hash: string, at: string) =>
  `unsafe_asker_of_session(${pg.escapeLiteral(hash)}, ${pg.escapeLiteral(at)})`

export const insertSession = (
  { db, at }: HouseCtx,
  session: { hash: string; personId: number; centreId: number; expiresAt: string },
) =>
  db
    .insertInto('session')
    .values({ ...session, createdAt: at, lastSeenAt: at, provedAt: at })
    .execute()

/** Of many requests at the same moment one writes it down; the others do not wait. */
export const noteSeen = ({ db, at }: HouseCtx, hash: string) =>
  db
    .updateTable('session')
    .set({ lastSeenAt: at })
    .where('hash', '=', (eb) =>
      eb
        .selectFrom('session')
        .select('hash')
        .where('hash', '=', hash)
        .where('lastSeenAt', '!=', at)
        .forUpdate()
        .skipLocked(),
    )
    .execute()

export const markProved = ({ db, at }: HouseCtx, hash: string) =>
  db.updateTable('session').set({ provedAt: at }).where('hash', '=', hash).execute()

/** A person's sessions that have not ended, in whatever centre. */
export const sessionRows = ({ db, now, at }: HouseCtx, personId: number) =>
  db
    .selectFrom('session')
    .select(['hash', 'createdAt', 'lastSeenAt'])
    .where('personId', '=', personId)
    .where('expiresAt', '>', at)
    .where('lastSeenAt', '>', now.subtract({ hours: 24 * 7 }).toString())
    .orderBy('lastSeenAt', 'desc')
    .execute()

export const deleteOtherSessions = ({ db }: HouseCtx, personId: number, hash: string) =>
  db.deleteFrom('session').where('personId', '=', personId).where('hash', '!=', hash).returning('hash').execute()

export const deleteEverySession = ({ db }: HouseCtx, personId: number) =>
  db.deleteFrom('session').where('personId', '=', personId).execute()

export const deleteSession = ({ db }: HouseCtx, hash: string) =>
  db.deleteFrom('session').where('hash', '=', hash).execute()

/** Sessions of someone in this centre end now. */
export const deleteSessionsOf = (ctx: Ctx, personId: number) =>
  ctx.db.deleteFrom('session').where('personId', '=', personId).where('centreId', '=', ctx.centreId).execute()

/** A person also sees where else he belongs: the first centre he is a member of. */
export const firstCentreOf = async ({ db }: HouseCtx, personId: number) => {
  await sql`select set_config('app.person', ${String(personId)}, true)`.execute(db)
  return db
    .selectFrom('memberNow')
    .select(['personId', 'centreId'])
    .where('personId', '=', personId)
    .orderBy('centreId')
    .executeTakeFirst()
}

/** Everyone here, for the sign-in page of a demo. */
export const peopleOf = (ctx: Ctx) =>
  ctx.db
    .selectFrom('memberNow')
    .select(['email', 'name', sql<Role>`role`.as('role'), 'school'])
    .where('centreId', '=', ctx.centreId)
    .orderBy('memberId')
    .execute()

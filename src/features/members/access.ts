import { sql } from 'kysely'
import type { Asker } from '#platform/context'
import type { Database } from '#platform/db/open'
import { problem } from '#platform/errors'
import type { Identify } from '#platform/http/exchange'
import type { Visitor } from '#platform/http/serve'
import { hashOfSecret, makeSecret, passwordFits } from './password.ts'

const sessionDays = 30
const mostTries = 10
const tryMinutes = 15

type Found = { personId: number; centreId: number; schoolId: number | null; role: string; language: 'da' | 'en' }

/** A session's cookie or a token's text → who asks. */
export const identify: Identify = async (database, { session, token }) => {
  const found = session
    ? await database.pool.query('select * from unsafe_asker_of_session($1, $2)', [
        hashOfSecret(session),
        database.clock().toString(),
      ])
    : await database.pool.query('select * from unsafe_asker_of_token($1)', [hashOfSecret(token ?? '')])
  const row = found.rows[0] as
    | { person_id: number; centre_id: number; school_id: number | null; role: string; language: 'da' | 'en' }
    | undefined
  if (!row) return null
  return {
    personId: row.person_id,
    centreId: row.centre_id,
    schoolId: row.school_id,
    role: row.role,
    language: row.language,
    source: token ? 'api' : 'web',
  }
}

/** Begins a session for a person in a centre and sets the cookie. */
export const beginSession = async (visitor: Visitor, personId: number, centreId: number): Promise<Asker> => {
  const { secret, hash } = makeSecret()
  await visitor.database.beforeSignIn(({ db, at, now }) =>
    db
      .insertInto('session')
      .values({ hash, personId, centreId, createdAt: at, expiresAt: now.add({ hours: 24 * sessionDays }).toString() })
      .execute(),
  )
  const asker = await visitor.identify(secret)
  if (!asker) throw problem('wrong-password')
  visitor.setSession(secret)
  return asker
}

export const countTry = (database: Database, email: string) =>
  database.beforeSignIn(async ({ db, at, now }) => {
    // A burst of guesses takes turns: each sees those before it.
    await sql`select pg_advisory_xact_lock(hashtext('sign-in'), hashtext(${email}))`.execute(db)
    const since = now.subtract({ minutes: tryMinutes }).toString()
    await db
      .deleteFrom('signInTry')
      .where('at', '<', now.subtract({ hours: 24 }).toString())
      .execute()
    const { count } = await db
      .selectFrom('signInTry')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('email', '=', email)
      .where('at', '>', since)
      .executeTakeFirstOrThrow()
    if (count >= mostTries) throw problem('too-many-tries', { minutes: tryMinutes })
    await db.insertInto('signInTry').values({ email, at }).execute()
  })

/** The centre a person signs in to: where he is a member; the first when there are several. */
export const homeOf = (database: Database, personId: number): Promise<Found | undefined> =>
  database.beforeSignIn(async ({ db }) => {
    await sql`select set_config('app.person', ${String(personId)}, true)`.execute(db)
    const row = await db
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.personId')
      .select([
        'membership.personId',
        'membership.centreId',
        'membership.schoolId',
        'membership.role',
        'person.language',
      ])
      .where('membership.personId', '=', personId)
      .where('membership.leftAt', 'is', null)
      .orderBy('membership.centreId')
      .executeTakeFirst()
    return row as Found | undefined
  })

export const personByEmail = (database: Database, email: string) =>
  database.beforeSignIn(({ db }) =>
    db.selectFrom('person').select(['id', 'passwordHash']).where('email', '=', email).executeTakeFirst(),
  )

/** Signs in with a password. Ten wrong tries in a quarter of an hour close the door for that address. */
export const signInWithPassword = async (visitor: Visitor, email: string, password: string): Promise<Asker> => {
  await countTry(visitor.database, email)
  const person = await personByEmail(visitor.database, email)
  const fits = await passwordFits(password, person?.passwordHash ?? null)
  const home = person && fits ? await homeOf(visitor.database, person.id) : undefined
  if (!home) throw problem('wrong-password')
  await visitor.database.beforeSignIn(({ db }) => db.deleteFrom('signInTry').where('email', '=', email).execute())
  return beginSession(visitor, home.personId, home.centreId)
}

/** One click signs in, in a demo and only there. */
export const signInToDemo = async (visitor: Visitor, email: string): Promise<Asker> => {
  if (!visitor.demo) throw problem('demo-only')
  const person = await personByEmail(visitor.database, email)
  const home = person && (await homeOf(visitor.database, person.id))
  if (!home) throw problem('not-found')
  return beginSession(visitor, home.personId, home.centreId)
}

export const signOut = async (visitor: Visitor): Promise<Record<string, never>> => {
  const { sessionToken } = visitor
  if (sessionToken)
    await visitor.database.beforeSignIn(({ db }) =>
      db.deleteFrom('session').where('hash', '=', hashOfSecret(sessionToken)).execute(),
    )
  visitor.setSession(null)
  return {}
}

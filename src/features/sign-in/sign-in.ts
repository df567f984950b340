/** Front door: how one proves who one is, with a session that begins in any way, or a token. */
import type { Asker, Ctx } from '#platform/context'
import type { Database } from '#platform/db/open'
import { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import type { Prove } from '#platform/http/exchange'
import type { Visitor } from '#platform/http/serve'
import type { Holder } from '#platform/room'
import { hashOfSecret, makeSecret } from '#platform/secret'
import { centreIds, centreName, system } from '../centre/centre.ts'
import { askerFrom, personByEmail, proofOfToken } from '../members/members.ts'
import { passwordFits } from './password.ts'
import type { Front } from './sign-in.schema.ts'
import * as store from './sign-in.sql.ts'
import { tryInTurn } from './tries.ts'

export { makeFirstRunWord } from './first-run-word.ts'
export { hashPassword, passwordFits } from './password.ts'
export { deleteEverySession, deleteOtherSessions, markProved, sessionRows } from './sign-in.sql.ts'
export { askInTurn, tryInTurn } from './tries.ts'
export { refuseWeakPassword } from './weak-passwords.ts'

const sessionDays = 30

const SessionRow = z.object({ proved_at: z.string(), unseen: z.boolean() })
/** A session's cookie or a token's text → what tells who asks. */
export const prove: Prove = (database, carried) => {
  if ('token' in carried) return proofOfToken(database, carried.token)
  const hash = hashOfSecret(carried.session)
  return {
    name: hash,
    rowAt: (at) => store.askerOfSession(hash, at),
    asker: (row) => ({ ...askerFrom(row, 'web'), provedAt: z.parse(SessionRow, row).proved_at }),
    seen: async (row, asker) => {
      if (z.parse(SessionRow, row).unseen) await database.noteReading(asker, (ctx) => store.noteSeen(ctx, hash))
    },
  }
}

/** Begins a session for a person in a centre and sets the cookie. */
export const beginSession = async (visitor: Visitor, personId: number, centreId: number): Promise<Asker> => {
  const { secret, hash } = makeSecret()
  await visitor.database.beforeSignIn((ctx) => {
    const expiresAt = ctx.now.add({ hours: 24 * sessionDays }).toString()
    return store.insertSession(ctx, { hash, personId, centreId, expiresAt })
  })
  const asker = await visitor.identify(secret)
  if (!asker) throw problem('wrong-password')
  visitor.setSession(secret)
  return asker
}

/** The centre a person signs in to: where he is a member; the first when there are several. */
export const homeOf = (database: Database, personId: number) =>
  database.beforeSignIn((ctx) => store.firstCentreOf(ctx, personId))

/** Signs in with a password. Who has the right one comes in, however many wrong ones strangers have tried. */
export const signInWithPassword = async (visitor: Visitor, email: string, password: string): Promise<Asker> => {
  const { database } = visitor
  const home = await tryInTurn(visitor, { account: email, wrong: problem('wrong-password') }, async () => {
    const person = await personByEmail(database, email)
    const fits = await passwordFits(password, person?.passwordHash ?? null)
    return person && fits ? homeOf(database, person.id) : undefined
  })
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
  if (sessionToken) await visitor.database.beforeSignIn((ctx) => store.deleteSession(ctx, hashOfSecret(sessionToken)))
  visitor.setSession(null)
  return {}
}

/** Who leaves a centre is out of it at once, and stays out when he comes back. */
export const endSessionsOf = async (ctx: Ctx, { personId }: Holder) => {
  await store.deleteSessionsOf(ctx, personId)
}

/** What stands on the sign-in page before anyone is known. */
export const showFront = async (visitor: Visitor): Promise<z.infer<typeof Front>> => {
  const [centreId] = await centreIds(visitor.database)
  if (centreId === undefined) return { state: 'first-run', centreName: null, demoPeople: [] }
  return visitor.database.in(system(centreId, 'web'), async (ctx) => {
    const name = await centreName(ctx)
    if (!visitor.demo) return { state: 'ready' as const, centreName: name, demoPeople: [] }
    return { state: 'demo' as const, centreName: name, demoPeople: await store.peopleOf(ctx) }
  })
}

/** Front door: what is one's own of signing in: the password, and the browsers that are signed in. */
import { type Language, problem, problemAt } from '#platform/errors'
import type { Visitor } from '#platform/http/serve'
import { hashOfSecret } from '#platform/secret'
import * as m from '#texts'
import { aboutPerson, setPassword } from '../members/members.ts'
import {
  deleteOtherSessions,
  hashPassword,
  passwordFits,
  refuseWeakPassword,
  sessionRows,
  tryInTurn,
} from '../sign-in/sign-in.ts'

/** Who sits at this browser; a token is nobody here. Throws not-signed-in. */
export const inPerson = async (visitor: Visitor) => {
  const { sessionToken } = visitor
  const asker = sessionToken ? await visitor.identify(sessionToken) : null
  if (!sessionToken || !asker || asker.personId === null) throw problem('not-signed-in')
  return { personId: asker.personId, hash: hashOfSecret(sessionToken), asker }
}

/** Who is known already has only the password wrong; said at its field. */
export const wrongPassword = (field: 'old' | 'password', language: Language) =>
  problemAt('wrong-password', `/body/${field}`, m.my_access_wrong_password({}, { locale: language }))

export const listMySessions = async (visitor: Visitor) => {
  const { personId, hash } = await inPerson(visitor)
  const rows = await visitor.database.beforeSignIn((ctx) => sessionRows(ctx, personId))
  return {
    rows: rows.map((row) => ({ createdAt: row.createdAt, lastSeenAt: row.lastSeenAt, mine: row.hash === hash })),
  }
}

/** Everywhere but here, in every centre. */
export const endOtherSessions = async (visitor: Visitor) => {
  const { personId, hash } = await inPerson(visitor)
  const ended = await visitor.database.beforeSignIn((ctx) => deleteOtherSessions(ctx, personId, hash))
  return { ended: ended.length }
}

/** The old one is asked: who finds an open browser shall not keep it. Every other browser is signed out. Throws wrong-password. */
export const changePassword = async (visitor: Visitor, given: { old: string; password: string }) => {
  const { personId, hash, asker } = await inPerson(visitor)
  const { database, language } = visitor
  const about = await database.read(asker, aboutPerson)
  await tryInTurn(
    visitor,
    { account: about.email, wrong: wrongPassword('old', language) },
    async () => (await passwordFits(given.old, about.passwordHash)) || undefined,
  )
  refuseWeakPassword(given.password, [about.name, about.email, about.centre], language)
  const passwordHash = await hashPassword(given.password)
  const ended = await database.beforeSignIn(async (ctx) => {
    // Of two who change it at once, one was told that the old one fits no more.
    if (!(await setPassword(ctx, personId, { from: about.passwordHash, to: passwordHash })))
      throw wrongPassword('old', language)
    return deleteOtherSessions(ctx, personId, hash)
  })
  return { ended: ended.length }
}

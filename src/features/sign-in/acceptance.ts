/** Where the link in an invitation leads: a password is chosen, and one is in. */
import { problemAt } from '#platform/errors'
import type { Visitor } from '#platform/http/serve'
import * as m from '#texts'
import { personByEmail, showInvitation, takeInvitation } from '../members/members.ts'
import { hashPassword, passwordFits } from './password.ts'
import { beginSession, homeOf } from './sign-in.ts'
import { tryInTurn } from './tries.ts'
import { refuseWeakPassword } from './weak-passwords.ts'

/**
 * Someone who is known already proves it with the password he has: whoever can read a centre's mails must not become him,
 * here or in another centre. Without a password he may choose one only when he belongs nowhere. Says whether he chooses one now.
 * Throws wrong-password.
 */
const refuseStranger = async (visitor: Visitor, email: string, password: string) => {
  const { database } = visitor
  const person = await personByEmail(database, email)
  if (!person) return true
  const wrong = problemAt('wrong-password', '/body/password', m.sign_in_accept_known({}, { locale: visitor.language }))
  await tryInTurn(visitor, { account: email, wrong }, async () => {
    const fits = person.passwordHash
      ? await passwordFits(password, person.passwordHash)
      : (await homeOf(database, person.id)) === undefined
    return fits || undefined
  })
  return person.passwordHash === null
}

/** Takes the invitation, once: two who press at the same time get one membership, and one of them is told. */
export const acceptInvitation = async (visitor: Visitor, token: string, given: { name: string; password: string }) => {
  const { email, centre } = await showInvitation(visitor, token)
  const isNew = await refuseStranger(visitor, email, given.password)
  if (isNew) refuseWeakPassword(given.password, [given.name, email, centre], visitor.language)
  const passwordHash = await hashPassword(given.password)
  const { personId, centreId } = await takeInvitation(visitor, token, { name: given.name, passwordHash })
  return beginSession(visitor, personId, centreId)
}

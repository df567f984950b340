/** Where the link in an invitation leads: a password is chosen, and one is in. */
import { problem } from '#platform/errors'
import type { Visitor } from '#platform/http/serve'
import { personByEmail, showInvitation, takeInvitation } from '../members/members.ts'
import { hashPassword, passwordFits } from './password.ts'
import { beginSession, countTry, homeOf } from './sign-in.ts'

/**
 * Someone who is known already proves it with the password he has: whoever can read a centre's mails must not become him,
 * here or in another centre. Without a password he may choose one only when he belongs nowhere. Throws wrong-password.
 */
const refuseStranger = async ({ database }: Visitor, email: string, password: string) => {
  const person = await personByEmail(database, email)
  if (!person) return
  await countTry(database, email)
  const fits = person.passwordHash
    ? await passwordFits(password, person.passwordHash)
    : (await homeOf(database, person.id)) === undefined
  if (!fits) throw problem('wrong-password')
}

/** Takes the invitation, once: two who press at the same time get one membership, and one of them is told. */
export const acceptInvitation = async (visitor: Visitor, token: string, given: { name: string; password: string }) => {
  const { email } = await showInvitation(visitor, token)
  await refuseStranger(visitor, email, given.password)
  const passwordHash = await hashPassword(given.password)
  const { personId, centreId } = await takeInvitation(visitor, token, { name: given.name, passwordHash })
  return beginSession(visitor, personId, centreId)
}

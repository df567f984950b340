/** The first page of an empty installation: the centre and its administrator, once. */
import { problem } from '#platform/errors'
import type { Visitor } from '#platform/http/serve'
import { centreIds, makeFirstCentre } from '../centre/centre.ts'
import { firstRole } from '../centre/roles.ts'
import { addMember } from '../members/members.ts'
import { hashPassword } from './password.ts'
import { beginSession } from './sign-in.ts'

export const setUpCentre = async (
  visitor: Visitor,
  given: { centreName: string; name: string; email: string; password: string },
) => {
  if ((await centreIds(visitor.database)).length > 0) throw problem('already-set-up')
  const { name, email, password } = given
  const passwordHash = await hashPassword(password)
  const { language } = visitor
  const made = await makeFirstCentre(visitor.database, given.centreName, async (ctx) => ({
    ...(await addMember(ctx, { name, email, role: firstRole, passwordHash, language })),
    centreId: ctx.centreId,
  }))
  if (!made) throw problem('already-set-up')
  return beginSession(visitor, made.personId, made.centreId)
}

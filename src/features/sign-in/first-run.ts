/** The first page of an empty installation, and what stands there before anyone is signed in. */
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import type { Visitor } from '#platform/http/serve'
import { centreIds, makeFirstCentre, system } from '../centre/centre.ts'
import { beginSession } from './sign-in.ts'
import * as store from './sign-in.sql.ts'
import type { Front } from './sign-in.schema.ts'
import { addMember } from '../members/members.ts'
import { hashPassword } from './password.ts'

/** First run: the centre and its administrator, once. */
export const setUpCentre = async (
  visitor: Visitor,
  given: { centreName: string; name: string; email: string; password: string },
) => {
  if ((await centreIds(visitor.database)).length > 0) throw problem('already-set-up')
  const { name, email, password } = given
  const passwordHash = await hashPassword(password)
  const { language } = visitor
  const made = await makeFirstCentre(visitor.database, given.centreName, async (ctx) => ({
    ...(await addMember(ctx, { name, email, role: 'administrator', passwordHash, language })),
    centreId: ctx.centreId,
  }))
  if (!made) throw problem('already-set-up')
  return beginSession(visitor, made.personId, made.centreId)
}

export const showFront = async (visitor: Visitor): Promise<z.infer<typeof Front>> => {
  const [centreId] = await centreIds(visitor.database)
  if (centreId === undefined) return { state: 'first-run', centreName: null, demoPeople: [] }
  return visitor.database.in(system(centreId, 'web'), async (ctx) => {
    const name = await store.centreName(ctx)
    if (!visitor.demo) return { state: 'ready' as const, centreName: name, demoPeople: [] }
    return { state: 'demo' as const, centreName: name, demoPeople: await store.peopleOf(ctx) }
  })
}

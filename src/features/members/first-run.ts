/** The first page of an empty installation, and what stands there before anyone is signed in. */
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import type { Visitor } from '#platform/http/serve'
import { centreIds, makeCentre, system } from '../centre/centre.ts'
import type { Role } from '../centre/roles.ts'
import { beginSession } from './access.ts'
import type { Front } from './access.schema.ts'
import { addMember } from './members.ts'
import { hashPassword } from './password.ts'

/** First run: the centre and its administrator, once. */
export const setUpCentre = async (
  visitor: Visitor,
  given: { centreName: string; name: string; email: string; password: string },
) => {
  if ((await centreIds(visitor.database)).length > 0) throw problem('already-set-up')
  const passwordHash = await hashPassword(given.password)
  const centreId = await makeCentre(visitor.database, given.centreName, false)
  // Two first runs at the same moment: the one that made the first centre goes on, the other is told.
  if ((await centreIds(visitor.database))[0] !== centreId) throw problem('already-set-up')
  const { personId } = await visitor.database.in(system(centreId, 'web'), (ctx) =>
    addMember(ctx, {
      name: given.name,
      email: given.email,
      role: 'administrator',
      passwordHash,
      language: visitor.language,
    }),
  )
  return beginSession(visitor, personId, centreId)
}

const roleOrder: readonly Role[] = [
  'coordinator',
  'consultant',
  'caller',
  'leader',
  'employee',
  'council',
  'teacher',
  'partner',
  'administrator',
]

export const showFront = async (visitor: Visitor): Promise<z.infer<typeof Front>> => {
  const [centreId] = await centreIds(visitor.database)
  if (centreId === undefined) return { state: 'first-run', centreName: null, demoPeople: [] }
  return visitor.database.in(system(centreId, 'web'), async (ctx) => {
    const { name } = await ctx.db
      .selectFrom('centreNow')
      .select('name')
      .where('id', '=', centreId)
      .executeTakeFirstOrThrow()
    if (!visitor.demo) return { state: 'ready' as const, centreName: name, demoPeople: [] }
    const people = await ctx.db
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.personId')
      .leftJoin('schoolNow as s', (join) =>
        join.onRef('s.centreId', '=', 'm.centreId').onRef('s.id', '=', 'm.schoolId'),
      )
      .select(['p.email', 'p.name', 'm.role', 's.name as school'])
      .where('m.centreId', '=', centreId)
      .where('m.leftAt', 'is', null)
      .orderBy('m.id')
      .execute()
    const demoPeople = people
      .map((person) => ({ ...person, role: person.role as Role }))
      .toSorted((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role))
    return { state: 'demo' as const, centreName: name, demoPeople }
  })
}

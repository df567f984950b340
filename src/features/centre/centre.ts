/** Front door of the feature: the centre itself, its rules, first run. */
import type { Asker, Ctx } from '#platform/context'
import type { Database } from '#platform/db/open'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { record } from '#platform/events'
import type { Visitor } from '#platform/http/serve'
import { beginSession } from './access.ts'
import type { Front } from './access.schema.ts'
import type { Rules } from './centre.schema.ts'
import { addMember } from './members.ts'
import { hashPassword } from './password.ts'
import type { Role } from './roles.ts'

export { addMember, listMembers } from './members.ts'
export { addSchool, listSchools } from './schools.ts'
export { makeToken } from './tokens.ts'

/** Numbers of the centres in this database, oldest first. */
export const centreIds = async (database: Database): Promise<number[]> =>
  (await database.pool.query<{ id: number }>('select unsafe_centre_ids() as id')).rows.map(({ id }) => id)

/** Who acts for the house itself in a centre: first run, seeds, commands. */
export const system = (centreId: number, source: Asker['source'] = 'command'): Asker => ({
  centreId,
  personId: null,
  schoolId: null,
  role: 'system',
  source,
  language: 'da',
})

/** Makes a centre with its rules. Returns its number. */
export const makeCentre = async (database: Database, name: string, demo: boolean): Promise<number> => {
  const { rows } = await database.pool.query<{ id: number }>('select unsafe_make_centre($1, $2, $3) as id', [
    name,
    demo,
    database.clock().toString(),
  ])
  const id = rows[0]?.id ?? 0
  await database.in(system(id), (ctx) => ctx.db.insertInto('rules').values({ centreId: id }).execute())
  return id
}

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
      .selectFrom('centre')
      .select('name')
      .where('id', '=', centreId)
      .executeTakeFirstOrThrow()
    if (!visitor.demo) return { state: 'ready' as const, centreName: name, demoPeople: [] }
    const people = await ctx.db
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.personId')
      .leftJoin('school as s', (join) => join.onRef('s.centreId', '=', 'm.centreId').onRef('s.id', '=', 'm.schoolId'))
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

type RulesRow = z.infer<typeof Rules>
export const showRules = async (ctx: Ctx): Promise<RulesRow> => {
  const { centreId: _, ...rules } = await ctx.db
    .selectFrom('rules')
    .selectAll()
    .where('centreId', '=', ctx.centreId)
    .executeTakeFirstOrThrow()
  return rules as RulesRow
}

/** New rules hold for what happens from now on; waits and hearings that run keep theirs. */
export const changeRules = async (ctx: Ctx, wanted: RulesRow): Promise<RulesRow> => {
  const before = await showRules(ctx)
  await ctx.db.updateTable('rules').set(wanted).where('centreId', '=', ctx.centreId).execute()
  await record(ctx, { verb: 'changed', subject: 'rules', before, after: wanted, topics: ['rules'] })
  return wanted
}

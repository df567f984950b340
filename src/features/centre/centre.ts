/** Front door: the centre itself and its rules. */
import type { Asker, Ctx } from '#platform/context'
import type { Database } from '#platform/db/open'
import type { z } from '#platform/endpoint'
import { record } from '#platform/events'
import type { Rules } from './centre.schema.ts'

export { refusePersonalNumbers } from './personal-numbers.ts'
export { addSchool, listSchools } from './schools.ts'

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

/** Front door: the centre itself, its schools and its rules. */
import * as m from '#texts'
import type { Asker, Ctx } from '#platform/context'
import type { Database } from '#platform/db/open'
import { problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import { houseLanguage } from '#platform/text/language'
import { centreEvents } from './centre-events.table.ts'
import { isShorter, leastMonths } from './centre.schema.ts'
import * as store from './centre.sql.ts'
import { insertNames } from './names.sql.ts'

export { centreIds, centreName } from './centre.sql.ts'
export { showNames } from './names.ts'
export { addSchool, changeSchool, listSchools, removeSchool } from './schools.ts'

const record = recorder(centreEvents)

/** Who acts for the house itself in a centre: first run, seeds, commands. */
export const system = (centreId: number, source: Asker['source'] = 'command'): Asker => ({
  centreId,
  personId: null,
  schoolId: null,
  role: 'system',
  source,
  language: houseLanguage,
})

const begin = async (ctx: Ctx, centreId: number): Promise<Ctx> => {
  const inside = await store.stepInto(ctx, centreId)
  await Promise.all([store.insertRules(inside), insertNames(inside)])
  return inside
}

/** Makes a centre with its rules. Returns its number. */
export const makeCentre = (database: Database, name: string, demo: boolean): Promise<number> => {
  const make = async (ctx: Ctx) => (await begin(ctx, await store.insertCentre(ctx, name, demo))).centreId
  return database.in(system(0), make, database.clock())
}

/**
 * Makes the first centre of an empty house, and in the same transaction what it needs at once; null when there is one already. Of
 * several at the same moment one makes it, and the others leave nothing behind.
 */
export const makeFirstCentre = <T>(database: Database, name: string, work: (ctx: Ctx) => Promise<T>) =>
  database.in(system(0, 'web'), async (ctx) => {
    const centreId = await store.insertFirstCentre(ctx, name)
    return centreId === null ? null : work(await begin(ctx, centreId))
  })

export const showRules = (ctx: Ctx): Promise<store.RulesRow> => store.rulesNow(ctx)

/** New rules hold for what happens from now on; waits and hearings that run keep theirs. Shorter than promised only with the council's reason. */
export const changeRules = async (ctx: Ctx, wanted: store.RulesRow): Promise<store.RulesRow> => {
  if (isShorter(wanted) && !wanted.shorterWhy)
    throw problemAt(
      'wrong-input',
      '/body/shorterWhy',
      m.centre_problem_shorter_why(leastMonths, { locale: ctx.language }),
      'custom',
    )
  // Who goes back to what is promised needs no reason any more.
  const after = { ...wanted, shorterWhy: isShorter(wanted) ? wanted.shorterWhy : null }
  const before = await store.replaceRules(ctx, after)
  await record(ctx, { verb: 'changed', subject: 'rules', before, after, topics: ['rules'] })
  return after
}

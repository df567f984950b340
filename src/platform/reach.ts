import type { Asker } from './context.ts'
import type { Database } from './db/open.ts'
import type { HouseReach, Reach } from './jobs.ts'
import type { Claim } from './portions.ts'
import { houseLanguage } from './text/language.ts'

/** The house itself, in a centre. */
export const system = (centreId: number): Asker => ({
  centreId,
  personId: null,
  schoolId: null,
  role: 'system',
  source: 'job',
  language: houseLanguage,
})
/** What a job may do: as who handed it in. */
export const reachOf = (database: Database, asker: Asker, claim: Claim): Reach => ({
  asker,
  database,
  in: (work) => database.in(asker, work),
  claim,
})
export const centreIdsOf = async ({ pool }: Database) =>
  (await pool.query<{ id: number }>('select unsafe_centre_ids() as id')).rows.map(({ id }) => id)
/** What the house's own work may do: in each centre by turns. */
export const houseReachOf = (database: Database, claim: Claim): HouseReach => ({
  house: database.house,
  in: (work) => database.beforeSignIn(work),
  centreIds: () => centreIdsOf(database),
  inCentre: (centreId, work) => database.in(system(centreId), work),
  claim,
})

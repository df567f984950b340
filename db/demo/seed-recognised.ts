import type { Database } from '#platform/db/open'
import { noClaim } from '#platform/portions'
import { system } from '../../src/features/centre/centre.ts'
import { resolveContacts } from '../../src/features/matching/matching.ts'

/**
 * The history is told before the queue runs: what is handed in to it waits for nothing here, and whom the schools' contacts are is worked out
 * once, when all of it has happened.
 */
export const recognisingAtTheEnd = async (database: Database, tell: () => Promise<number>): Promise<number> => {
  const { sender } = database
  database.sender = () => Promise.resolve()
  const centreId = await tell().finally(() => {
    database.sender = sender
  })
  const asker = system(centreId)
  await resolveContacts.run({ asker, database, in: (work) => database.in(asker, work), claim: noClaim }, {})
  return centreId
}

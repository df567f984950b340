/** What schools handed in before contacts were sealed is sealed in the background, as each school in turn. */
import { asSchool, job, sweep, wake } from '#platform/jobs'
import { sealErrors } from '../imports/imports.ts'
import { sealOpenContacts } from '../school-contacts/school-contacts.ts'
import * as store from './seal-contacts.sql.ts'

/** Each portion is a transaction: what is sealed stays so, what is not is still due, and a crash between loses nothing. */
export const sealContacts = job<Record<string, never>>('matching/seal-contacts', async (reach) => {
  if (!reach.database.house.sealing) return
  const due = await reach.in(store.schoolsDue)
  for (const schoolId of due) {
    const inSchool = asSchool(reach, schoolId)
    await inSchool(store.markPairs)
    for (const seal of [sealOpenContacts, sealErrors]) while (await inSchool(seal)) reach.claim.signal.throwIfAborted()
    await reach.in((ctx) => store.noLongerDue(ctx, schoolId))
  }
})

/** Without a key it waits for one. */
export const sealingDue = sweep('sealing-due', async (ctx) => {
  if (ctx.house.sealing && (await store.notTold(ctx))) await wake(ctx, sealContacts, {})
})

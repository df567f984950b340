/** What schools handed in before contacts were sealed is sealed in the background, as each school in turn. */
import type { Ctx } from '#platform/context'
import { announce } from '#platform/events'
import { asSchool, job, type Reach, sweep, wake } from '#platform/jobs'
import { sealErrors } from '../imports/imports.ts'
import { lockContacts, sealOpenContacts } from '../school-contacts/school-contacts.ts'
import { compareAgain } from './resolve-contacts.ts'
import * as store from './seal-contacts.sql.ts'

/** Each portion is a transaction: what is sealed stays so, what is not is still due, and a crash between loses nothing. */
const sealSchool = async (reach: Reach, schoolId: number) => {
  const inSchool = asSchool(reach, schoolId)
  // An upload or a deletion meanwhile comes before or after, never between what is read here and what is written.
  const inTurn = <T>(work: (ctx: Ctx) => Promise<T>) =>
    inSchool(async (ctx) => {
      await lockContacts(ctx, schoolId)
      return work(ctx)
    })
  await inTurn(store.markPairs)
  for (const seal of [sealOpenContacts, sealErrors]) while (await inTurn(seal)) reach.claim.signal.throwIfAborted()
  // What stood in the open nobody has compared, and pages say that it is still being compared.
  await inSchool(async (ctx) => announce(ctx, ['school-contacts', 'hearings', 'waiting'], 'school'))
  await reach.in(async (ctx) => {
    await compareAgain(ctx, [schoolId])
    await store.noLongerDue(ctx, schoolId)
  })
}

/** One school's failure keeps no other waiting; it is told when all have had their turn, and that school stays due. */
export const sealContacts = job<Record<string, never>>('matching/seal-contacts', async (reach) => {
  if (!reach.database.house.sealing) return
  const failures: unknown[] = []
  for (const schoolId of await reach.in(store.schoolsDue)) {
    await sealSchool(reach, schoolId).catch((error: unknown) => failures.push(error))
    reach.claim.signal.throwIfAborted()
  }
  if (failures.length > 0) throw failures[0]
})

/** Without a key it waits for one. */
export const sealingDue = sweep('sealing-due', async (ctx) => {
  if (ctx.house.sealing && (await store.notTold(ctx))) await wake(ctx, sealContacts, {})
})

/** Nobody calls from a closed list: what was agreed on the phone is a promise of who closed it, also when it is agreed after that. */
import * as m from '#texts'
import { Temporal } from 'temporal-polyfill'
import { dateOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { sayDay } from '#platform/text/danish'
import { keepListAsItIs, whoClosed } from '../lists/lists.ts'
import { lockCompanies } from '../may-contact/may-contact.ts'
import { makePromises } from '../promises/promises.ts'
import { listOfHold } from './holds.sql.ts'
import * as store from './queue.sql.ts'
import { finishBacks, setBack } from './told.sql.ts'

/** What was agreed becomes promises of `ownerId`, who can hand them on: one for each company. */
export const promiseBacks = async (ctx: Ctx, listId: number, ownerId: number): Promise<void> => {
  const found = await store.openBacks(ctx, { listId })
  await lockCompanies(
    ctx,
    found.map(({ cvr }) => cvr),
  )
  const done = new Set<number>()
  for (const { callId, companyId, cvr, answer, dueAt } of await store.openBacks(ctx, { listId })) {
    if (done.has(companyId)) continue
    done.add(companyId)
    const due = dateOf(Temporal.Instant.from(dueAt)).toString()
    const options = { locale: ctx.language }
    const what =
      answer === 'wants-contact'
        ? m.queue_promise_visit({}, options)
        : m.queue_promise_back({ when: sayDay(dueAt, ctx.language) }, options)
    const promise = { what, ownerId, dueOn: due < ctx.today ? ctx.today : due, late: false }
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await makePromises(ctx, { companyId, cvr, origin: { kind: 'call', id: callId } }, [promise], '/body')
    // oxlint-disable-next-line no-await-in-loop -- as above
    await finishBacks(ctx, { companyId, cvr }, ctx.at)
  }
}

/** Before something is agreed that somebody must keep, and before the company is locked: nobody closes the list meanwhile, who began is waited for. */
export const lockListOfHold = async (ctx: Ctx): Promise<void> => {
  const hold = await listOfHold(ctx)
  if (hold && hold.listId !== null) await keepListAsItIs(ctx, hold.listId)
}

/** The company is to be called again at `dueAt`; the list may have been closed while its caller was talking. */
export const agreeBack = async (
  ctx: Ctx,
  { callId, listId }: { callId: number; listId: number | null },
  dueAt: string,
): Promise<void> => {
  await setBack(ctx, callId, dueAt)
  const closer = listId === null ? null : await whoClosed(ctx, listId)
  if (listId !== null && closer !== null) await promiseBacks(ctx, listId, closer)
}

/** Nobody calls from a closed list, nor from none: what was agreed on the phone is a promise of who closed it, or of who called, also when it is agreed after that. */
import * as m from '#texts'
import { Temporal } from 'temporal-polyfill'
import { dateOf } from '#platform/clock'
import { type Ctx, personOf } from '#platform/context'
import { sayDay } from '#platform/text/danish'
import { isOneOf } from '#platform/typed.shared'
import { staff } from '../centre/roles.ts'
import { keepListAsItIs, whoClosed } from '../lists/lists.ts'
import { lockCompanies } from '../may-contact/may-contact.ts'
import { memberNow } from '../members/members.ts'
import { makePromises } from '../promises/promises.ts'
import { listOfHold } from './held.sql.ts'
import * as store from './queue.sql.ts'
import { finishBacks, setBack } from './told.sql.ts'

type Backs = Awaited<ReturnType<typeof store.openBacks>>
/** What was agreed becomes promises of `ownerId`, who can hand them on: one for each company. The companies are locked. */
const promiseEach = async (ctx: Ctx, backs: Backs, ownerId: number): Promise<void> => {
  const done = new Set<number>()
  for (const { callId, companyId, cvr, answer, dueAt } of backs) {
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
export const promiseBacks = async (ctx: Ctx, listId: number, ownerId: number): Promise<void> => {
  const found = await store.openBacks(ctx, { listId })
  await lockCompanies(
    ctx,
    found.map(({ cvr }) => cvr),
  )
  await promiseEach(ctx, await store.openBacks(ctx, { listId }), ownerId)
}

/** Before something is agreed that somebody must keep, and before the company is locked: nobody closes the list meanwhile, who began is waited for. */
export const lockListOfHold = async (ctx: Ctx): Promise<void> => {
  const hold = await listOfHold(ctx)
  if (hold && hold.listId !== null) await keepListAsItIs(ctx, hold.listId)
}

/** Who said it keeps it, also when it is written down once more by another; who has left does not. */
const ownerOf = async (ctx: Ctx, personId: number): Promise<number> => {
  const member = personId === ctx.personId ? null : await memberNow(ctx, personId)
  return member && isOneOf(staff, member.role) ? personId : personOf(ctx)
}

type Agreed = { callId: number; listId: number | null; companyId: number; cvr: string; personId: number }
/**
 * The company is to be called again at `dueAt`; the list may have been closed while its caller was talking. From no list nobody calls: what was agreed
 * on an own call is a promise of who made it, unless the company stands in another list.
 */
export const agreeBack = async (
  ctx: Ctx,
  { callId, listId, companyId, cvr, personId }: Agreed,
  dueAt: string,
): Promise<void> => {
  await setBack(ctx, { callId, companyId, cvr }, dueAt)
  const closer = listId === null ? null : await whoClosed(ctx, listId)
  if (listId !== null && closer !== null) return promiseBacks(ctx, listId, closer)
  if (listId === null && isOneOf(staff, ctx.role) && !(await store.isOnList(ctx, { cvr, companyId })))
    await promiseEach(ctx, await store.openBacks(ctx, { callId }), await ownerOf(ctx, personId))
}

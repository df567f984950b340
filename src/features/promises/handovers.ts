/** Handing a promise over: the giver owns it until the receiver says yes. */
import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import { post } from '#platform/mail/outbox'
import { sayDate } from '#platform/text/danish'
import { languageOr } from '#platform/text/language'
import { runsCentre } from '../centre/roles.ts'
import * as store from './handovers.sql.ts'
import { isOwn, lockOwnPromise, mayOwn, refusePastDate, showPromise, tell } from './one-promise.ts'
import { markPromises } from './promise-marks.ts'
import { lockPromise, updatePromise } from './promises.sql.ts'

type Offer = { toId: number; note: string }

/** An offer nobody answered has lost its meaning when the promise is closed. */
export const endOffer = async (ctx: Ctx, promise: { id: number; cvr: string; companyId: number }) => {
  const ended = await store.removeOpenHandover(ctx, promise.id)
  if (ended) await tell(ctx, promise, { verb: 'handover-withdrawn', before: ended })
}

/**
 * Asks someone to take a promise over; the giver owns it until the answer is yes. A coordinator may ask on behalf of its
 * owner, who may have left. Throws needs-acceptance when someone has been asked already.
 */
export const offerHandover = async (ctx: Ctx, id: number, { toId, note }: Offer) => {
  const promise = await lockOwnPromise(ctx, id)
  if (promise.keptAt || promise.droppedAt) throw problem('promise-closed')
  const receiver = await mayOwn(ctx, toId, '/body/toId')
  if (toId === promise.ownerId && promise.releasedAt === null) {
    const detail = m.promises_owns_it_already({ name: receiver.name }, { locale: ctx.language })
    throw problemAt('wrong-input', '/body/toId', detail, 'owner')
  }
  const made = await store.insertHandover(ctx, {
    promiseId: id,
    fromId: promise.ownerId,
    toId,
    offeredBy: personOf(ctx),
    note,
  })
  const shown = await showPromise(ctx, id)
  if (!made) throw problem('needs-acceptance', { who: shown.handover?.to.name ?? '' })
  await tell(ctx, promise, { verb: 'handover-offered', after: { from: shown.owner.name, to: receiver.name, note } })
  if (toId !== ctx.personId) await ask(ctx, receiver, shown, note)
  return shown
}

const ask = (
  ctx: Ctx,
  receiver: { name: string; email: string; language: string },
  promise: Awaited<ReturnType<typeof showPromise>>,
  note: string,
) => {
  const locale = languageOr(receiver.language)
  const values = {
    company: promise.company,
    what: promise.what,
    date: sayDate(promise.dueOn, locale, ctx.today),
    giver: promise.owner.name,
    note,
  }
  return post(ctx, {
    to: receiver.email,
    toName: receiver.name,
    subject: m.promises_mail_handover_subject(values, { locale }),
    body: m.promises_mail_handover_body(values, { locale }),
  })
}

/** The offer and its promise, the promise's row locked. Only whoever was asked may answer. */
const lockOffer = async (ctx: Ctx, handoverId: number) => {
  const seen = await store.handoverById(ctx, handoverId)
  const promise = seen && (await lockPromise(ctx, seen.promiseId))
  if (!seen || !promise) throw problem('not-found')
  return { offered: seen, promise }
}

/** From now on the promise is mine. Throws handover-answered when the offer is answered or gone, promise-closed. */
export const acceptHandover = async (ctx: Ctx, handoverId: number) => {
  const { offered, promise } = await lockOffer(ctx, handoverId)
  if (offered.toId !== ctx.personId) throw problem('not-found')
  if (promise.keptAt || promise.droppedAt) throw problem('promise-closed')
  const answered = await store.answerHandover(ctx, handoverId, { acceptedAt: ctx.at })
  if (!answered) throw problem('handover-answered')
  await updatePromise(ctx, promise.id, { ownerId: offered.toId, releasedAt: null })
  await markPromises(ctx, [promise.id])
  await tell(ctx, promise, {
    verb: 'handover-accepted',
    before: { ownerId: promise.ownerId },
    after: { ownerId: offered.toId },
  })
  return showPromise(ctx, promise.id)
}

export const declineHandover = async (ctx: Ctx, handoverId: number, why: string) => {
  const { offered, promise } = await lockOffer(ctx, handoverId)
  if (offered.toId !== ctx.personId) throw problem('not-found')
  const answered = await store.answerHandover(ctx, handoverId, { declinedAt: ctx.at, declinedWhy: why })
  if (!answered) throw problem('handover-answered')
  await tell(ctx, promise, { verb: 'handover-declined', after: { why } })
  return showPromise(ctx, promise.id)
}

export const withdrawHandover = async (ctx: Ctx, handoverId: number) => {
  const { offered, promise } = await lockOffer(ctx, handoverId)
  if (offered.offeredBy !== ctx.personId && !isOwn(ctx, promise) && !runsCentre(ctx)) throw problem('not-allowed')
  const removed = await store.removeHandover(ctx, handoverId)
  if (!removed) throw problem('handover-answered')
  await tell(ctx, promise, { verb: 'handover-withdrawn', before: { toId: offered.toId, note: offered.note } })
  return showPromise(ctx, promise.id)
}

// ---- In front of all: somebody says yes to what another has, or gets a new day for his own; who runs the centre writes it down -----
/** Who had it, whether it had become the coordinators', and for when it was. */
export type Before = { ownerId: number; releasedAt: string | null; dueOn: string }

const lockOpen = async (ctx: Ctx, id: number) => {
  if (!runsCentre(ctx)) throw problem('not-allowed')
  const promise = await lockOwnPromise(ctx, id)
  if (promise.keptAt || promise.droppedAt) throw problem('promise-closed')
  return promise
}
/** It is his from now on, for that day: nobody is asked again. Gives back how it was. Throws promise-closed, wrong-input. */
export const agreeAloud = async (ctx: Ctx, id: number, given: { ownerId: number; dueOn: string }): Promise<Before> => {
  const { ownerId, dueOn } = given
  refusePastDate(ctx, { dueOn }, '/body/dueOn')
  await mayOwn(ctx, ownerId, '/body/personId')
  const promise = await lockOpen(ctx, id)
  const before = { ownerId: promise.ownerId, releasedAt: promise.releasedAt, dueOn: promise.dueOn }
  await endOffer(ctx, promise)
  await updatePromise(ctx, id, { ownerId, dueOn, releasedAt: null })
  await markPromises(ctx, [id])
  if (ownerId !== before.ownerId)
    await tell(ctx, promise, { verb: 'handover-accepted', before: { ownerId: before.ownerId }, after: { ownerId } })
  if (dueOn !== before.dueOn)
    await tell(ctx, promise, { verb: 'date-changed', before: { dueOn: before.dueOn }, after: { dueOn, why: '' } })
  return before
}

/** It was a slip: it is as it was before. */
export const giveBack = async (ctx: Ctx, id: number, before: Before) => {
  const promise = await lockOpen(ctx, id)
  await endOffer(ctx, promise)
  await updatePromise(ctx, id, before)
  await markPromises(ctx, [id])
  const { ownerId, dueOn } = promise
  if (ownerId !== before.ownerId)
    await tell(ctx, promise, { verb: 'handover-accepted', before: { ownerId }, after: { ownerId: before.ownerId } })
  if (dueOn !== before.dueOn)
    await tell(ctx, promise, { verb: 'date-changed', before: { dueOn }, after: { dueOn: before.dueOn, why: '' } })
  return showPromise(ctx, id)
}

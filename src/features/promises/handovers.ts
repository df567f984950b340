import { runsCentre } from '../centre/roles.ts'
import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import { Problem, problem } from '#platform/errors'
import { record } from '#platform/events'
import { post } from '#platform/mail/outbox'
import { sayDate } from '#platform/text/danish'
import { mayOwn, promiseTopics, showPromise } from './promises.ts'
import * as db from './promises.sql.ts'
import * as handing from './handovers.sql.ts'
import { holdPromise } from './keeping.ts'
import { refusePersonalNumbers } from './privacy.ts'

type Offer = { toId: number; note: string }

const tell = (
  ctx: Ctx,
  about: { id: number; cvr: string },
  verb: string,
  detail: { before?: unknown; after?: unknown },
) => record(ctx, { verb, subject: 'promise', subjectId: about.id, cvr: about.cvr, ...detail, topics: promiseTopics })

/**
 * Asks someone to take a promise over; the giver owns it until the answer is yes. A coordinator may ask on behalf of its
 * owner, who may have left. Throws needs-acceptance when someone has been asked already.
 */
export const offer = async (ctx: Ctx, id: number, { toId, note }: Offer) => {
  refusePersonalNumbers(ctx, [['/body/note', note]])
  const promise = await holdPromise(ctx, id)
  if (promise.keptAt || promise.droppedAt) throw problem('promise-closed')
  const receiver = await mayOwn(ctx, toId, '/body/toId')
  if (toId === promise.ownerId) {
    const detail = m.promises_owns_it_already({ name: receiver.name }, { locale: ctx.language })
    throw new Problem('wrong-input', { fields: [{ pointer: '/body/toId', code: 'owner', detail }] })
  }
  const made = await handing.insertHandover(ctx, {
    promiseId: id,
    fromId: promise.ownerId,
    toId,
    offeredBy: personOf(ctx),
    note,
  })
  const shown = await showPromise(ctx, id)
  if (!made) throw problem('needs-acceptance', { who: shown.handover?.to.name ?? '' })
  await tell(ctx, promise, 'handover-offered', { after: { from: shown.owner.name, to: receiver.name, note } })
  if (toId !== ctx.personId) await ask(ctx, receiver, shown, note)
  return shown
}

const ask = (
  ctx: Ctx,
  receiver: { name: string; email: string; language: string },
  promise: Awaited<ReturnType<typeof showPromise>>,
  note: string,
) => {
  const locale = receiver.language === 'en' ? 'en' : 'da'
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

/** The offer and its promise, the promise's row held. Only whoever was asked may answer. */
const holdOffer = async (ctx: Ctx, handoverId: number) => {
  const seen = await handing.handoverById(ctx, handoverId)
  const promise = seen && (await db.lockPromise(ctx, seen.promiseId))
  if (!seen || !promise) throw problem('not-found')
  return { offered: seen, promise }
}

/** From now on the promise is mine. Throws handover-answered when the offer is answered or gone, promise-closed. */
export const accept = async (ctx: Ctx, handoverId: number) => {
  const { offered, promise } = await holdOffer(ctx, handoverId)
  if (offered.toId !== ctx.personId) throw problem('not-found')
  if (promise.keptAt || promise.droppedAt) throw problem('promise-closed')
  const answered = await handing.answerHandover(ctx, handoverId, { acceptedAt: ctx.at })
  if (!answered) throw problem('handover-answered')
  await db.updatePromise(ctx, promise.id, { ownerId: offered.toId })
  await tell(ctx, promise, 'handover-accepted', {
    before: { ownerId: promise.ownerId },
    after: { ownerId: offered.toId },
  })
  return showPromise(ctx, promise.id)
}

export const decline = async (ctx: Ctx, handoverId: number, why: string) => {
  refusePersonalNumbers(ctx, [['/body/why', why]])
  const { offered, promise } = await holdOffer(ctx, handoverId)
  if (offered.toId !== ctx.personId) throw problem('not-found')
  const answered = await handing.answerHandover(ctx, handoverId, { declinedAt: ctx.at, declinedWhy: why })
  if (!answered) throw problem('handover-answered')
  await tell(ctx, promise, 'handover-declined', { after: { why } })
  return showPromise(ctx, promise.id)
}

export const withdraw = async (ctx: Ctx, handoverId: number) => {
  const { offered, promise } = await holdOffer(ctx, handoverId)
  if (offered.offeredBy !== ctx.personId && promise.ownerId !== ctx.personId && !runsCentre(ctx))
    throw problem('not-allowed')
  const removed = await handing.removeHandover(ctx, handoverId)
  if (!removed) throw problem('handover-answered')
  await tell(ctx, promise, 'handover-withdrawn', { before: { toId: offered.toId, note: offered.note } })
  return showPromise(ctx, promise.id)
}

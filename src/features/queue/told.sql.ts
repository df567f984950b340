/** What the calls tell the queue: each call that counts, and the call-back that it asks for. */
import type { Ctx } from '#platform/context'
import type { AnswerWord } from '../may-contact/answers.schema.ts'

export type Told = {
  callId: number
  /** Null: called outside any list. */
  listId: number | null
  companyId: number
  cvr: string
  answer: AnswerWord
  endedAt: string
}
/** A call that counts from now on. */
export const tellCall = (ctx: Ctx, told: Told) =>
  ctx.db
    .insertInto('queueCall')
    .values({ centreId: ctx.centreId, ...told })
    .execute()
/** Corrected, or taken back: it counts no more, nor does its call-back. */
export const forgetCall = (ctx: Ctx, callId: number) =>
  ctx.db.deleteFrom('queueCall').where('centreId', '=', ctx.centreId).where('callId', '=', callId).execute()

/** The company is to be called again at `dueAt`. */
export const agreeBack = (ctx: Ctx, callId: number, dueAt: string) =>
  ctx.db
    .updateTable('queueCall')
    .set({ dueAt })
    .where('centreId', '=', ctx.centreId)
    .where('callId', '=', callId)
    .execute()
/** The company has been spoken with: what was agreed before is done, at `doneAt`. */
export const finishBacks = (ctx: Ctx, cvr: string, doneAt: string) =>
  ctx.db
    .updateTable('queueCall')
    .set({ doneAt })
    .where('centreId', '=', ctx.centreId)
    .where('cvr', '=', cvr)
    .where('dueAt', 'is not', null)
    .where('doneAt', 'is', null)
    .execute()
/** Undoes `finishBacks` of a call that was taken back. */
export const reopenBacks = (ctx: Ctx, cvr: string, doneAt: string) =>
  ctx.db
    .updateTable('queueCall')
    .set({ doneAt: null })
    .where('centreId', '=', ctx.centreId)
    .where('cvr', '=', cvr)
    .where('doneAt', '=', doneAt)
    .execute()

/**
 * Front door: facts that bar or open contact, the company lock, waits, bases, and what an answer leads to. What must hold: one
 * judge, the view `hindrance_now`, and nothing secret in it.
 */
import type { Ctx } from '#platform/context'
import type { HindranceKind } from './hindrance.schema.ts'
import { deleteMarks, type Mark, upsertMarks } from './marks.sql.ts'

export { basesOf, recordBasis, withdrawBasis } from './basis.ts'
export { type Heir, lockCompanies, lockHeir, lockPhone, locksCompany, triesCompany } from './company-lock.ts'
export { effectOf, effectsToday, isTalk, nextTryAt, type WaitRules } from './effects.ts'
export {
  beginWait,
  endWrongNumber,
  reopenWrongNumber,
  giveWait,
  liftWait,
  liftAsBefore,
  liftWaitsOf,
  listWaits,
  stopContact,
  undoLift,
  waitTopics,
} from './waits.ts'
export { isAColleagues, mayContact, mayNotContact, purposeOf, purposeOfCall, refuseUnlessMay } from './judging.ts'
export { lastNoOnNumber } from './contact.sql.ts'
export {
  answerMove,
  closeContact,
  keepMove,
  type Mark,
  movesToCarry,
  openContact,
  openUntil,
} from './marks.sql.ts'

/** The owner of a fact writes it down here, in its own transaction, after its own row; told again, it is written anew. */
export const setMark = (ctx: Ctx, mark: Mark) => upsertMarks(ctx, [mark])
/** Many at once, in one statement. */
export const setMarks = (ctx: Ctx, marks: readonly Mark[]) => upsertMarks(ctx, marks)
/** The fact is no longer so. One that was never written is no error. */
export const dropMark = (ctx: Ctx, kind: HindranceKind, sourceId: number) => deleteMarks(ctx, kind, [sourceId])
export const dropMarks = (ctx: Ctx, kind: HindranceKind, sourceIds: readonly number[]) =>
  deleteMarks(ctx, kind, sourceIds)

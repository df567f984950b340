/** Leaving a company alone, at all schools and in every way of contact; and lifting that, with a reason. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { momentOf } from '#platform/clock'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { mayContactEvents } from './may-contact-events.table.ts'
import { showRules } from '../centre/centre.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import { runsCentre } from '../centre/roles.ts'
import { lockCompanies, lockPhone } from './company-lock.ts'
import { effectOf } from './effects.ts'
import type { HindranceKind } from './hindrance.schema.ts'
import { deleteMarks, upsertMarks } from './marks.sql.ts'
import type { Wait } from './waits.schema.ts'
import * as store from './waits.sql.ts'

const record = recorder(mayContactEvents)

type Shape = z.infer<typeof Wait>
/** Answers that a wait makes stale. */
export const waitTopics = ['calls', 'companies', 'waiting-periods', 'contact-lists']

const shapeOf = (ctx: Ctx, row: store.WaitRow): Shape => ({
  ...row,
  can: {
    lift: runsCentre(ctx) && row.liftedAt === null && (row.until === null || row.until > ctx.today),
    undoLift: runsCentre(ctx) && row.liftedAt !== null && row.fellAt === null,
  },
})
const waitById = async (ctx: Ctx, id: number): Promise<store.WaitRow> => {
  const row = await store.waitById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}
const placeById = async (ctx: Ctx, companyId: number) => {
  const place = await store.placeById(ctx, companyId)
  if (!place) throw problem('not-found')
  return place
}

// ---- What it is to the judge -------------------------------------------------------------------------------
const kinds: Record<store.WaitReason, HindranceKind> = {
  later: 'wait',
  'not-interested': 'wait',
  'no-answer': 'wait',
  'wrong-number': 'wrong-number',
  closed: 'closed',
  'do-not-contact': 'stop',
}
const kindOf = (row: Pick<store.WaitRow, 'reason'>) => kinds[row.reason]
/** Days in Denmark begin at midnight there, also on the days when the clocks change. */
const midnight = (date: string) => momentOf(date, '00:00').toString()

const markWait = async (ctx: Ctx, row: store.WaitRow) => {
  // Who says stop says it for the number too; of other answers the number is what was called.
  const known = row.saidAt !== null && (row.source === 'call' || row.reason === 'do-not-contact')
  const place = known ? await store.placeById(ctx, row.saidAt ?? 0) : undefined
  if (row.reason === 'do-not-contact' && place?.phone) await lockPhone(ctx, place.phone)
  await upsertMarks(ctx, [
    {
      kind: kindOf(row),
      sourceId: row.id,
      companyId: row.saidAt,
      cvr: row.cvr,
      whole: row.whole,
      phone: place?.phone ?? null,
      since: midnight(row.from),
      endsAt: row.until === null ? null : midnight(row.until),
      personId: row.personId,
    },
  ])
}

// ---- Verbs -------------------------------------------------------------------------------------------------
/** Every wait of a company, newest first. */
export const listWaits = async (ctx: Ctx, companyId: number) => {
  const { cvr } = await placeById(ctx, companyId)
  return { rows: (await store.waitsOf(ctx, { companyId, cvr })).map((row) => shapeOf(ctx, row)) }
}

/** Writes one wait, its mark and its event; used by answers, by staff and by the company's link. */
export const beginWait = async (ctx: Ctx, row: Omit<store.NewWait, 'fromOn'> & { fromOn?: string }) => {
  await lockCompanies(ctx, [row.cvr])
  const wait = await store.insertWait(ctx, { fromOn: ctx.today, ...row })
  await markWait(ctx, wait)
  await record(ctx, {
    verb: 'wait-given',
    subject: 'waiting_period',
    subjectId: wait.id,
    cvr: row.cvr,
    companyId: row.companyId,
    after: {
      reason: row.reason,
      until: row.untilOn,
      source: row.origin.kind,
      words: row.words,
      whole: wait.whole,
    },
    topics: waitTopics,
  })
  return wait
}

/** Staff decide it, with the reason in words; it lasts as long as if the company had answered so on the phone today. */
export const giveWait = async (
  ctx: Ctx,
  companyId: number,
  { reason, words, wholeCompany }: { reason: store.WaitReason; words: string; wholeCompany?: boolean | undefined },
): Promise<Shape> => {
  const { cvr } = await placeById(ctx, companyId)
  const rules = { ...(await showRules(ctx)), ...(await workingTimeNow(ctx)) }
  const { wait } = effectOf(reason, ctx.today, rules, 0, { callBackAt: null, booked: false })
  const untilOn = wait?.until ?? null
  const origin = { kind: 'staff', id: null } as const
  return shapeOf(ctx, await beginWait(ctx, { companyId, cvr, reason, untilOn, origin, words, wholeCompany }))
}

/** The company may be contacted again. Throws already-lifted. */
export const liftWait = async (ctx: Ctx, id: number, why: string): Promise<Shape> => {
  const before = await waitById(ctx, id)
  await lockCompanies(ctx, [before.cvr])
  if (!(await store.markLifted(ctx, id, why))) throw problem('already-lifted')
  await deleteMarks(ctx, kindOf(before), [id])
  await record(ctx, {
    verb: 'lifted',
    subject: 'waiting_period',
    subjectId: id,
    cvr: before.cvr,
    companyId: before.saidAt,
    before: { reason: before.reason, until: before.until },
    after: { why },
    topics: waitTopics,
  })
  return shapeOf(ctx, await waitById(ctx, id))
}
/** Throws already-corrected when what it came of counts no more. */
export const undoLift = async (ctx: Ctx, id: number): Promise<Shape> => {
  const { cvr } = await waitById(ctx, id)
  await lockCompanies(ctx, [cvr])
  const before = await waitById(ctx, id)
  if (before.fellAt !== null) throw problem('already-corrected')
  if (await store.markNotLifted(ctx, id)) {
    await markWait(ctx, before)
    await record(ctx, {
      verb: 'lift-undone',
      subject: 'waiting_period',
      subjectId: id,
      cvr: before.cvr,
      companyId: before.saidAt,
      before: { why: before.liftedWhy },
      topics: waitTopics,
    })
  }
  return shapeOf(ctx, await waitById(ctx, id))
}

/** What a call led to falls with the call. */
export const liftWaitsOf = async (ctx: Ctx, origin: store.Origin, why: string) => {
  for (const row of await store.standingOf(ctx, origin)) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    if (await store.markLifted(ctx, row.id, why)) await deleteMarks(ctx, kindOf(row), [row.id])
  }
  await store.markFallen(ctx, origin)
}
/** What counts again is lifted where somebody had lifted it before it fell. */
export const liftAsBefore = async (ctx: Ctx, from: store.Origin, to: store.Origin) => {
  for (const row of await store.copyLift(ctx, from, to)) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await deleteMarks(ctx, kindOf(row), [row.id])
  }
}

/** Another number is called there now: the wrong one that somebody met is over. */
export const endWrongNumber = async (ctx: Ctx, place: { companyId: number; cvr: string }, why: string) => {
  for (const row of await store.wrongNumbersAt(ctx, place)) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    if (await store.markLifted(ctx, row.id, why)) await deleteMarks(ctx, kindOf(row), [row.id])
  }
}

/** The number that was written instead is taken back: what was met on the one that is called again stands as it did. */
export const reopenWrongNumber = async (ctx: Ctx, companyId: number, endedAt: readonly string[]) => {
  for (const row of await store.wrongNumbersEndedAt(ctx, companyId, endedAt)) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    if (await store.markNotLifted(ctx, row.id)) await markWait(ctx, row)
  }
}

/** The company itself says stop, by its own link: nobody calls any more, until the coordinator lifts it with a reason. */
export const stopContact = async (
  ctx: Ctx,
  { cvr, companyId = null, words = '' }: { cvr: string; companyId?: number | null; words?: string },
): Promise<number> => {
  const origin = { kind: 'link', id: null } as const
  return (await beginWait(ctx, { companyId, cvr, reason: 'do-not-contact', untilOn: null, origin, words })).id
}

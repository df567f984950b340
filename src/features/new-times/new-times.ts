/**
 * Front door: new times to be found. While one is, the company is in the hands of who finds it, and nobody else calls; a new meeting ends it, or a reason
 * why there is none. Whoever asks or finds holds the company's lock.
 */
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { isOneOf } from '#platform/typed.shared'
import { runsCentre, visitors } from '../centre/roles.ts'
import { dropMark, dropMarks, lockCompanies, setMark } from '../may-contact/may-contact.ts'
import { memberNow } from '../members/members.ts'
import { newTimesEvents } from './new-times-events.table.ts'
import type { NewTime } from './new-times.schema.ts'
import * as store from './new-times.sql.ts'

const record = recorder(newTimesEvents)
export const topics = ['new-times', 'companies', 'calls']
type Shape = z.infer<typeof NewTime>

const shapeOf = (ctx: Ctx, row: store.NewTimeRow): Shape => ({
  ...row,
  can: {
    // One that nobody finds is for whoever does; one that somebody has, for the coordinator to take.
    take: row.settledAt === null && row.personId !== ctx.personId && (row.personId === null || runsCentre(ctx)),
    leave: row.settledAt === null && (runsCentre(ctx) || row.personId === ctx.personId),
  },
})
const newTime = async (ctx: Ctx, id: number): Promise<store.NewTimeRow> => {
  const row = await store.newTimeById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}

type Verb = keyof typeof newTimesEvents.new_time
type At = { id: number; cvr: string; companyId: number }
export const tell = (ctx: Ctx, verb: Verb, { id: subjectId, cvr, companyId }: At, after: Record<string, unknown>) =>
  record(ctx, { verb, subject: 'new_time', subjectId, cvr, companyId, after, topics })

/** While it is to be found nobody else turns to the company. */
export const markNewTime = (ctx: Ctx, { id, companyId, cvr, askedAt, personId }: store.NewTimeRow) =>
  setMark(ctx, { kind: 'new-time', sourceId: id, companyId, cvr, since: askedAt, endsAt: null, personId })

/** Asked once for a meeting. Who has left, or visits no more, is not asked: the coordinators are. */
export const askNewTime = async (ctx: Ctx, asked: store.Asked): Promise<void> => {
  const went = asked.personId === null ? undefined : await memberNow(ctx, asked.personId)
  const personId = went && isOneOf(visitors, went.role) ? asked.personId : null
  const id = await store.insertNewTime(ctx, { ...asked, personId })
  if (id === undefined) return
  const row = await newTime(ctx, id)
  await markNewTime(ctx, row)
  await tell(ctx, 'asked', row, { startsAt: row.wasAt, why: row.why, what: row.who ?? '' })
}

/** A meeting is agreed: that was what they waited for. */
export const foundNewTime = async (ctx: Ctx, place: { cvr: string; companyId: number }): Promise<void> =>
  dropMarks(ctx, 'new-time', await store.markFound(ctx, place))

/** The meeting was held after all. */
export const dropNewTime = async (ctx: Ctx, bookingId: number): Promise<void> =>
  dropMarks(ctx, 'new-time', await store.markNeedless(ctx, bookingId))

/** What a company is to be asked for a new time of. */
export const listNewTimes = async (ctx: Ctx, companyId: number): Promise<{ rows: Shape[] }> => ({
  rows: (await store.openNewTimes(ctx, { companyId })).map((row) => shapeOf(ctx, row)),
})

/** Of two who take it at once the second is told who has it. */
export const takeNewTime = async (ctx: Ctx, id: number): Promise<Shape> => {
  const personId = personOf(ctx)
  const seen = await newTime(ctx, id)
  await lockCompanies(ctx, [seen.cvr])
  const row = await newTime(ctx, id)
  if (!shapeOf(ctx, row).can.take) throw problem('not-allowed')
  await store.changeNewTime(ctx, id, { personId })
  const after = await newTime(ctx, id)
  await markNewTime(ctx, after)
  await tell(ctx, 'taken', after, { what: after.who ?? '' })
  return shapeOf(ctx, after)
}

/** Nothing comes of it, and why. Who was second to say so is told what stands. */
export const leaveNewTime = async (ctx: Ctx, id: number, why: string): Promise<Shape> => {
  const seen = await newTime(ctx, id)
  await lockCompanies(ctx, [seen.cvr])
  const row = await newTime(ctx, id)
  if (row.settledAt !== null) return shapeOf(ctx, row)
  if (!shapeOf(ctx, row).can.leave) throw problem('not-allowed')
  if (await store.markLeft(ctx, id, why)) {
    await dropMark(ctx, 'new-time', id)
    await tell(ctx, 'left', row, { why, startsAt: row.wasAt })
  }
  return shapeOf(ctx, await newTime(ctx, id))
}

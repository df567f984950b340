/** What a company does through its own link: only ever its own meeting, and the same rules as everyone. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { bookingsEvents } from './bookings-events.table.ts'
import { meeting, type Shape, shapeOf, topics } from './booking-shape.ts'
import { callOff } from './agreeing.ts'
import { markConfirmed } from './bookings.sql.ts'
import { isShared } from '../leaderships/leaderships.ts'
import { listFreeSlots } from '../free-slots/free-slots.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import { agreesTo } from '../capacity/capacity.ts'
import type { MeetingRow } from './meetings.sql.ts'
import { changedMeanwhile, shift } from './moving.ts'
import { canBeCalled, placeOf } from './places.sql.ts'

const record = recorder(bookingsEvents)

type Own = { bookingId: number; cvr: string; companyId: number }
/** Another company's meeting does not exist for this one, nor, where the leadership is shared, another workplace's. */
const own = async (ctx: Ctx, { bookingId, cvr, companyId }: Own): Promise<MeetingRow> => {
  const row = await meeting(ctx, bookingId)
  if (row.cvr !== cvr || (row.companyId !== companyId && (await isShared(ctx, cvr)))) throw problem('not-found')
  if (row.cancelledAt) throw problem('booking-cancelled')
  if (row.startsAt <= ctx.at) throw problem('slot-passed')
  return row
}

/** Why a meeting cannot be of a kind: nobody knows a number to call, or whoever goes agreed to none of these. */
const whyNot = async (ctx: Ctx, row: MeetingRow, { form, days }: { form: MeetingForm; days: number }) => {
  const company = await placeOf(ctx, row.companyId)
  const isUnknown = company && !canBeCalled(company, { ...row, place: row.ownPlaces.phone })
  if (form === 'phone' && isUnknown) return 'no-number' as const
  const people = row.visitors.flatMap(({ personId, releasedAt }) => (releasedAt === null ? [personId] : []))
  return (await agreesTo(ctx, people, { form, days })) ? null : ('not-offered' as const)
}
/** Times to which the company may move its meeting, of its kind or another, with the consultant it already has. */
export const freeSlotsForCompany = async (ctx: Ctx, which: Own & { form?: MeetingForm | undefined; days: number }) => {
  const row = await own(ctx, which)
  const { form = row.form, days } = which
  const why = form === row.form ? null : await whyNot(ctx, row, { form, days })
  if (why !== null) return { rows: [], why }
  const { companyId, personId } = row
  const except = { kind: 'booking', id: row.id }
  const { rows } = await listFreeSlots(ctx, { companyId, personId, except, form, days, every: true })
  return { rows, why: rows.length === 0 ? ('no-times' as const) : null }
}

type To = { startsAt: string; form?: MeetingForm | undefined; sequence?: number | undefined }
/** Throws not-found, booking-cancelled, slot-passed, changed-meanwhile, slot-taken (with `slots`), outside-working-hours, meeting-kind. */
export const moveByCompany = async (ctx: Ctx, { startsAt, sequence, ...which }: Own & To): Promise<Shape> => {
  const row = await own(ctx, which)
  const { form = row.form } = which
  const to = { startsAt, personId: row.personId, form }
  const seen = sequence ?? row.sequence
  if (seen !== row.sequence) throw changedMeanwhile(row, to)
  return shapeOf(ctx, await shift(ctx, row, to, seen))
}

export const cancelByCompany = async (ctx: Ctx, which: Own & { why?: string }): Promise<Shape> =>
  shapeOf(ctx, await callOff(ctx, await own(ctx, which), { why: which.why ?? '', newTime: 'cancelled-by-company' }))

/** "Ja, det passer": the company accepts the time. */
export const confirmByCompany = async (ctx: Ctx, which: Own): Promise<Shape> => {
  const row = await own(ctx, which)
  if (await markConfirmed(ctx, row.id)) {
    const { id: subjectId, cvr, companyId } = row
    await record(ctx, { verb: 'confirmed', subject: 'booking', subjectId, cvr, companyId, topics })
  }
  return shapeOf(ctx, await meeting(ctx, row.id))
}

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
import type { MeetingRow } from './meetings.sql.ts'
import { shift } from './moving.ts'

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

/** Times to which the company may move its meeting, with the consultant it already has. */
export const freeSlotsForCompany = async (ctx: Ctx, which: Own & { days?: number }) => {
  const row = await own(ctx, which)
  return listFreeSlots(ctx, {
    companyId: row.companyId,
    personId: row.personId,
    except: { kind: 'booking', id: row.id },
    form: row.form,
    days: which.days ?? 21,
    every: true,
  })
}

/** Throws not-found, booking-cancelled, slot-passed, slot-taken (with `slots`), outside-working-hours. */
export const moveByCompany = async (ctx: Ctx, which: Own & { startsAt: string }): Promise<Shape> => {
  const row = await own(ctx, which)
  return shapeOf(
    ctx,
    await shift(ctx, row, { startsAt: which.startsAt, personId: row.personId, form: row.form }, row.sequence),
  )
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

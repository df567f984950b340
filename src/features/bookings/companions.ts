/** A second visitor is added to a meeting that stands, or stays at home after all: the time and who goes first stay, and all who go are told, the company too. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { endLetters } from '#platform/mail/outbox'
import { centreName } from '../centre/centre.ts'
import { freeOne } from '../diaries/diaries.ts'
import { takeMeetingTime, timeFor, whyChosen } from '../free-slots/free-slots.ts'
import { lockCompanies, refuseUnlessMay } from '../may-contact/may-contact.ts'
import { writeToCompany, writeToVisitors } from './booking-mail.ts'
import { bookingsEvents } from './bookings-events.table.ts'
import { meeting, type Shape, shapeOf, topics } from './booking-shape.ts'
import * as store from './bookings.sql.ts'
import type { MeetingRow } from './meetings.sql.ts'
import { placeOf } from './places.sql.ts'

const record = recorder(bookingsEvents)

/** The meeting as it was seen, that has not begun. Throws booking-cancelled, slot-passed, changed-meanwhile. */
const asSeen = async (ctx: Ctx, id: number, sequence: number): Promise<MeetingRow> => {
  const row = await meeting(ctx, id)
  if (row.cancelledAt) throw problem('booking-cancelled')
  if (row.startsAt <= ctx.at) throw problem('slot-passed')
  if (row.sequence !== sequence) throw changedMeanwhile(row)
  return row
}
const changedMeanwhile = ({ startsAt, consultant, sequence }: MeetingRow) =>
  problem('changed-meanwhile', {}, { theirs: { startsAt, consultant, sequence }, yours: {} })

/** Who goes on going and the company hear who comes now; their calendars are corrected. */
const tell = async (ctx: Ctx, before: MeetingRow, after: MeetingRow) => {
  const centre = await centreName(ctx)
  const was = before.visitors.map(({ personId }) => personId)
  const is = after.visitors.map(({ personId }) => personId)
  const staying = after.visitors.filter(({ personId }) => was.includes(personId))
  const coming = after.visitors.filter(({ personId }) => !was.includes(personId))
  const gone = before.visitors.filter(({ personId }) => !is.includes(personId))
  await endLetters(ctx, 'reminder', [after.id])
  await writeToCompany(ctx, after, 'goers', centre, null)
  await writeToVisitors(ctx, after, 'goers', centre, staying)
  await writeToVisitors(ctx, after, 'invitation', centre, coming)
  await writeToVisitors(ctx, { ...before, sequence: after.sequence }, 'cancelled', centre, gone)
}

type Along = { personId: number; sequence: number; chosenWhy?: string | null | undefined }
/** Throws not-allowed, changed-meanwhile, and what taking the time throws. */
export const bringAlong = async (ctx: Ctx, id: number, { personId, sequence, chosenWhy }: Along): Promise<Shape> => {
  const before = await asSeen(ctx, id, sequence)
  if (!shapeOf(ctx, before).can.bringAlong || personId === before.personId) throw problem('not-allowed')
  const { companyId, cvr, form, startsAt, endsAt } = before
  await refuseUnlessMay(ctx, companyId, { purpose: 'agreed', channel: form === 'phone' ? 'phone' : 'visit' })
  const place = await placeOf(ctx, companyId)
  if (!place) throw problem('not-found')
  // It lasts as long as was agreed, whatever holds for new ones since.
  const time = { ...(await timeFor(ctx, place, { personId, startsAt, form })), startsAt, endsAt }
  const why = await whyChosen(ctx, companyId, {
    personIds: [before.personId, personId],
    why: chosenWhy,
    except: [before.personId],
  })
  await lockCompanies(ctx, [cvr])
  const write = async () => {
    if (!(await store.countUp(ctx, id, sequence))) throw changedMeanwhile(await meeting(ctx, id))
    await store.addVisitor(ctx, id, time)
    return id
  }
  await takeMeetingTime(ctx, { kind: 'booking', times: [time], companyId, form, write })
  // Whoever goes first may have been chosen for a reason too.
  const whys = [before.chosenWhy, why].filter((one) => one !== null)
  if (why !== null) await store.changeChosenWhy(ctx, id, whys.join(' '))
  const after = await meeting(ctx, id)
  const what = after.visitors.find((one) => one.personId === personId)?.name ?? ''
  await record(ctx, {
    verb: 'brought-along',
    subject: 'booking',
    subjectId: id,
    cvr,
    companyId,
    after: { what },
    topics,
  })
  await tell(ctx, before, after)
  return shapeOf(ctx, after)
}

/** Whoever comes along stays at home. Who goes first is another matter: the meeting is moved to another. */
export const leaveAtHome = async (
  ctx: Ctx,
  id: number,
  { personId, sequence }: { personId: number; sequence: number },
): Promise<Shape> => {
  const before = await asSeen(ctx, id, sequence)
  const who = before.visitors.slice(1).find((one) => one.personId === personId)
  if (!who) throw problem('not-found')
  if (!shapeOf(ctx, before).can.move) throw problem('not-allowed')
  const { companyId, cvr } = before
  await lockCompanies(ctx, [cvr])
  if (!(await store.countUp(ctx, id, sequence))) throw changedMeanwhile(await meeting(ctx, id))
  await store.removeVisitor(ctx, id, personId)
  await freeOne(ctx, { kind: 'booking', id }, personId)
  // Why he was chosen stands no longer than he goes.
  if (before.chosenWhy !== null) {
    const still = await whyChosen(ctx, companyId, { personIds: [before.personId], why: before.chosenWhy })
    if (still === null) await store.changeChosenWhy(ctx, id, null)
  }
  const after = await meeting(ctx, id)
  await record(ctx, {
    ...{ verb: 'left-at-home', subject: 'booking', subjectId: id, cvr, companyId, topics },
    before: { what: who.name },
  })
  await tell(ctx, before, after)
  return shapeOf(ctx, after)
}

/** A meeting gets another time, others who go, or becomes one of another kind: both sides are told. Who comes along moves with it, is brought along later, or stays at home after all. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { endLetters } from '#platform/mail/outbox'
import { recorder } from '#platform/events'
import { bookingsEvents } from './bookings-events.table.ts'
import { findConsultant, freeOne } from '../diaries/diaries.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import { lockCompanies, refuseUnlessMay } from '../may-contact/may-contact.ts'
import { writeToCompany, writeToVisitors } from './booking-mail.ts'
import { markMeeting, meeting, type Shape, shapeOf, topics } from './booking-shape.ts'
import * as store from './bookings.sql.ts'
import { freeDuring, type MeetingTime, takeMeetingTime, timeFor, whyChosen } from '../free-slots/free-slots.ts'
import { centreName } from '../centre/centre.ts'
import type { MeetingRow } from './meetings.sql.ts'
import { canBeCalled, type Place, placeOf, placesFor } from './places.sql.ts'

const record = recorder(bookingsEvents)

/** Without `place` it stays, and of another kind it is where that was agreed before; with none said it is where these are met. */
type To = { startsAt: string; personId: number; form: MeetingForm; place?: string | undefined }
/** The version that stands, beside the one that was wanted. */
export const changedMeanwhile = ({ startsAt, consultant, form, sequence }: MeetingRow, to: Partial<To>) =>
  problem('changed-meanwhile', {}, { theirs: { startsAt, consultant, form, sequence }, yours: to })

type Going = Omit<To, 'personId'> & { personIds: readonly number[] }
const sameMoment = (one: string, other: string) => Date.parse(one) === Date.parse(other)
/** The times of all who go, in order; who comes along and has left the centre no longer does. */
const timesFor = async (
  ctx: Ctx,
  place: Pick<Place, 'municipality'>,
  { startsAt, form, personIds }: Going,
  before: MeetingRow,
): Promise<[MeetingTime, ...MeetingTime[]]> => {
  const [first = 0, ...others] = personIds
  // At the same hour it lasts as long as was agreed, whatever holds for new ones since.
  const when = { startsAt, form, ...(sameMoment(startsAt, before.startsAt) && { endsAt: before.endsAt }) }
  const times: [MeetingTime, ...MeetingTime[]] = [await timeFor(ctx, place, { ...when, personId: first })]
  for (const personId of others)
    if (await findConsultant(ctx, personId)) times.push(await timeFor(ctx, place, { ...when, personId }))
  return times
}

/** Moves; ability is checked by who calls it. `seen` is the version that was looked at. */
export const shift = async (ctx: Ctx, before: MeetingRow, to: To, seen: number): Promise<MeetingRow> => {
  if (before.cancelledAt) throw problem('booking-cancelled')
  if (before.sequence !== seen) throw changedMeanwhile(before, to)
  // Nothing is moved: nobody is written to.
  const samePlace = !to.place || to.place === before.place
  const sameWay = samePlace && before.form === to.form
  if (sameMoment(before.startsAt, to.startsAt) && before.personId === to.personId && sameWay) return before
  // Whoever is wanted first, then who comes along.
  const others = before.visitors.slice(1).flatMap(({ personId }) => (personId === to.personId ? [] : [personId]))
  return change(ctx, before, { ...to, personIds: [to.personId, ...others] }, seen)
}

/** The same meeting with another who goes, in the same place among them; the company is told who. Throws slot-taken, outside-working-hours. */
export const sendAnother = (ctx: Ctx, before: MeetingRow, { from, to }: { from: number; to: number }) => {
  const personIds = [...new Set(before.visitors.map(({ personId }) => (personId === from ? to : personId)))]
  const { startsAt, form } = before
  return change(ctx, before, { startsAt, form, personIds }, before.sequence)
}

/** Why someone was chosen stands as long as he goes. */
const forgetWhyGone = async (ctx: Ctx, before: MeetingRow, times: readonly MeetingTime[]) => {
  if (before.chosenWhy === null) return
  const personIds = before.visitors.map(({ personId }) => personId)
  const gone = personIds.filter((id) => !times.some(({ personId }) => personId === id))
  if (gone.length === 0) return
  // Who came along later has a reason of his own.
  const own = before.visitors.flatMap(({ personId, chosenWhy }) => (chosenWhy === null ? [] : [personId]))
  const except = [...gone, ...own]
  const why = await whyChosen(ctx, before.companyId, { personIds, why: before.chosenWhy, except })
  if (why === null) await store.changeChosenWhy(ctx, before.id, null)
}

const becomes = { visit: 'made-visit', online: 'made-online', phone: 'made-phone' } as const
/** Both sides are told, and who no longer goes. */
const change = async (ctx: Ctx, before: MeetingRow, to: Going, seen: number): Promise<MeetingRow> => {
  if (before.startsAt <= ctx.at) throw problem('slot-passed')
  const { form } = to
  const yours = { startsAt: to.startsAt, personId: to.personIds[0] ?? before.personId, form }
  const { id } = before
  const place = await placeOf(ctx, before.companyId)
  if (!place) throw problem('not-found')
  const where = placesFor(place, before, to)
  const becomesCall = form === 'phone' && form !== before.form
  if (becomesCall && !canBeCalled(place, { ...before, ...where })) throw problem('meeting-kind')
  const times = await timesFor(ctx, place, to, before)
  await lockCompanies(ctx, [before.cvr])
  const write = async () => {
    const contactPhone = before.contactPhone ?? (form === 'phone' ? place.phone : null)
    if (!(await store.updateTime(ctx, id, { seen, form, contactPhone, ...where, times })))
      throw changedMeanwhile(await meeting(ctx, id), yours)
    return id
  }
  await takeMeetingTime(ctx, { kind: 'booking', times, companyId: place.id, form, moved: id, write })
  await endLetters(ctx, 'reminder', [id])
  await forgetWhyGone(ctx, before, times)
  const after = await meeting(ctx, id)
  await markMeeting(ctx, after)
  await record(ctx, {
    verb: form === before.form ? 'moved' : becomes[form],
    subject: 'booking',
    subjectId: id,
    cvr: before.cvr,
    companyId: before.companyId,
    before: { startsAt: before.startsAt, consultant: before.consultant, form: before.form },
    after: { startsAt: after.startsAt, consultant: after.consultant, form },
    topics,
  })
  const centre = await centreName(ctx)
  const sameTime = sameMoment(before.startsAt, after.startsAt)
  const news = form === before.form && !(sameTime && after.place !== before.place) ? 'moved' : 'form'
  await writeToCompany(ctx, after, news, centre, null)
  await writeToVisitors(ctx, after, news, centre)
  // Whoever no longer visits: the meeting leaves his calendar.
  const gone = before.visitors.filter((one) => !after.visitors.some(({ personId }) => personId === one.personId))
  await writeToVisitors(ctx, { ...before, sequence: after.sequence }, 'cancelled', centre, gone)
  return after
}

type Asked = Pick<To, 'startsAt' | 'place'> & {
  personId?: number | undefined
  form?: MeetingForm | undefined
  sequence: number
  chosenWhy?: string | null | undefined
}
/** Moves a meeting that stands as it was seen (`sequence`); throws changed-meanwhile with both versions when it does not. */
export const moveBooking = async (ctx: Ctx, id: number, { sequence, chosenWhy: why, ...to }: Asked): Promise<Shape> => {
  const before = await meeting(ctx, id)
  if (before.cancelledAt) throw problem('booking-cancelled')
  if (before.startsAt <= ctx.at) throw problem('slot-passed')
  if (!shapeOf(ctx, before).can.move) throw problem('not-allowed')
  // Another time is asked of them: what was agreed, which only a stop ends. The company itself may always move it.
  const wanted = { ...to, personId: to.personId ?? before.personId, form: to.form ?? before.form }
  await refuseUnlessMay(ctx, before.companyId, {
    purpose: 'agreed',
    channel: wanted.form === 'phone' ? 'phone' : 'visit',
  })
  if (wanted.personId === before.personId) return shapeOf(ctx, await shift(ctx, before, wanted, sequence))
  const chosenWhy = await whyChosen(ctx, before.companyId, { personIds: [wanted.personId], why })
  const after = await shift(ctx, before, wanted, sequence)
  if (chosenWhy === null) return shapeOf(ctx, after)
  await store.changeChosenWhy(ctx, id, chosenWhy)
  return shapeOf(ctx, { ...after, chosenWhy })
}

// ---- A second visitor afterwards: the time and who goes first stay ------------------------------------------
/** The meeting as it was seen, that has not begun. Throws booking-cancelled, slot-passed, changed-meanwhile. */
const asSeen = async (ctx: Ctx, id: number, sequence: number): Promise<MeetingRow> => {
  const row = await meeting(ctx, id)
  if (row.cancelledAt) throw problem('booking-cancelled')
  if (row.startsAt <= ctx.at) throw problem('slot-passed')
  if (row.sequence !== sequence) throw changedMeanwhile(row, {})
  return row
}

/** Who goes on going and the company hear who comes now; their calendars are corrected. */
const tellWhoGoes = async (ctx: Ctx, before: MeetingRow, after: MeetingRow) => {
  const centre = await centreName(ctx)
  const was = before.visitors.map(({ personId }) => personId)
  const is = after.visitors.map(({ personId }) => personId)
  const staying = after.visitors.filter(({ personId }) => was.includes(personId))
  const coming = after.visitors.filter(({ personId }) => !was.includes(personId))
  const gone = before.visitors.filter(({ personId }) => !is.includes(personId))
  await endLetters(ctx, 'reminder', [after.id])
  await writeToCompany(ctx, after, 'goers', centre, null)
  await writeToVisitors(ctx, after, 'goers', centre, staying, after.visitors)
  await writeToVisitors(ctx, after, 'invitation', centre, coming, after.visitors)
  await writeToVisitors(ctx, { ...before, sequence: after.sequence }, 'cancelled', centre, gone)
}

/** Whoever is free during it, as it stands. Throws not-allowed. */
export const listCompanions = async (ctx: Ctx, id: number) => {
  const row = await meeting(ctx, id)
  if (!shapeOf(ctx, row).can.bringAlong) throw problem('not-allowed')
  return { rows: await freeDuring(ctx, row) }
}

type Along = { personId: number; sequence: number; chosenWhy?: string | null | undefined }
/** Throws not-allowed, changed-meanwhile, and what taking the time throws. */
export const bringAlong = async (ctx: Ctx, id: number, along: Along): Promise<Shape> => {
  const before = await asSeen(ctx, id, along.sequence)
  if (!shapeOf(ctx, before).can.bringAlong) throw problem('not-allowed')
  return comeAlong(ctx, before, along)
}
const comeAlong = async (ctx: Ctx, before: MeetingRow, { personId, sequence, chosenWhy }: Along): Promise<Shape> => {
  if (personId === before.personId) throw problem('not-allowed')
  const { id, companyId, cvr, form, startsAt, endsAt } = before
  await refuseUnlessMay(ctx, companyId, { purpose: 'agreed', channel: form === 'phone' ? 'phone' : 'visit' })
  const place = await placeOf(ctx, companyId)
  if (!place) throw problem('not-found')
  // It lasts as long as was agreed, whatever holds for new ones since.
  const time = await timeFor(ctx, place, { personId, startsAt, endsAt, form })
  const why = await whyChosen(ctx, companyId, {
    personIds: [before.personId, personId],
    why: chosenWhy,
    except: [before.personId],
  })
  await lockCompanies(ctx, [cvr])
  const write = async () => {
    if (!(await store.countUp(ctx, id, sequence))) throw changedMeanwhile(await meeting(ctx, id), {})
    await store.addVisitor(ctx, id, { ...time, chosenWhy: why })
    return id
  }
  await takeMeetingTime(ctx, { kind: 'booking', times: [time], companyId, form, write })
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
  await tellWhoGoes(ctx, before, after)
  return shapeOf(ctx, after)
}

/** Whoever was asked goes: instead of one who does not any more, or along. Whether it was his to say is checked by who calls. Throws what `bringAlong` throws. */
export const goAsAsked = async (
  ctx: Ctx,
  id: number,
  { insteadOf, ...along }: Along & { insteadOf: number | null },
): Promise<Shape> => {
  const before = await asSeen(ctx, id, along.sequence)
  if (insteadOf === null) return comeAlong(ctx, before, along)
  const { companyId, form } = before
  const { personId, chosenWhy: why } = along
  await refuseUnlessMay(ctx, companyId, { purpose: 'agreed', channel: form === 'phone' ? 'phone' : 'visit' })
  const first = before.visitors[0]?.personId
  const except = first === insteadOf || first === undefined ? [] : [first]
  const chosenWhy = await whyChosen(ctx, companyId, { personIds: [...except, personId], why, except })
  const after = await sendAnother(ctx, before, { from: insteadOf, to: personId })
  if (chosenWhy !== null) await store.changeChosenWhy(ctx, id, chosenWhy)
  return shapeOf(ctx, { ...after, chosenWhy: chosenWhy ?? after.chosenWhy })
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
  if (!(await store.countUp(ctx, id, sequence))) throw changedMeanwhile(await meeting(ctx, id), {})
  await store.removeVisitor(ctx, id, personId)
  await freeOne(ctx, { kind: 'booking', id }, personId)
  // Why both were chosen when it was agreed stands as long as it is about one who goes.
  if (before.chosenWhy !== null && who.chosenWhy === null) {
    const still = await whyChosen(ctx, companyId, { personIds: [before.personId], why: before.chosenWhy })
    if (still === null) await store.changeChosenWhy(ctx, id, null)
  }
  const after = await meeting(ctx, id)
  await record(ctx, {
    ...{ verb: 'left-at-home', subject: 'booking', subjectId: id, cvr, companyId, topics },
    after: { what: who.name },
  })
  await tellWhoGoes(ctx, before, after)
  return shapeOf(ctx, after)
}

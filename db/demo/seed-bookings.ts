import type { Ctx } from '#platform/context'
import { Problem } from '#platform/errors'
import * as meetings from '../../src/features/bookings/bookings.ts'
import { listFreeSlots } from '../../src/features/free-slots/free-slots.ts'
import { leaveNewTime, listNewTimes } from '../../src/features/new-times/new-times.ts'
import { peopleWith } from './centre.ts'
import { hash, type Random, random } from './random.ts'
import type { Speaker } from './said.ts'
import { at, dateAt, isWorkday, minutes, workdayFrom } from './seed-calendar.ts'
import type { Stage } from './seed-lists.ts'
import { chooseSlot, firstSlot } from './seed-slots.ts'

export type Meeting = Speaker & {
  id: number
  companyId: number
  municipality: number | null
  personId: number
  startsAt: string
  contact: string
}
export type Held = Meeting & { consultant: string }
export type Bookings = Stage & { held: (meeting: Held) => void }

const visitorOf = ({ cast }: Stage, { personId }: Meeting) =>
  peopleWith('consultant').find(({ name }) => cast.as(name).personId === personId)?.name ?? 'Anne Skov'
const shownTo = ({ id: bookingId, cvr, companyId }: Meeting) => ({ bookingId, cvr, companyId })

/** A moment of a working day between two others; null when there is none. */
const between = (dice: Random, from: number, to: number): number | null => {
  const days: string[] = []
  for (let date = dateAt(from); date <= dateAt(to); date = workdayFrom(date)) if (isWorkday(date)) days.push(date)
  const moments = days.map((date) => at(date, '08:10') + minutes(dice.int(0, 400))).filter((ms) => ms > from && ms < to)
  return moments.length === 0 ? null : dice.pick(moments)
}

/** What becomes of a meeting: seen by the one who goes, accepted by the company, moved, called off, or held. */
export const planMeeting = (bookings: Bookings, ctx: Ctx, meeting: Meeting): void => {
  const { agenda, cast, seed } = bookings
  const dice = random(hash(`meetings:${seed}`), meeting.id)
  const now = ctx.now.epochMilliseconds
  const start = Date.parse(meeting.startsAt)
  const quiet = () => {}
  const visitor = cast.as(visitorOf(bookings, meeting))
  const nextDay = at(workdayFrom(dateAt(now)), '07:40')
  const seen = dice.chance(0.3) ? now + minutes(dice.int(20, 120)) : nextDay + minutes(dice.int(0, 90))
  if (seen < start) agenda.plan(seen, visitor, (later) => meetings.acknowledgeBooking(later, meeting.id), quiet)
  const yes = now + minutes(dice.int(10, 2400))
  if (dice.chance(0.5) && yes < start)
    agenda.plan(yes, cast.company, (later) => meetings.confirmByCompany(later, shownTo(meeting)), quiet)
  const change = between(dice, now + minutes(90), start - minutes(180))
  const fate = dice.next()
  if (change !== null && fate < 0.09) planMove(bookings, meeting, dice, change)
  else if (change !== null && fate < 0.17) planCancel(bookings, meeting, dice, change)
  else planHeld(bookings, meeting)
}

const planHeld = (bookings: Bookings, meeting: Meeting): void => {
  const consultant = visitorOf(bookings, meeting)
  const end = Date.parse(meeting.startsAt) + minutes(60)
  bookings.agenda.plan(end, bookings.cast.as(consultant), async (ctx) => {
    const { cancelledAt, startsAt } = await meetings.showBooking(ctx, meeting.id)
    if (cancelledAt === null && startsAt === meeting.startsAt) bookings.held({ ...meeting, consultant })
  })
}

/** The company finds another time by its link, or the one who visits does. */
const planMove = (bookings: Bookings, meeting: Meeting, dice: Random, moment: number): void => {
  const { agenda, cast, diaries } = bookings
  const byCompany = dice.chance(0.5)
  const who = byCompany ? cast.company : cast.as(visitorOf(bookings, meeting))
  agenda.plan(moment, who, async (ctx) => {
    const { rows } = await meetings.freeSlotsForCompany(ctx, { ...shownTo(meeting), days: 24 })
    const later = rows.filter(({ startsAt }) => startsAt > meeting.startsAt)
    const slot = chooseSlot(diaries, dice, later, meeting)
    if (!slot) return planHeld(bookings, meeting)
    const { startsAt } = slot
    if (byCompany) await meetings.moveByCompany(ctx, { ...shownTo(meeting), startsAt })
    else {
      const { sequence } = await meetings.showBooking(ctx, meeting.id)
      await meetings.moveBooking(ctx, meeting.id, { startsAt, sequence })
    }
    planHeld(bookings, { ...meeting, startsAt })
  })
}

const planCancel = (bookings: Bookings, meeting: Meeting, dice: Random, moment: number): void => {
  const { agenda, cast, calendar, deck } = bookings
  const long = moment < calendar.at(10, '08:00')
  const visitor = cast.as(visitorOf(bookings, meeting))
  const byCompany = dice.chance(0.5)
  agenda.plan(moment, byCompany ? cast.company : visitor, async (ctx) => {
    const why = deck.calledOff(dice, byCompany ? 'virksomheden' : 'os', meeting, ctx.today)
    // What was called off long ago has been settled since.
    if (byCompany) await meetings.cancelByCompany(ctx, { ...shownTo(meeting), why })
    else await meetings.cancelBooking(ctx, meeting.id, { why, newTime: !long })
  })
  // Some days later its visitor has heard that nothing comes of it for now; of late he has not got so far.
  if (byCompany && long)
    agenda.plan(moment + minutes(3 * 24 * 60), visitor, async (ctx) => {
      for (const { id, can } of (await listNewTimes(ctx, meeting.companyId)).rows)
        if (can.leave) await leaveNewTime(ctx, id, 'Talte med dem: de vender selv tilbage, når der er ro på.')
    })
}

/** A visit of next week is held on a screen after all: they asked for it, at the same hour. */
export const planOtherKind = ({ agenda, cast, calendar }: Bookings): void => {
  const peter = cast.as('Peter Vang')
  agenda.plan(calendar.at(1, '12:10'), peter, async (ctx) => {
    const [from, to] = [2, 14].map((days) => ctx.now.add({ hours: 24 * days }).toString())
    const ahead = await meetings.listMeetings(ctx, {
      ...{ from: from ?? ctx.at, to: to ?? ctx.at, personIds: [peter.personId ?? 0] },
    })
    const visit = ahead.find(({ form, can }) => form === 'visit' && can.move)
    if (!visit) return
    const { id, startsAt, sequence } = visit
    await meetings.moveBooking(ctx, id, { startsAt, sequence, form: 'online', place: 'Teams, linket står i mailen' })
  })
}

type Again = { from: string; days: number; note: string; packed: boolean }
/** The one who visited agrees another meeting between two dates. False when the diary is full, a meeting is agreed already, or they want peace. */
export const meetAgain = async (bookings: Bookings, ctx: Ctx, held: Held, dice: Random, again: Again) => {
  const { from, days, note, packed } = again
  const { companyId, personId, contact: contactName } = held
  const known = await meetings.bookingsOf(ctx, companyId)
  if (known.some(({ cancelledAt, endsAt }) => cancelledAt === null && endsAt > ctx.at)) return false
  const { rows } = await listFreeSlots(ctx, { companyId, personId, from, days, every: true })
  const slot = packed ? firstSlot(bookings.diaries, rows) : chooseSlot(bookings.diaries, dice, rows, held)
  if (!slot) return false
  const wanted = { companyId, personId, startsAt: slot.startsAt, contactName, note }
  const booked = await meetings.bookMeeting(ctx, wanted).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'may-not-contact') return null
    throw error
  })
  if (!booked) return false
  const meeting = { ...held, id: booked.id, startsAt: booked.startsAt }
  await meetings.acknowledgeBooking(ctx, meeting.id)
  if (packed) planHeld(bookings, meeting)
  else planMeeting(bookings, ctx, meeting)
  return true
}

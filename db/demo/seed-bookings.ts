import {
  acknowledgeBooking,
  bookingsOf,
  bookMeeting,
  cancelBooking,
  cancelByCompany,
  confirmByCompany,
  freeSlotsForCompany,
  moveBooking,
  moveByCompany,
  showBooking,
} from '../../src/features/bookings/bookings.ts'
import { leaveNewTime, listNewTimes } from '../../src/features/new-times/new-times.ts'
import { listFreeSlots } from '../../src/features/free-slots/free-slots.ts'
import type { Ctx } from '#platform/context'
import { Problem } from '#platform/errors'
import { hash, type Random, random } from './random.ts'
import { at, dateAt, isWorkday, minutes, workdayFrom } from './seed-calendar.ts'
import type { Speaker } from './said.ts'
import type { Stage } from './seed-lists.ts'
import { chooseSlot, type Diaries, firstSlot } from './seed-slots.ts'
import { people } from './centre.ts'

export type Meeting = Speaker & {
  id: number
  companyId: number
  municipality: number | null
  personId: number
  startsAt: string
  contact: string
}
export type Held = Meeting & { consultant: string }
export type Bookings = Stage & { diaries: Diaries; held: (meeting: Held) => void }

const nameOf = ({ cast }: Stage, personId: number) =>
  people.find(({ name, role }) => role === 'consultant' && cast.as(name).personId === personId)?.name ?? 'Anne Skov'

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
  const visitor = cast.as(nameOf(bookings, meeting.personId))
  const quiet = () => {}
  const seen = dice.chance(0.3)
    ? now + minutes(dice.int(20, 120))
    : at(workdayFrom(dateAt(now)), '07:40') + minutes(dice.int(0, 90))
  if (seen < start)
    agenda.plan(seen, visitor, async (later) => void (await acknowledgeBooking(later, meeting.id)), quiet)
  const yes = now + minutes(dice.int(10, 2400))
  if (dice.chance(0.5) && yes < start)
    agenda.plan(
      yes,
      cast.company,
      async (later) =>
        void (await confirmByCompany(later, { bookingId: meeting.id, cvr: meeting.cvr, companyId: meeting.companyId })),
      quiet,
    )
  const change = between(dice, now + minutes(90), start - minutes(180))
  const fate = dice.next()
  if (change !== null && fate < 0.09) planMove(bookings, meeting, dice, change)
  else if (change !== null && fate < 0.17) planCancel(bookings, meeting, dice, change)
  else planHeld(bookings, meeting)
}

const planHeld = (bookings: Bookings, meeting: Meeting): void => {
  const { agenda, cast } = bookings
  const consultant = nameOf(bookings, meeting.personId)
  const end = Date.parse(meeting.startsAt) + minutes(60)
  agenda.plan(end, cast.as(consultant), async (ctx) => {
    const { cancelledAt, startsAt } = await showBooking(ctx, meeting.id)
    if (cancelledAt === null && startsAt === meeting.startsAt) bookings.held({ ...meeting, consultant })
  })
}

/** The company finds another time by its link, or the one who visits does. */
const planMove = (bookings: Bookings, meeting: Meeting, dice: Random, moment: number): void => {
  const { agenda, cast, diaries } = bookings
  const { id: bookingId, cvr, companyId } = meeting
  const byCompany = dice.chance(0.5)
  const who = byCompany ? cast.company : cast.as(nameOf(bookings, meeting.personId))
  agenda.plan(moment, who, async (ctx) => {
    const { rows } = await freeSlotsForCompany(ctx, { bookingId, cvr, companyId, days: 24 })
    const later = rows.filter(({ startsAt }) => startsAt > meeting.startsAt)
    const slot = chooseSlot(diaries, dice, later, meeting)
    if (!slot) return planHeld(bookings, meeting)
    const { startsAt } = slot
    if (byCompany) await moveByCompany(ctx, { bookingId, cvr, companyId, startsAt })
    else await moveBooking(ctx, bookingId, { startsAt, sequence: (await showBooking(ctx, bookingId)).sequence })
    planHeld(bookings, { ...meeting, startsAt })
  })
}

/** Some days after a company called off, its visitor has heard that nothing comes of it for now; of late he has not got so far. */
const planLeave = ({ agenda, cast }: Bookings, who: string, companyId: number, moment: number): void =>
  agenda.plan(moment + minutes(3 * 24 * 60), cast.as(who), async (ctx) => {
    for (const { id, can } of (await listNewTimes(ctx, companyId)).rows)
      if (can.leave) await leaveNewTime(ctx, id, 'Talte med dem: de vender selv tilbage, når der er ro på.')
  })

const planCancel = (bookings: Bookings, meeting: Meeting, dice: Random, moment: number): void => {
  const { agenda, cast, calendar } = bookings
  const { id: bookingId, cvr, companyId } = meeting
  const recently = calendar.at(10, '08:00')
  const name = nameOf(bookings, meeting.personId)
  if (dice.chance(0.5)) {
    agenda.plan(moment, cast.company, async (ctx) => {
      await cancelByCompany(ctx, {
        bookingId,
        cvr,
        companyId,
        why: bookings.deck.calledOff(dice, 'virksomheden', meeting, ctx.today),
      })
    })
    if (moment < recently) planLeave(bookings, name, companyId, moment)
    return
  }
  agenda.plan(moment, cast.as(name), async (ctx) => {
    // What was called off long ago has been settled since.
    await cancelBooking(ctx, bookingId, {
      why: bookings.deck.calledOff(dice, 'os', meeting, ctx.today),
      newTime: moment > recently,
    })
  })
}

type Again = { from: string; days: number; note: string; packed: boolean }
/** The one who visited agrees another meeting between two dates. False when the diary is full, a meeting is agreed already, or they want peace. */
const meet = async (
  bookings: Bookings,
  ctx: Ctx,
  held: Held,
  dice: Random,
  { from, days, note, packed }: Again,
): Promise<boolean> => {
  const open = (await bookingsOf(ctx, held.companyId)).some(
    ({ cancelledAt, endsAt }) => cancelledAt === null && endsAt > ctx.at,
  )
  if (open) return false
  const { companyId, personId } = held
  const { rows } = await listFreeSlots(ctx, { companyId, personId, from, days, every: true })
  const slot = packed ? firstSlot(bookings.diaries, rows) : chooseSlot(bookings.diaries, dice, rows, held)
  if (!slot) return false
  const wanted = { companyId, personId, startsAt: slot.startsAt, contactName: held.contact, note }
  const booked = await bookMeeting(ctx, wanted).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'may-not-contact') return null
    throw error
  })
  if (!booked) return false
  const meeting = { ...held, id: booked.id, startsAt: booked.startsAt }
  await acknowledgeBooking(ctx, meeting.id)
  if (packed) planHeld(bookings, meeting)
  else planMeeting(bookings, ctx, meeting)
  return true
}

/** Some weeks on. */
export const meetAgain = (bookings: Bookings, ctx: Ctx, held: Held, dice: Random, weeks: number): Promise<boolean> => {
  const from = dateAt(ctx.now.epochMilliseconds + minutes(60 * 24 * 7 * weeks))
  return meet(bookings, ctx, held, dice, { from, days: 12, packed: false, note: 'Andet møde, som aftalt ved besøget.' })
}

/** In the week that begins on a Monday. */
export const meetOn = (bookings: Bookings, ctx: Ctx, held: Held, dice: Random, monday: string): Promise<boolean> =>
  meet(bookings, ctx, held, dice, {
    from: monday,
    days: 5,
    packed: true,
    note: 'Opfølgning: hvad er der sket siden sidst?',
  })

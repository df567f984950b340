/** A meeting is agreed, or called off: company and visitors are told, each with a calendar file. */
import { randomUUID } from 'node:crypto'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import * as m from '#texts'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import { addressIn } from '#platform/mail/mail-server'
import { endLetters } from '#platform/mail/outbox'
import { handOnAll } from '#platform/loose-ends'
import { sayDay } from '#platform/text/danish'
import { bookingsEvents } from './bookings-events.table.ts'
import { freeTime } from '../diaries/diaries.ts'
import { noteTold, noticeFor, personAt } from '../company-people/company-people.ts'
import { dropMark, lockCompanies, mayContact, purposeOf, refuseUnlessMay } from '../may-contact/may-contact.ts'
import { askNewTime, foundNewTime } from '../new-times/new-times.ts'
import { isMembers, makeCompanyLink } from '../links/links.ts'
import { writeToCompany, writeToVisitors } from './booking-mail.ts'
import { markMeeting, meeting, type Shape, shapeOf, topics } from './booking-shape.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import type { BookingForm } from './bookings.schema.ts'
import * as store from './bookings.sql.ts'
import { takeMeetingTime, timesFor, whyChosen } from '../free-slots/free-slots.ts'
import { centreName } from '../centre/centre.ts'
import { runsCentre } from '../centre/roles.ts'
import * as meetings from './meetings.sql.ts'
import * as places from './places.sql.ts'

const record = recorder(bookingsEvents)

export type Wanted = z.output<typeof BookingForm> & {
  companyId: number
  note: string
  listId?: number | null
  origin?: store.Origin
}

type Judged = Pick<store.NewBooking, 'purpose' | 'bookedFor'>
/**
 * What a meeting that was taken on the phone comes of was a lawful call. Else it is outreach, but of whoever has promised the company something; who
 * runs the centre books for them too. Throws may-not-contact, before anything is written.
 */
const judge = async (
  ctx: Ctx,
  place: places.Place,
  { origin, personId }: Wanted,
  form: MeetingForm,
): Promise<Judged> => {
  const bookedFor = runsCentre(ctx) ? personId : null
  const purpose = origin ? 'agreed' : await purposeOf(ctx, place.id, [ctx.personId, bookedFor])
  const channel = form === 'phone' ? 'phone' : 'visit'
  await refuseUnlessMay(ctx, place.id, { purpose, channel, visitorId: bookedFor })
  return { purpose, bookedFor }
}

type Invites = Pick<store.NewBooking, 'organizerName' | 'organizerEmail' | 'purpose' | 'bookedFor' | 'chosenWhy'>
const detailsOf = (
  place: places.Place,
  { wanted, form, invites }: { wanted: Wanted; form: MeetingForm; invites: Invites },
): store.NewBooking => ({
  ...invites,
  form,
  companyId: place.id,
  cvr: place.cvr,
  municipality: place.municipality,
  industry: place.industry,
  employees: place.employees,
  note: wanted.note,
  contactName: wanted.contactName,
  contactEmail: wanted.contactEmail || null,
  companyPersonId: wanted.companyPersonId ?? null,
  contactPhone: wanted.contactPhone || place.phone,
  listId: wanted.listId ?? null,
  originKind: wanted.origin?.kind ?? null,
  originId: wanted.origin?.id ?? null,
  place: wanted.place || places.whereMet(place, form),
  uid: `${randomUUID()}@tovholder`,
})

/** Someone we know is met by his own name, and written to only as he allows. */
const withContact = async (ctx: Ctx, wanted: Wanted): Promise<Wanted> => {
  if (!wanted.companyPersonId) return wanted
  const person = await personAt(ctx, wanted.companyId, wanted.companyPersonId, '/body/companyPersonId')
  const { phone, mail } = person
  const email = mail.allowed ? wanted.contactEmail || mail.value : null
  return {
    ...wanted,
    contactName: person.name,
    contactEmail: email,
    contactPhone: wanted.contactPhone || (phone.allowed ? phone.value : null),
  }
}
const refuseWithoutNumber = (ctx: Ctx, company: places.Place, { form, contactPhone, place }: Wanted) => {
  if (form !== 'phone' || places.canBeCalled(company, { contactPhone: contactPhone ?? null, place })) return
  throw problemAt(
    'wrong-input',
    '/body/contactPhone',
    m.bookings_problem_number({}, { locale: ctx.language }),
    'custom',
  )
}
/** What he must be told, at the foot of his invitation. */
const told = async (ctx: Ctx, personId: number | null) => {
  const notice = personId === null ? '' : await noticeFor(ctx, personId)
  if (personId !== null && notice) await noteTold(ctx, personId, 'mail')
  return notice
}

/** Agrees a meeting: checks, takes the time, invites company and consultant. Throws may-not-contact, and what taking the time throws. */
export const bookMeeting = async (ctx: Ctx, asked: Wanted): Promise<Shape> => {
  const wanted = await withContact(ctx, asked)
  const { personId, startsAt, form = 'visit' } = wanted
  const place = await places.placeOf(ctx, wanted.companyId)
  if (!place) throw problem('not-found')
  refuseWithoutNumber(ctx, place, wanted)
  const personIds = [personId, ...(wanted.secondId ? [wanted.secondId] : [])] as const
  const times = await timesFor(ctx, place, { personIds, startsAt, form })
  await lockCompanies(ctx, [place.cvr])
  const open = await meetings.openMeetingOf(ctx, place.id)
  if (open) throw problem('company-has-booking', { when: sayDay(open.startsAt, ctx.language) })
  const judged = await judge(ctx, place, wanted, form)
  const chosenWhy = await whyChosen(ctx, place.id, { personIds, why: wanted.chosenWhy })
  const centre = await centreName(ctx)
  // The centre invites, whoever goes: who goes may change, an invitation's organizer never.
  const invites = { organizerName: centre, organizerEmail: addressIn(ctx.house.mailFrom), ...judged, chosenWhy }
  const write = () => store.insertBooking(ctx, detailsOf(place, { wanted, form, invites }), times)
  const id = await takeMeetingTime(ctx, { kind: 'booking', times, companyId: place.id, form, write })
  const row = await meeting(ctx, id)
  await markMeeting(ctx, row)
  await foundNewTime(ctx, { cvr: place.cvr, companyId: place.id })
  await record(ctx, {
    verb: 'booked',
    subject: 'booking',
    subjectId: id,
    cvr: place.cvr,
    companyId: place.id,
    after: {
      startsAt: row.startsAt,
      consultant: row.consultant,
      personId: row.personId,
      ...(row.visitors.length > 1 && { visitors: row.visitors.map(({ name }) => name) }),
      // Events are never changed: who may be forgotten stands there by his number, if at all.
      ...(wanted.companyPersonId && { companyPersonId: wanted.companyPersonId }),
    },
    topics,
  })
  // Who is of the centre gets no company's link, not as its contact either.
  const writes = row.contactEmail !== null && !(await isMembers(ctx, row.contactEmail))
  const link = writes
    ? (
        await makeCompanyLink(
          ctx,
          { companyId: place.id, cvr: place.cvr },
          {
            ...{ name: row.contactName, email: row.contactEmail ?? '' },
            ...(wanted.companyPersonId && { personId: wanted.companyPersonId }),
          },
        )
      ).url
    : null
  const foot = row.contactEmail === null ? '' : await told(ctx, wanted.companyPersonId ?? null)
  await writeToCompany(ctx, row, 'invitation', centre, link, foot)
  await writeToVisitors(ctx, row, 'invitation', centre)
  return shapeOf(ctx, row)
}

type CalledOff = {
  why: string
  /** Whoever called it off, a new time is found; null: there is none to be found. */
  newTime: 'cancelled' | 'cancelled-by-company' | null
}
/** Not of a company that stands in the queue again, nor of one that wants nothing more or does not go on. */
const wantsNewTime = async (ctx: Ctx, { companyId }: meetings.MeetingRow, open: Record<string, number>) =>
  !('call-back' in open || 'wants-visit' in open) &&
  (await mayContact(ctx, companyId, { purpose: 'agreed', channel: 'visit' })).may

/** Cancels and tells both sides; whoever uses this has made sure that it may be. `why` stands in the consultant's mail and the history, not in the company's. */
export const callOff = async (
  ctx: Ctx,
  before: meetings.MeetingRow,
  { why, newTime }: CalledOff,
): Promise<meetings.MeetingRow> => {
  await lockCompanies(ctx, [before.cvr])
  if (before.cancelledAt || !(await store.markCancelled(ctx, before.id, why))) throw problem('booking-cancelled')
  await freeTime(ctx, { kind: 'booking', id: before.id })
  await endLetters(ctx, 'reminder', [before.id])
  await dropMark(ctx, 'meeting', before.id)
  const open = await handOnAll(ctx, { meetingId: before.id }, null)
  const after = await meeting(ctx, before.id)
  await record(ctx, {
    verb: 'cancelled',
    subject: 'booking',
    subjectId: before.id,
    // Another company may have taken its place while it was waited for.
    cvr: after.cvr,
    companyId: after.companyId,
    before: { startsAt: before.startsAt, consultant: before.consultant },
    after: { why, open },
    topics,
  })
  if (newTime && (await wantsNewTime(ctx, after, open))) {
    const { id: bookingId, companyId, cvr, personId } = after
    await askNewTime(ctx, { bookingId, companyId, cvr, wasAt: before.startsAt, why: newTime, personId })
  }
  const centre = await centreName(ctx)
  await writeToCompany(ctx, after, 'cancelled', centre, null)
  await writeToVisitors(ctx, after, 'cancelled', centre)
  return after
}

export const cancelBooking = async (
  ctx: Ctx,
  id: number,
  { why, newTime }: { why: string; newTime: boolean },
): Promise<Shape> => {
  const before = await meeting(ctx, id)
  if (before.cancelledAt) throw problem('booking-cancelled')
  if (before.startsAt <= ctx.at) throw problem('slot-passed')
  if (!shapeOf(ctx, before).can.cancel) throw problem('not-allowed')
  return shapeOf(ctx, await callOff(ctx, before, { why, newTime: newTime ? 'cancelled' : null }))
}

/** The meeting that came of a call whose answer was a mistake, say: cancelled while it still lies ahead. */
export const cancelBookingOf = async (ctx: Ctx, origin: store.Origin, why: string): Promise<void> => {
  const row = await meetings.meetingOf(ctx, origin)
  if (row && row.startsAt > ctx.at) await callOff(ctx, row, { why, newTime: null })
}

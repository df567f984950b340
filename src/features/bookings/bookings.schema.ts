import { Email, endpoint, Id, MaybeWords, Moment, named, Words, z } from '#platform/endpoint'
import { calendarReaders, visitors } from '../centre/roles.ts'
import { slotRefusals } from '../free-slots/free-slots.schema.ts'
import { MeetingForm } from '../diaries/diaries.schema.ts'

/** Someone who goes to a meeting. */
const Visitor = z.object({
  personId: z.int(),
  name: z.string(),
  school: z.nullable(z.string()),
  travelMinutes: z.int(),
  travelKnown: z.boolean(),
  acknowledgedAt: z.nullable(Moment),
  /** Has left, and goes no more: another is to go. */
  releasedAt: z.nullable(Moment),
})
export const Booking = named(
  'Booking',
  z.object({
    id: z.int(),
    companyId: z.int(),
    cvr: z.string(),
    company: z.string(),
    town: z.nullable(z.string()),
    /** Who goes first, and answers for it. */
    personId: z.int(),
    consultant: z.string(),
    school: z.nullable(z.string()),
    startsAt: Moment,
    endsAt: Moment,
    form: MeetingForm,
    /** All who go, the first first. */
    visitors: z.array(Visitor),
    /** Driving and acknowledgement of who asks, when that is one who goes; else of who goes first. */
    travelMinutes: z.int(),
    /** False: nobody knows how long the driving takes; so many minutes are kept free. */
    travelKnown: z.boolean(),
    place: z.string(),
    /** Where it was agreed to be as another kind of meeting, where that is not the company's address. */
    ownPlaces: z.object({
      visit: z.optional(z.string()),
      online: z.optional(z.string()),
      phone: z.optional(z.string()),
    }),
    contactName: z.string(),
    /** One of the company's people; null: somebody else, by name. */
    companyPersonId: z.nullable(z.int()),
    contactEmail: z.nullable(z.string()),
    contactPhone: z.nullable(z.string()),
    /** What was said when it was booked. */
    note: z.string(),
    /** Why just those who go were chosen, though a field has nothing to do with the company. */
    chosenWhy: z.nullable(z.string()),
    bookedBy: z.nullable(z.string()),
    bookedAt: Moment,
    acknowledgedAt: z.nullable(Moment),
    /** The company has said yes by its link. */
    confirmedAt: z.nullable(Moment),
    cancelledAt: z.nullable(Moment),
    cancelledWhy: z.nullable(z.string()),
    /** Version: send it back when moving, so that nobody overwrites a move they have not seen. */
    sequence: z.int(),
    reported: z.boolean(),
    /** We went there and met nobody. */
    notMetAt: z.nullable(Moment),
    /** What became of the latest mail to the company; null: none was written. */
    mail: z.nullable(z.enum(['waits', 'sent', 'lost'])),
    can: z.object({
      move: z.boolean(),
      bringAlong: z.boolean(),
      cancel: z.boolean(),
      acknowledge: z.boolean(),
      report: z.boolean(),
      /** Goes there, or runs the centre: may read what is known before. */
      prepare: z.boolean(),
      notMet: z.boolean(),
      inviteAgain: z.boolean(),
    }),
  }),
)
const ChosenWhy = z.optional(z.nullable(MaybeWords(300)))
/** A meeting as it is agreed on the phone. */
export const BookingForm = named(
  'BookingForm',
  z.object({
    personId: z.int(),
    /** Who comes along: both times are taken, or neither. */
    secondId: z.optional(z.nullable(z.int())),
    startsAt: Moment,
    contactName: Words(120),
    contactEmail: z.optional(z.nullable(Email)),
    contactPhone: z.optional(z.nullable(MaybeWords(40))),
    /** Someone there whom we know: written to as he allows. */
    companyPersonId: z.optional(z.nullable(z.int())),
    place: z.optional(MaybeWords(200)),
    /** A visit without. */
    form: z.optional(MeetingForm),
    /** Why just this one, when his field has nothing to do with the company. */
    chosenWhy: ChosenWhy,
  }),
)
const refusals = [...slotRefusals, 'company-has-booking', 'not-found'] as const
export const ById = z.object({ id: Id })
export const bookMeeting = endpoint({
  name: 'bookMeeting',
  method: 'POST',
  path: '/api/bookings',
  summary: 'Book a visit into a consultant’s calendar',
  can: visitors,
  status: 201,
  body: z.extend(BookingForm, { companyId: z.int(), note: z._default(MaybeWords(2000), '') }),
  answer: Booking,
  problems: [...refusals, 'may-not-contact'],
})
export const findPlaces = endpoint({
  name: 'findPlaces',
  method: 'GET',
  path: '/api/booking-places',
  summary: 'Companies and workplaces to meet, by name or number: the first eight',
  can: visitors,
  query: z.object({ q: Words(100) }),
  answer: z.object({ rows: z.array(z.object({ id: z.int(), name: z.string(), town: z.nullable(z.string()) })) }),
})
export const showBooking = endpoint({
  name: 'showBooking',
  method: 'GET',
  path: '/api/bookings/{id}',
  summary: 'One meeting',
  can: calendarReaders,
  params: ById,
  answer: Booking,
  problems: ['not-found'],
})
/** `theirs` of changed-meanwhile: how the meeting stands now. */
export const MovedMeanwhile = z.object({
  startsAt: Moment,
  consultant: z.string(),
  form: MeetingForm,
  sequence: z.int(),
})
export const moveBooking = endpoint({
  name: 'moveBooking',
  method: 'POST',
  path: '/api/bookings/{id}/moves',
  within: showBooking,
  summary:
    'Move a meeting to another time or consultant, or make it one of another kind: checked as a new one, and told',
  can: visitors,
  status: 201,
  params: ById,
  body: z.object({
    startsAt: Moment,
    personId: z.optional(z.int()),
    /** Of the kind it is without. */
    form: z.optional(MeetingForm),
    /** Where they meet; without it stays, and of one of another kind it is where that was agreed before; empty: the company's address or none. */
    place: z.optional(MaybeWords(200)),
    sequence: z.int(),
    chosenWhy: ChosenWhy,
  }),
  answer: Booking,
  problems: [...refusals, 'booking-cancelled', 'changed-meanwhile', 'not-allowed', 'may-not-contact', 'meeting-kind'],
})
const companionProblems = ['not-found', 'booking-cancelled', 'slot-passed', 'changed-meanwhile', 'not-allowed'] as const
export const listCompanions = endpoint({
  name: 'listCompanions',
  method: 'GET',
  path: '/api/bookings/{id}/companions',
  within: showBooking,
  summary: 'Who is free during a meeting and could come along',
  can: visitors,
  params: ById,
  answer: z.object({
    rows: z.array(
      z.object({
        personId: z.int(),
        name: z.string(),
        school: z.nullable(z.string()),
        /** False: his field has nothing to do with the company; who chooses him says why. */
        fits: z.boolean(),
      }),
    ),
  }),
  problems: ['not-found', 'not-allowed'],
})
export const bringAlong = endpoint({
  name: 'bringAlong',
  method: 'POST',
  path: '/api/bookings/{id}/companions',
  within: showBooking,
  summary: 'A second visitor comes along to a meeting that stands: both and the company are told',
  can: visitors,
  status: 201,
  params: ById,
  body: z.object({ personId: z.int(), sequence: z.int(), chosenWhy: ChosenWhy }),
  answer: Booking,
  problems: [...slotRefusals, ...companionProblems, 'may-not-contact'],
})
export const leaveAtHome = endpoint({
  name: 'leaveAtHome',
  method: 'DELETE',
  path: '/api/bookings/{id}/companions/{personId}',
  within: showBooking,
  summary: 'Whoever comes along stays at home: all who go and the company are told',
  can: visitors,
  params: z.object({ id: Id, personId: Id }),
  query: z.object({ sequence: z.coerce.number<string | number>().check(z.int()) }),
  answer: Booking,
  problems: companionProblems,
})
export const cancelBooking = endpoint({
  name: 'cancelBooking',
  method: 'POST',
  path: '/api/bookings/{id}/cancellations',
  summary: 'Cancel a meeting, with the reason',
  can: visitors,
  ends: 'meeting',
  status: 201,
  params: ById,
  body: z.object({ why: Words(300), newTime: z._default(z.boolean(), true) }),
  answer: Booking,
  problems: ['not-found', 'booking-cancelled', 'slot-passed', 'not-allowed'],
})
export const tellNotMet = endpoint({
  name: 'tellNotMet',
  method: 'POST',
  path: '/api/bookings/{id}/locked-doors',
  within: showBooking,
  summary: 'We went there and met nobody',
  can: visitors,
  status: 201,
  params: ById,
  body: z.object({ note: z._default(MaybeWords(300), '') }),
  answer: Booking,
  problems: ['not-found', 'booking-cancelled', 'not-allowed'],
})
export const inviteAgain = endpoint({
  name: 'inviteAgain',
  method: 'POST',
  path: '/api/bookings/{id}/invitations',
  within: showBooking,
  summary: 'Send the company its invitation again, to another address; without one: they were told otherwise',
  can: visitors,
  status: 201,
  params: ById,
  body: z.object({ email: z.nullable(Email) }),
  answer: Booking,
  problems: ['not-found', 'booking-cancelled', 'slot-passed', 'not-allowed'],
})
export const undoAcknowledging = endpoint({
  name: 'undoAcknowledging',
  method: 'DELETE',
  path: '/api/bookings/{id}/acknowledgements',
  summary: 'I have not seen the meeting after all: it waits for me again',
  can: visitors,
  params: ById,
  answer: Booking,
  problems: ['not-found', 'booking-cancelled', 'not-allowed'],
})
export const acknowledgeBooking = endpoint({
  name: 'acknowledgeBooking',
  method: 'POST',
  path: '/api/bookings/{id}/acknowledgements',
  summary: 'I have seen the meeting and what was said',
  can: visitors,
  status: 201,
  params: ById,
  answer: Booking,
  problems: ['not-found', 'booking-cancelled', 'not-allowed'],
})

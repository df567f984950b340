/** When somebody could come: a slot is a time that fits hours, driving and whatever else is taken. */
import { CalendarDate, DayToLookFrom, endpoint, Flag, Id, Moment, named, Nothing, z } from '#platform/endpoint'
import { callers } from '../centre/roles.ts'
import { DayOfWork, MeetingForm } from '../diaries/diaries.schema.ts'

/** What speaks for a time (`points.ts`). */
export const pointsFor = ['staffed', 'expertise', 'contact', 'met-before', 'travel', 'later'] as const
/** And for who comes along. */
export const pairPointsFor = ['along', 'learning', 'other-school', 'travel-along'] as const

export const FreeSlot = named(
  'FreeSlot',
  z.object({
    personId: z.int(),
    name: z.string(),
    school: z.nullable(z.string()),
    startsAt: Moment,
    endsAt: Moment,
    /** Minutes kept free for driving each way, estimated between municipalities. */
    travelMinutes: z.int(),
    /** False: nobody knows how long the driving takes. */
    travelKnown: z.boolean(),
    /** Why this one: a sentence in the asker's language. */
    why: z.string(),
    /** The one to offer first. */
    proposed: z.boolean(),
    /** One of the five best, the first 1. */
    place: z.nullable(z.int()),
    /** Somebody else is speaking about it with a company just now. */
    held: z.boolean(),
    /** False: his field has nothing to do with the company; who chooses him says why. */
    fits: z.boolean(),
    /** What speaks for it, and against: a table to show. */
    points: z.array(z.object({ what: z.enum(pointsFor), points: z.number() })),
    /** Who could come along, of the five best: why, and what it is worth. */
    second: z.nullable(
      z.object({
        personId: z.int(),
        name: z.string(),
        school: z.nullable(z.string()),
        why: z.string(),
        points: z.number(),
      }),
    ),
  }),
)
export const FreeSlots = named(
  'FreeSlots',
  z.object({
    rows: z.array(FreeSlot),
    days: z.array(DayOfWork),
    /** The first day looked at, and the last. */
    from: CalendarDate,
    through: CalendarDate,
    /** How many were left out, because their school's fields have nothing to do with the company. */
    otherFields: z.int(),
    /** Who has as many meetings as are agreed, in a sentence; and from which week there is room again. */
    full: z.array(z.string()),
    /** When there is no time: whom one may ask, and why just them. */
    ask: z.array(z.object({ name: z.string(), school: z.nullable(z.string()), why: z.string() })),
  }),
)
/** Why a time is not taken. */
export const slotRefusals = [
  'slot-taken',
  'week-full',
  'slot-passed',
  'day-off',
  'outside-working-hours',
  'field-unrelated',
] as const

export const listFreeSlots = endpoint({
  name: 'listFreeSlots',
  method: 'GET',
  path: '/api/free-slots',
  summary: 'When a consultant can visit a company, travel included',
  can: callers,
  query: z.object({
    companyId: Id,
    /** First day looked at; today without. */
    from: z.optional(DayToLookFrom),
    /** Without: as far ahead as meetings are promised, two weeks at least. */
    days: z.optional(z.coerce.number<string | number>().check(z.int(), z.minimum(1), z.maximum(60))),
    personId: z.optional(Id),
    /** Every free start, not only the one or two to propose. */
    every: z._default(Flag, false),
    /** Who comes along: only times at which both can. */
    secondId: z.optional(Id),
    /** A meeting that is to be moved: its own time counts as free. */
    bookingId: z.optional(Id),
    /** A visit without. */
    form: z.optional(MeetingForm),
    /** Those too whose field has nothing to do with the company: whom a person chooses by name. */
    anyone: z._default(Flag, false),
  }),
  answer: FreeSlots,
  problems: ['not-found'],
})
export const holdSlot = endpoint({
  name: 'holdSlot',
  method: 'POST',
  path: '/api/slot-holds',
  summary: 'I am speaking about this time with a company: for two minutes nobody else may have it',
  can: callers,
  status: 201,
  body: z.object({
    companyId: z.int(),
    personId: z.int(),
    secondId: z.optional(z.nullable(z.int())),
    startsAt: Moment,
    form: z._default(MeetingForm, 'visit'),
  }),
  answer: z.object({ until: Moment }),
  problems: ['not-found', 'slot-taken', 'slot-passed', 'day-off', 'outside-working-hours'],
})
export const letSlotGo = endpoint({
  name: 'letSlotGo',
  method: 'DELETE',
  path: '/api/slot-holds/mine',
  summary: 'I speak about no time any more',
  can: callers,
  answer: Nothing,
})

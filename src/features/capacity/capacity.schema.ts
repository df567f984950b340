/** How many meetings people and schools can take in a week: agreed, booked, free; and who is asked for one more. */
import { CalendarDate, DayToLookFrom, endpoint, Id, MaybeWords, Moment, named, Nothing, z } from '#platform/endpoint'
import { coordinators, staff, visitors } from '../centre/roles.ts'
import { MeetingForm } from '../diaries/diaries.schema.ts'

/** No sum of fewer people is shown, nor one that such a sum can be subtracted from (domain.md, "Where rules meet" 8). */
export const fewest = 5

const Most = z.optional(z.nullable(z.int().check(z.minimum(0), z.maximum(60))))
/** Of the meetings at most so many of a kind; none said: as many as there are meetings. */
export const Limits = named('Limits', z.object({ visit: Most, online: Most, phone: Most }))
export type Limits = z.infer<typeof Limits>

/** A Monday. */
const WeekOn = CalendarDate
export const CapacityWeek = named(
  'CapacityWeek',
  z.object({
    on: WeekOn,
    /** Null: nothing is agreed, so as many as there is time for. */
    meetings: z.nullable(z.int()),
    booked: z.int(),
    aDay: z.nullable(z.int()),
    /** `away`: on none of the week's working days here; `closed`: nobody works; else `open`. */
    state: z.enum(['open', 'away', 'closed']),
    /** Why another number holds for this week alone, or why it is closed. */
    why: z.string(),
    /** Booked while away: somebody else must go. */
    toGive: z.int(),
    /** Kinds that have a limit of their own: at most, and booked. */
    kinds: z.array(z.object({ form: MeetingForm, most: z.int(), booked: z.int() })),
  }),
)
export const CapacityPerson = named(
  'CapacityPerson',
  z.object({
    personId: z.int(),
    name: z.string(),
    school: z.nullable(z.string()),
    me: z.boolean(),
    weeks: z.array(CapacityWeek),
    /** Weeks for which an answer is waited for, and of which kind one more is asked. */
    asked: z.array(z.object({ on: WeekOn, form: MeetingForm })),
    /** `lower`: one's own number may be lowered; more is agreed with the school's leader or a coordinator. */
    can: z.object({ change: z.enum(['any', 'lower', 'no']) }),
  }),
)
/** What of other schools is seen: sums of at least five who visit, joined alike for all. */
export const CapacitySchools = named(
  'CapacitySchools',
  z.object({
    schools: z.array(z.object({ id: z.nullable(z.int()), name: z.nullable(z.string()) })),
    weeks: z.array(z.object({ on: WeekOn, meetings: z.nullable(z.int()), booked: z.int() })),
    /** What is agreed for the school as a whole, where it is one. */
    agreed: z.nullable(z.array(z.nullable(z.int()))),
    /** And of which kinds at most so many, in the last week that is shown; for who sees `agreed`. */
    limits: Limits,
    can: z.object({ change: z.boolean() }),
  }),
)
/** Whoever has an hour is full; nobody has agreed to any meeting of the kind; whoever has room has no hour left; nobody works in the weeks that are promised; those it is called for have left. */
export const PausedBecause = named('PausedBecause', z.enum(['full', 'none', 'no-time', 'away', 'left']))
export type PausedBecause = z.infer<typeof PausedBecause>
export const CalledList = named(
  'CalledList',
  z.object({
    id: z.int(),
    name: z.string(),
    /** What its calls offer. */
    form: MeetingForm,
    /** For whom it is called; empty: for all who visit. */
    visitors: z.nullable(z.array(z.object({ personId: z.int(), name: z.string() }))),
    /** Nobody of them has room; it goes on by itself. */
    paused: z.boolean(),
    pausedUntil: z.nullable(CalendarDate),
    pausedBecause: z.nullable(PausedBecause),
  }),
)
export const showCapacity = endpoint({
  name: 'showCapacity',
  method: 'GET',
  path: '/api/capacity',
  summary: 'Agreed, booked and free meetings, six weeks: by consultant for those who plan, else by school',
  can: staff,
  query: z.object({ from: z.optional(DayToLookFrom) }),
  answer: z.object({
    weeks: z.array(z.object({ on: WeekOn, week: z.int() })),
    people: z.array(CapacityPerson),
    schools: z.array(CapacitySchools),
    /** So many weeks ahead, this one counted, are meetings promised on the phone. */
    horizon: z.int(),
    /** What is called now; `visitors` null: only who runs the centre sees for whom. */
    lists: z.array(CalledList),
    can: z.object({ ask: z.boolean(), seesAll: z.boolean() }),
  }),
})
export const showFreeMeetings = endpoint({
  name: 'showFreeMeetings',
  method: 'GET',
  path: '/api/capacity/free-meetings',
  summary:
    'How many meetings of a kind can still be promised in some weeks, of all who visit: to plan how many companies to call',
  can: coordinators,
  query: z.object({
    from: z.optional(CalendarDate),
    to: z.optional(CalendarDate),
    form: z._default(MeetingForm, 'visit'),
  }),
  answer: z.object({
    /** Null: it begins farther ahead than anyone knows, or ends before it begins. */
    free: z.nullable(z.int()),
    from: WeekOn,
    /** The last day that was looked at, at most half a year ahead, and its week. */
    until: CalendarDate,
    week: z.int(),
    /** Somebody works in these weeks without an agreed number: what he can take is not in `free`. */
    notAgreed: z.boolean(),
  }),
})
export const CapacitySaid = named(
  'CapacitySaid',
  z.object({
    id: z.int(),
    from: WeekOn,
    until: z.nullable(CalendarDate),
    oneWeek: z.boolean(),
    meetings: z.nullable(z.int()),
    aDay: z.nullable(z.int()),
    limits: Limits,
    why: z.string(),
    saidBy: z.nullable(z.string()),
    saidAt: Moment,
    /** It was said by mistake, and holds no more. */
    takenBack: z.boolean(),
  }),
)
export const listCapacitySaid = endpoint({
  name: 'listCapacitySaid',
  method: 'GET',
  path: '/api/capacity/agreements',
  summary: 'What was agreed of someone, or of a school: who said it and when, newest first',
  can: staff,
  query: z.object({ personId: z.optional(Id), schoolId: z.optional(Id) }),
  answer: z.object({ rows: z.array(CapacitySaid) }),
  problems: ['not-found'],
})
export const sayCapacity = endpoint({
  name: 'sayCapacity',
  method: 'POST',
  path: '/api/capacity/agreements',
  summary: 'So many meetings a week from now on, for a while, or in one week alone; what was said before stays to read',
  can: staff,
  status: 201,
  body: z.object({
    personId: z.optional(z.int()),
    schoolId: z.optional(z.int()),
    /** Any day of the first week. */
    from: DayToLookFrom,
    until: z.optional(z.nullable(DayToLookFrom)),
    oneWeek: z._default(z.boolean(), false),
    /** Null: as many as there is time for; of one week: as in the others. */
    meetings: z.nullable(z.int().check(z.minimum(0), z.maximum(60))),
    aDay: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(12)))),
    /** What was said of kinds before holds no more; in one week a kind that is left out stays as it is, and null lifts its limit. */
    limits: z.optional(Limits),
    why: z._default(MaybeWords(60), ''),
  }),
  /** How many are booked beyond it: they stay, and somebody else is found for them. */
  answer: z.object({ id: z.int(), over: z.int() }),
  problems: ['not-found', 'capacity-lower-only', 'wrong-input'],
})
export const takeBackCapacity = endpoint({
  name: 'takeBackCapacity',
  method: 'DELETE',
  path: '/api/capacity/agreements/{id}',
  summary:
    'Takes back what was said last: what held before holds again; oneself only on the same day, and only what one said',
  can: staff,
  params: z.object({ id: Id }),
  /** How many are booked beyond what holds now. */
  answer: z.object({ over: z.int() }),
  problems: ['not-found', 'capacity-lower-only', 'capacity-said-since'],
})
export const askForMore = endpoint({
  name: 'askForMore',
  method: 'POST',
  path: '/api/capacity/asks',
  summary: 'Asks who can give one meeting more in a week, of a kind that is called for',
  can: coordinators,
  status: 201,
  body: z.object({
    week: DayToLookFrom,
    form: z._default(MeetingForm, 'visit'),
    personIds: z.array(z.int()).check(z.minLength(1), z.maxLength(100)),
  }),
  answer: z.object({ asked: z.int() }),
  problems: ['not-found'],
})
export const answerAsk = endpoint({
  name: 'answerAsk',
  method: 'POST',
  path: '/api/capacity/asks/{id}/answers',
  summary: 'One more in that week, or not',
  can: visitors,
  params: z.object({ id: Id }),
  body: z.object({ gives: z.boolean() }),
  answer: Nothing,
  problems: ['not-found'],
})
export const nameVisitors = endpoint({
  name: 'nameVisitors',
  method: 'PUT',
  path: '/api/capacity/lists/{listId}/visitors',
  summary: 'For whom a list is called; nobody named: for all who visit',
  can: coordinators,
  params: z.object({ listId: Id }),
  body: z.object({ personIds: z.array(z.int()).check(z.maxLength(100)) }),
  answer: Nothing,
  problems: ['not-found'],
})
export const changeOffer = endpoint({
  name: 'changeOffer',
  method: 'PUT',
  path: '/api/capacity/lists/{listId}/offer',
  summary: 'What a list is called for: visits, or meetings online or by phone; free times and pauses go by that kind',
  can: coordinators,
  params: z.object({ listId: Id }),
  body: z.object({ form: MeetingForm }),
  answer: z.object({ form: MeetingForm }),
  problems: ['not-found'],
})
export const changeHorizon = endpoint({
  name: 'changeHorizon',
  method: 'PUT',
  path: '/api/capacity/horizon',
  summary: 'How many weeks ahead meetings are promised on the phone, this one counted',
  can: coordinators,
  body: z.object({ weeks: z.int().check(z.minimum(1), z.maximum(12)) }),
  answer: z.object({ weeks: z.int() }),
})

/** Days on which one of us sits at a partner's: who takes turns, whose day it is, and how many came. */
import { CalendarDate, endpoint, Id, MaybeWords, Moment, named, Nothing, TimeOfDay, z } from '#platform/endpoint'
import { coordinators, visitors } from '../centre/roles.ts'
import { askedAboutCodes } from './asked-about.table.ts'

/** So many weeks ahead days are given: who has one can plan, and who comes new waits no year for his turn. */
export const weeksGiven = 8
/** So far ahead a day may be moved. */
export const weeksMovable = 2 * weeksGiven

/** Of fewer who came nothing is ever told. */
export const floor = 5

const Person = z.object({ id: z.int(), name: z.string() })
const HowMany = z.int().check(z.minimum(0), z.maximum(500))
const Count = z.object({
  unemployed: HowMany,
  employed: HowMany,
  companies: HowMany,
  askedAbout: z
    .array(z.object({ topic: z.enum(askedAboutCodes), asked: HowMany }))
    .check(z.maxLength(askedAboutCodes.length)),
})
export const PresenceDay = named(
  'PresenceDay',
  z.object({
    id: z.int(),
    partner: Person,
    onDay: CalendarDate,
    startsAt: Moment,
    endsAt: Moment,
    place: z.string(),
    /** The date it was moved from, that once; null: it lies as their regular days do. */
    movedFrom: z.nullable(CalendarDate),
    /** Whose day it is; null: nobody's yet. */
    person: z.nullable(Person),
    /** Whose turn it was, and who had something else then. */
    passedOver: z.array(z.string()),
    /** A colleague who is asked to take it, by whom, and for which day in return. */
    asked: z.nullable(z.object({ who: Person, by: Person, inReturn: z.nullable(CalendarDate) })),
    calledOff: z.boolean(),
    counted: z.boolean(),
    can: z.object({
      ask: z.boolean(),
      takeBack: z.boolean(),
      answer: z.boolean(),
      give: z.boolean(),
      callOff: z.boolean(),
      move: z.boolean(),
      sayNotHeld: z.boolean(),
      count: z.boolean(),
    }),
  }),
)
const WholeDay = named(
  'WholePresenceDay',
  z.object({
    ...PresenceDay.shape,
    /** Who else visits, and the days they have there ahead: to ask, or to give it to. */
    colleagues: z.array(z.object({ ...Person.shape, days: z.array(z.object({ id: z.int(), onDay: CalendarDate })) })),
    /** As it was counted; only to who counted it, to put it right. */
    count: z.nullable(Count),
  }),
)
/** How many came, as it was told last: from five, and no two figures give a smaller one away. */
export const ToldOfPresence = named(
  'ToldOfPresence',
  z.object({
    since: CalendarDate,
    came: z.int(),
    unemployed: z.nullable(z.int()),
    topics: z.array(z.enum(askedAboutCodes)),
  }),
)
const Rhythm = {
  weekday: z.int().check(z.minimum(1), z.maximum(5)),
  everyWeeks: z.literal([1, 2, 4]),
  fromOn: CalendarDate,
  untilOn: z.nullable(CalendarDate),
  startsAt: TimeOfDay,
  endsAt: TimeOfDay,
  travelMinutes: z.int().check(z.minimum(0), z.maximum(120)),
}
export const Presence = named(
  'Presence',
  z.object({
    id: z.int(),
    partner: Person,
    ...Rhythm,
    place: z.string(),
    /** Who takes turns, in the order they came in. */
    people: z.array(Person),
    /** Ahead; and those that are over and nobody has counted. */
    days: z.array(PresenceDay),
    /** Dates of theirs on which nobody works, and why: each may be held on another day. */
    closed: z.array(z.object({ onDay: CalendarDate, why: z.string() })),
    told: z.nullable(ToldOfPresence),
    /** `seeTold`: whoever counted or sat there would take his own away, and know what is left. */
    can: z.object({ change: z.boolean(), seeTold: z.boolean() }),
  }),
)
const PresenceForm = z.object({
  ...Rhythm,
  untilOn: z._default(z.nullable(CalendarDate), null),
  place: z._default(MaybeWords(120), ''),
  personIds: z.array(z.int()).check(z.minLength(1), z.maxLength(30)),
})
const ById = z.object({ id: Id })

export const listPresences = endpoint({
  name: 'listPresences',
  method: 'GET',
  path: '/api/presences',
  summary: 'At which partners we sit on regular days, who takes turns, the days ahead, and how many came',
  can: visitors,
  answer: z.object({ rows: z.array(Presence), visitors: z.array(Person), can: z.object({ add: z.boolean() }) }),
})
export const addPresence = endpoint({
  name: 'addPresence',
  method: 'POST',
  path: '/api/presences',
  summary: 'Sit at a partner’s on a regular day, in turns',
  can: coordinators,
  status: 201,
  body: z.object({ partnerId: z.int(), ...PresenceForm.shape }),
  answer: Presence,
})
export const changePresence = endpoint({
  name: 'changePresence',
  method: 'PUT',
  path: '/api/presences/{id}',
  summary: 'Another day, other hours or other people; days ahead that fit no more are given anew',
  can: coordinators,
  params: ById,
  body: z.extend(PresenceForm, { untilOn: z.nullable(CalendarDate), place: MaybeWords(120) }),
  answer: Presence,
  problems: ['not-found'],
})
export const endPresence = endpoint({
  name: 'endPresence',
  method: 'DELETE',
  path: '/api/presences/{id}',
  summary: 'No more regular days there: the days ahead are free again, what was counted stays',
  can: coordinators,
  params: ById,
  answer: Nothing,
  problems: ['not-found'],
})
export const showPresenceDay = endpoint({
  name: 'showPresenceDay',
  method: 'GET',
  path: '/api/presence-days/{id}',
  summary: 'One day at a partner’s, whose it is, and whom to ask',
  can: visitors,
  params: ById,
  answer: WholeDay,
  problems: ['not-found'],
})
const over = ['not-found', 'presence-day-over'] as const
const taken = [...over, 'presence-day-changed', 'presence-day-busy'] as const
export const askColleague = endpoint({
  name: 'askColleague',
  method: 'POST',
  path: '/api/presence-days/{id}/askings',
  within: showPresenceDay,
  summary: 'Ask a colleague to take my day, in return for one of theirs or for none; it is mine until there is a yes',
  can: visitors,
  status: 201,
  params: ById,
  body: z.object({ toId: z.int(), inReturnId: z._default(z.nullable(z.int()), null) }),
  answer: WholeDay,
  problems: [...over, 'not-allowed'],
})
export const stopAskingColleague = endpoint({
  name: 'stopAskingColleague',
  method: 'DELETE',
  path: '/api/presence-days/{id}/askings',
  within: showPresenceDay,
  summary: 'Nobody is asked any more: taken back by who asked, or no by who was asked',
  can: visitors,
  params: ById,
  answer: WholeDay,
  problems: [...over, 'not-allowed'],
})
export const acceptPresenceDay = endpoint({
  name: 'acceptPresenceDay',
  method: 'POST',
  path: '/api/presence-days/{id}/acceptances',
  within: showPresenceDay,
  summary: 'I take the day that I was asked about; refused where I have something else then',
  can: visitors,
  status: 201,
  params: ById,
  answer: WholeDay,
  problems: [...taken, 'not-allowed'],
})
export const givePresenceDay = endpoint({
  name: 'givePresenceDay',
  method: 'PUT',
  path: '/api/presence-days/{id}/person',
  within: showPresenceDay,
  summary: 'Give the day to someone who has the time; null: to whose turn it is',
  can: coordinators,
  params: ById,
  body: z.object({ personId: z.nullable(z.int()) }),
  answer: WholeDay,
  problems: taken,
})
export const moveClosedDate = endpoint({
  name: 'moveClosedDate',
  method: 'POST',
  path: '/api/presences/{id}/days',
  summary:
    'A date of theirs on which nobody works is held on another day, that once: given in turn; the partner sees it',
  can: coordinators,
  status: 201,
  params: ById,
  body: z.object({ date: CalendarDate, onDay: CalendarDate, startsAt: TimeOfDay, endsAt: TimeOfDay }),
  answer: WholeDay,
  problems: ['not-found', 'presence-day-changed'],
})
export const movePresenceDay = endpoint({
  name: 'movePresenceDay',
  method: 'POST',
  path: '/api/presence-days/{id}/moves',
  within: showPresenceDay,
  summary:
    'Another date or other hours, that once: whose day it is keeps it where the time is free, else it is given in turn; the partner sees it',
  can: coordinators,
  status: 201,
  params: ById,
  /** `from`: when it begins as it was seen; moved by another meanwhile, it is refused. */
  body: z.object({ from: Moment, onDay: CalendarDate, startsAt: TimeOfDay, endsAt: TimeOfDay }),
  answer: WholeDay,
  problems: [...over, 'presence-day-changed'],
})
export const callOffPresenceDay = endpoint({
  name: 'callOffPresenceDay',
  method: 'POST',
  path: '/api/presence-days/{id}/cancellations',
  within: showPresenceDay,
  summary:
    'Nobody comes that day, as who runs the centre says; the partner sees it. Of a day that is over, also by who had it: it was not held',
  can: visitors,
  status: 201,
  params: ById,
  answer: WholeDay,
  problems: [...over, 'not-allowed'],
})
export const countPresence = endpoint({
  name: 'countPresence',
  method: 'PUT',
  path: '/api/presence-days/{id}/count',
  within: showPresenceDay,
  summary: 'How many came and what they asked about: numbers alone, by who was there',
  can: visitors,
  params: ById,
  body: Count,
  answer: WholeDay,
  problems: ['not-found', 'not-allowed', 'presence-day-ahead'],
})

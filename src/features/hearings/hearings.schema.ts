import {
  CalendarDate,
  endpoint,
  Flag,
  Id,
  MaybeWords,
  Moment,
  named,
  Page,
  PageQuery,
  TimeOfDay,
  z,
} from '#platform/endpoint'
import { coordinators, hearers } from '../centre/roles.ts'
import { ContactList, listReaders, showContactList } from '../lists/lists.schema.ts'
import { MatchedCompany } from '../matching/matching.schema.ts'

export const HearingId = z.object({ id: Id })

// ---- The coordinator's side ------------------------------------------------------------------------
export const startHearing = endpoint({
  name: 'startHearing',
  method: 'POST',
  path: '/api/contact-lists/{id}/hearings',
  within: showContactList,
  summary: 'Send the list to the schools with a deadline',
  can: coordinators,
  status: 201,
  params: HearingId,
  body: z.object({
    date: CalendarDate,
    time: z._default(TimeOfDay, '16:00'),
    /** Fewer than three working days may do. */
    short: z.optional(z.boolean()),
  }),
  answer: ContactList,
  problems: ['not-drawn', 'list-closed', 'already-exists', 'deadline-passed', 'wrong-input'],
})
export const moveDeadline = endpoint({
  name: 'moveDeadline',
  method: 'PUT',
  path: '/api/hearings/{id}/deadline',
  summary: 'Move the deadline, three working days off at least; every school is told',
  can: coordinators,
  params: HearingId,
  body: z.object({ date: CalendarDate, time: z._default(TimeOfDay, '16:00') }),
  answer: ContactList,
  problems: ['not-found', 'hearing-over', 'deadline-passed', 'wrong-input'],
})
export const askSomeone = endpoint({
  name: 'askSomeone',
  method: 'POST',
  path: '/api/hearings/{id}/askings',
  summary: 'Ask someone else at a school that has not answered',
  can: coordinators,
  status: 201,
  params: HearingId,
  body: z.object({ personId: Id }),
  answer: z.object({ asked: z.string() }),
  problems: ['not-found', 'hearing-over'],
})
export const remindSchools = endpoint({
  name: 'remindSchools',
  method: 'POST',
  path: '/api/hearings/{id}/reminders',
  summary: 'Remind the schools that have not answered',
  can: coordinators,
  params: HearingId,
  answer: z.object({ reminded: z.int() }),
  problems: ['hearing-over'],
})
export const endHearing = endpoint({
  name: 'endHearing',
  method: 'POST',
  path: '/api/hearings/{id}/endings',
  summary:
    'End the hearing, when every school has answered; else with the reason, when nobody there can, or it has waited past its deadline',
  can: coordinators,
  params: HearingId,
  body: z.object({ why: z._default(MaybeWords(300), '') }),
  answer: ContactList,
  problems: ['hearing-over', 'schools-missing', 'wrong-input'],
})

/** A hearing beside its list. */
const ListHearingInShort = z.object({
  id: z.int(),
  listId: z.int(),
  deadline: Moment,
  silence: z.enum(['goes-on', 'waits']),
  endedAt: z.nullable(Moment),
  /** Schools asked, and those that have not answered. Null for schools: only the coordinator sees who is missing. */
  schools: z.nullable(z.int()),
  missing: z.nullable(z.int()),
  /** When the asker's own school answered. */
  ownAnswerAt: z.nullable(Moment),
})
export const ListHearing = named(
  'ListHearing',
  z.object({
    hearing: z.nullable(ListHearingInShort),
    /** Each school's answer; empty for who is not a coordinator. */
    answers: z.array(
      z.object({
        schoolId: z.int(),
        school: z.string(),
        answeredAt: z.nullable(Moment),
        answeredBy: z.nullable(z.string()),
        silentAt: z.nullable(Moment),
        remindedAt: z.nullable(Moment),
        /** Who can answer there, while it runs. */
        people: z.array(z.object({ personId: z.int(), name: z.string() })),
      }),
    ),
    /** The first date that leaves the schools three working days. */
    earliestDeadline: CalendarDate,
    /** The one to offer: a week of working days. */
    usualDeadline: CalendarDate,
    /** `end`: since all have answered, or without some, with the reason. */
    can: z.object({
      start: z.boolean(),
      remind: z.boolean(),
      moveDeadline: z.boolean(),
      end: z.nullable(z.enum(['answered', 'without'])),
    }),
  }),
)
export const showListHearing = endpoint({
  name: 'showListHearing',
  method: 'GET',
  path: '/api/contact-lists/{id}/hearing',
  summary: 'The hearing of a call list: deadline, who has answered',
  can: listReaders,
  params: HearingId,
  answer: ListHearing,
})
export const listOpenHearings = endpoint({
  name: 'listOpenHearings',
  method: 'GET',
  path: '/api/hearings',
  summary: 'Hearings that run, by deadline',
  can: listReaders,
  answer: z.object({ rows: z.array(ListHearingInShort) }),
})

// ---- The school's side -----------------------------------------------------------------------------
export const Hearing = named(
  'Hearing',
  z.object({
    id: z.int(),
    list: z.object({ id: z.int(), name: z.string(), goal: z.string() }),
    startedAt: Moment,
    deadline: Moment,
    silence: z.enum(['goes-on', 'waits']),
    endedAt: z.nullable(Moment),
    answeredAt: z.nullable(Moment),
    answeredBy: z.nullable(z.string()),
    /** Own school's figures only: nothing here depends on what another school does. */
    counts: z.object({
      total: z.int(),
      known: z.int(),
      unknown: z.int(),
      struck: z.int(),
      keptOnList: z.int(),
      knownLeft: z.int(),
      certainLeft: z.int(),
    }),
    /** Rows in the school's own contact list. */
    contacts: z.int(),
    /** Of them, those whose names and addresses are still being compared: more companies may be recognised yet. */
    comparing: z.int(),
    /** Contacts of the own school that the key here does not open: nothing is compared with them. */
    locked: z.int(),
    /** The server has a key to seal contacts with; without one none is opened. */
    possible: z.boolean(),
    /** A strike made today lapses on this date. */
    strikeUntil: CalendarDate,
    /** Who hands in when it is not who asks: the leader, where the school has one. */
    handsIn: z.nullable(z.string()),
    can: z.object({ strike: z.boolean(), answer: z.boolean(), reopen: z.boolean(), upload: z.boolean() }),
  }),
)
export const showHearing = endpoint({
  name: 'showHearing',
  method: 'GET',
  path: '/api/hearings/{id}',
  summary: "A hearing, as one's own school sees it",
  can: hearers,
  params: HearingId,
  answer: Hearing,
})

export const HeardCompany = named(
  'HeardCompany',
  z.extend(MatchedCompany, {
    /** `ours`: known, and may be called all the same. */
    decision: z.nullable(z.enum(['struck', 'kept-on-list', 'ours'])),
    decidedBy: z.nullable(z.string()),
    decidedAt: z.nullable(Moment),
    untilOn: z.nullable(CalendarDate),
  }),
)
export const listHeardCompanies = endpoint({
  name: 'listHeardCompanies',
  method: 'GET',
  path: '/api/hearings/{id}/companies',
  summary: 'The companies of a hearing, beside the contacts of the own school',
  can: hearers,
  params: HearingId,
  query: z.object({
    ...PageQuery,
    known: z.optional(Flag),
    q: z.optional(MaybeWords(100)),
    /** Of these companies alone: `7,12,40`. */
    only: z.optional(z.string().check(z.regex(/^\d{1,9}(,\d{1,9}){0,199}$/))),
  }),
  answer: Page(HeardCompany),
})
export const refusals = ['hearing-over', 'hearing-answered'] as const
export const answerHearing = endpoint({
  name: 'answerHearing',
  method: 'POST',
  path: '/api/hearings/{id}/answers',
  summary: "Hand in the school's answer; its leader does, where it has one",
  can: hearers,
  status: 201,
  params: HearingId,
  body: z.object({
    /** How many recognised companies nobody has looked at, as whoever hands in has seen it. */
    notLookedAt: z._default(z.int(), 0),
  }),
  answer: Hearing,
  problems: [...refusals, 'leader-hands-in', 'not-looked-at'],
})
export const reopenAnswer = endpoint({
  name: 'reopenAnswer',
  method: 'DELETE',
  path: '/api/hearings/{id}/answers/mine',
  summary: "Take the school's answer back, until the deadline",
  can: hearers,
  params: HearingId,
  answer: Hearing,
  problems: ['hearing-over', 'leader-hands-in'],
})

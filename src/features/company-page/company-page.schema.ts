import { visitors } from '../centre/roles.ts'
import { MeetingForm } from '../diaries/diaries.schema.ts'
import { showCompany } from '../companies/one-company.schema.ts'
import { mostSigns } from '../company-messages/company-messages.schema.ts'
import { CalendarDate, endpoint, Id, MaybeWords, Moment, named, Words, z } from '#platform/endpoint'

/** `<centre>-<secret>`: 32 random bytes. Whoever has it sees the company's own case and nothing else. */
const ByToken = z.object({ token: z.string().check(z.maxLength(200)) })
const refusals = ['link-revoked', 'too-many-tries'] as const
const Meeting = z.object({
  id: z.int(),
  startsAt: Moment,
  endsAt: Moment,
  form: MeetingForm,
  place: z.string(),
  who: z.nullable(z.string()),
  school: z.nullable(z.string()),
  confirmed: z.boolean(),
  /** Version: sent back when it is moved, so that what was changed meanwhile is not overwritten. */
  sequence: z.int(),
  can: z.object({ answer: z.boolean() }),
})
export const Case = named(
  'Case',
  z.object({
    centre: z.string(),
    company: z.string(),
    meetings: z.array(Meeting),
    /** Meetings that were called off, or that nobody was met at: who finds a new time. */
    newTimes: z.array(z.object({ id: z.int(), wasAt: Moment, who: z.nullable(z.string()) })),
    promised: z.array(
      z.object({
        id: z.int(),
        what: z.string(),
        dueOn: CalendarDate,
        late: z.boolean(),
        who: z.nullable(z.string()),
        school: z.nullable(z.string()),
      }),
    ),
    /** Whom a colleague has asked to talk with them, and by when; `to` null: somebody yet to be found. Answered, who asked tells them. */
    asked: z.array(
      z.object({
        id: z.int(),
        giver: z.string(),
        to: z.nullable(z.string()),
        hearBy: CalendarDate,
        answered: z.boolean(),
      }),
    ),
    /** Groups that work for them: the next contact always, what it works on and a task where the lead lets them see it. */
    groups: z.array(
      z.object({
        id: z.int(),
        theme: z.nullable(z.string()),
        lead: z.nullable(z.string()),
        /** Null: the day has passed; that it was not met is between the schools. */
        nextOn: z.nullable(CalendarDate),
        tasks: z.array(
          z.object({
            id: z.int(),
            what: z.string(),
            dueOn: z.nullable(CalendarDate),
            done: z.boolean(),
            who: z.nullable(z.string()),
            school: z.nullable(z.string()),
          }),
        ),
      }),
    ),
    /** What they said they would do themselves. */
    theirs: z.array(z.object({ id: z.int(), what: z.string(), dueOn: CalendarDate })),
    done: z.array(
      z.object({
        /** meeting: its time is over, and nobody has written how it went; cancelled: the day it should have been on. */
        kind: z.enum(['visit', 'meeting', 'cancelled', 'promise']),
        id: z.int(),
        on: CalendarDate,
        what: z.string(),
        who: z.string(),
      }),
    ),
    /** Their regular contact (`regular`), else who comes next, owes them something, or came last. */
    contact: z.nullable(
      z.object({
        name: z.string(),
        school: z.nullable(z.string()),
        phone: z.nullable(z.string()),
        email: z.string(),
        regular: z.boolean(),
      }),
    ),
    /** The links that open this page now, without whose they are: that is said of this one alone. */
    links: z.array(
      z.object({
        id: z.int(),
        /** this: it was used here; company: sent to the company's own address; other: to somebody else there. */
        whose: z.enum(['this', 'company', 'other']),
        madeAt: Moment,
        lastOpenedAt: z.nullable(Moment),
        endsAt: z.nullable(Moment),
      }),
    ),
    /** What whoever has this very link wrote, newest first; another's of the same company does not stand here. */
    messages: z.array(
      z.object({
        id: z.int(),
        words: z.string(),
        sentAt: Moment,
        /** Null: the coordinators read it. */
        reader: z.nullable(z.string()),
        answeredAt: z.nullable(Moment),
        answeredBy: z.nullable(z.string()),
      }),
    ),
    /** The legal company of workplaces that answer each for itself, and see what was agreed with them themselves. */
    apart: z.boolean(),
    /** They have said stop: nobody calls any more. */
    stopped: z.boolean(),
  }),
)
export const showCase = endpoint({
  name: 'showCase',
  method: 'GET',
  path: '/api/cases/{token}',
  summary: 'What was agreed with the company, who does it, and when',
  can: 'public',
  params: ByToken,
  answer: Case,
  problems: refusals,
})
export const previewCase = endpoint({
  name: 'previewCase',
  method: 'GET',
  path: '/api/companies/{id}/case',
  within: showCompany,
  summary: 'What the company sees on its own page: to look at, nothing can be done',
  can: visitors,
  params: z.object({ id: Id }),
  answer: Case,
  problems: ['not-found'],
})
export const confirmMeeting = endpoint({
  name: 'confirmMeeting',
  method: 'POST',
  path: '/api/cases/{token}/confirmations',
  summary: 'The time suits us',
  can: 'public',
  status: 201,
  params: ByToken,
  body: z.object({ meetingId: z.int() }),
  answer: Case,
  problems: [...refusals, 'not-found', 'booking-cancelled'],
})
export const listCaseSlots = endpoint({
  name: 'listCaseSlots',
  method: 'GET',
  path: '/api/cases/{token}/slots',
  summary: 'Times the meeting can be moved to, as it is or as another kind of meeting',
  can: 'public',
  params: ByToken,
  /** Of the kind it is without `form`. */
  query: z.object({ meetingId: Id, form: z.optional(MeetingForm) }),
  answer: z.object({
    rows: z.array(z.object({ startsAt: Moment, endsAt: Moment })),
    /** Why there are none: no time is free so far ahead, whoever comes holds none of that kind, or there is no number to call. */
    why: z.nullable(z.enum(['no-times', 'not-offered', 'no-number'])),
    /** So far ahead is looked. */
    weeks: z.int(),
  }),
  problems: [...refusals, 'not-found'],
})
export const moveCaseMeeting = endpoint({
  name: 'moveCaseMeeting',
  method: 'POST',
  path: '/api/cases/{token}/moves',
  summary: 'Move the meeting to another time, or make it one of another kind: checked as whoever else moves it is',
  can: 'public',
  status: 201,
  params: ByToken,
  body: z.object({
    meetingId: z.int(),
    startsAt: Moment,
    form: z.optional(MeetingForm),
    sequence: z.optional(z.int()),
  }),
  answer: Case,
  problems: [
    ...refusals,
    'not-found',
    'slot-taken',
    'slot-passed',
    'booking-cancelled',
    'day-off',
    'outside-working-hours',
    'changed-meanwhile',
    'meeting-kind',
  ],
})
export const cancelCaseMeeting = endpoint({
  name: 'cancelCaseMeeting',
  method: 'POST',
  path: '/api/cases/{token}/cancellations',
  summary: 'Cancel the meeting',
  can: 'public',
  ends: 'meeting',
  status: 201,
  params: ByToken,
  body: z.object({ meetingId: z.int(), why: MaybeWords(500) }),
  answer: Case,
  problems: [...refusals, 'not-found', 'booking-cancelled'],
})
export const stopContact = endpoint({
  name: 'stopContact',
  method: 'POST',
  path: '/api/cases/{token}/stops',
  summary: 'Do not contact us any more',
  can: 'public',
  status: 201,
  params: ByToken,
  body: z.object({ words: MaybeWords(500) }),
  answer: Case,
  problems: refusals,
})
export const writeToContact = endpoint({
  name: 'writeToContact',
  method: 'POST',
  path: '/api/cases/{token}/messages',
  summary: 'Write to whoever has us: it waits there until somebody has answered',
  can: 'public',
  status: 201,
  params: ByToken,
  body: z.object({ words: Words(mostSigns) }),
  answer: Case,
  problems: [...refusals, 'written-enough'],
})
export const endCaseLinks = endpoint({
  name: 'endCaseLinks',
  method: 'POST',
  path: '/api/cases/{token}/ended-links',
  summary: 'A link of ours, or all of them, shall open the page no more',
  can: 'public',
  status: 201,
  params: ByToken,
  /** Null: all, this one too. */
  body: z.object({ linkId: z.nullable(z.int()) }),
  answer: z.object({ ended: z.int() }),
  problems: [...refusals, 'not-found'],
})

import { CalendarDate, endpoint, Id, MaybeWords, Moment, named, z } from '#platform/endpoint'
import { CallLanguage } from '../call-centres/languages.schema.ts'
import { callers, staff } from '../centre/roles.ts'
import { MeetingForm } from '../diaries/diaries.schema.ts'
import { Booking, BookingForm } from '../bookings/bookings.schema.ts'
import { slotRefusals } from '../free-slots/free-slots.schema.ts'
import { Answer } from '../may-contact/answers.schema.ts'
import { OfferedOwn } from '../own-answers/own-answers.schema.ts'
import { Size } from '../queue/queue.schema.ts'
import { Script } from '../scripts/scripts.schema.ts'
import { Wording } from '../scripts/translations.schema.ts'

// ---- Under call ----------------------------------------------------------------------------------------
export const Held = named(
  'Held',
  z.object({
    companyId: z.int(),
    /** Null, and its name too: called outside any list. */
    listId: z.nullable(z.int()),
    list: z.nullable(z.string()),
    /** What its list is called for: a meeting of this kind is offered first. */
    form: MeetingForm,
    name: z.string(),
    town: z.nullable(z.string()),
    ...Size,
    industry: z.nullable(z.string()),
    industryCode: z.nullable(z.string()),
    phone: z.string(),
    /** In which language it is called; null: Danish. */
    language: z.nullable(CallLanguage),
    takenAt: Moment,
    expiresAt: Moment,
    dueAt: z.nullable(Moment),
    tries: z.int(),
    /** Its workplaces answer each for itself: an answer counts for this one alone, unless it is said of the whole company. */
    sharedLeadership: z.boolean(),
    /** What was said last, and when. */
    last: z.nullable(
      z.object({
        at: Moment,
        answer: Answer,
        own: z.nullable(z.string()),
        spokeWith: z.string(),
        note: z.string(),
      }),
    ),
    /** At which hours companies of its industry answer best today, where enough calls tell; null: not known. */
    answersBest: z.nullable(z.object({ from: z.int(), to: z.int() })),
    /** On the same number another company said no that day. */
    sameNumber: z.nullable(z.object({ on: CalendarDate })),
    script: Script,
    /** `{caller}` and `{centre}` filled in; in the language it is called in, where it is written in that. */
    says: z.string(),
    /** Null: it is called in Danish. */
    wording: z.nullable(Wording),
    /** What each answer leads to, reckoned from today: the first day the company may be called again, or a moment. */
    effects: z.array(
      z.object({ answer: Answer, until: z.nullable(CalendarDate), at: z.nullable(Moment), forGood: z.boolean() }),
    ),
    /** The centre's own words beside those, as they were when the call began. */
    own: z.array(OfferedOwn),
  }),
)
const MaybeHeld = z.object({ held: z.nullable(Held) })
export const showHold = endpoint({
  name: 'showHold',
  method: 'GET',
  path: '/api/calls/holds/mine',
  summary: 'The company I have under call',
  can: callers,
  answer: MaybeHeld,
})
/** Without a company: the next of the list, or null when nothing is left to call. */
export const takeCompany = endpoint({
  name: 'takeCompany',
  method: 'POST',
  path: '/api/calls/holds',
  summary: 'Take a company under call',
  can: callers,
  status: 201,
  body: z.object({
    listId: z.optional(z.int()),
    companyId: z.optional(z.int()),
    /** Who asks knows that it is outside the calling hours. */
    outsideHours: z.optional(z.boolean()),
  }),
  answer: MaybeHeld,
  problems: ['may-not-call', 'outside-calling-hours', 'not-found'],
})

/** From its card, by those who know companies: whatever list it may be on, only the engine says whether. */
export const takeOwnCall = endpoint({
  name: 'takeOwnCall',
  method: 'POST',
  path: '/api/calls/own-holds',
  summary: 'Take a company under call from its card, outside any list',
  can: callers.filter((role) => staff.includes(role)),
  status: 201,
  body: z.object({ companyId: z.int(), outsideHours: z.optional(z.boolean()) }),
  answer: MaybeHeld,
  problems: ['may-not-call', 'outside-calling-hours', 'not-found'],
})

// ---- Answers -------------------------------------------------------------------------------------------
export const Said = z.object({
  answer: Answer,
  spokeWith: z._default(MaybeWords(120), ''),
  note: z._default(MaybeWords(2000), ''),
  /** With `call-back`: when. */
  callBackAt: z.optional(z.nullable(Moment)),
  /** With `wants-contact`: the meeting agreed on the phone; of the kind that its list is called for, where none is said. */
  booking: z.optional(z.nullable(BookingForm)),
  /** With a no, and with "later": one of the centre's reasons. */
  reasonId: z.optional(z.nullable(z.int())),
  /** One of the centre's own words for this answer. */
  ownId: z.optional(z.nullable(z.int())),
  /** And one of the reasons that stand under it. */
  ownReasonId: z.optional(z.nullable(z.int())),
  /** With an answer that gives a wait: it was said aloud of the whole company, not only of this workplace. */
  wholeCompany: z.optional(z.boolean()),
})
export type Said = z.output<typeof Said>
export const Call = named(
  'Call',
  z.object({
    id: z.int(),
    companyId: z.int(),
    /** Null: called outside any list. */
    listId: z.nullable(z.int()),
    personId: z.int(),
    caller: z.string(),
    endedAt: Moment,
    answer: Answer,
    /** In the centre's own word for it, as it was called then. */
    own: z.nullable(z.string()),
    /** Why, of the short list under that word. */
    ownReason: z.nullable(z.string()),
    /** Why not, of the centre's own list. */
    reason: z.nullable(z.string()),
    spokeWith: z.string(),
    note: z.string(),
    callBackAt: z.nullable(Moment),
    scriptVersion: z.nullable(z.int()),
    /** A wait that the answer gave: from when the company may be called again; null with `waits` true: not by itself. */
    waits: z.boolean(),
    /** That wait has been lifted by nobody. */
    stands: z.boolean(),
    until: z.nullable(CalendarDate),
    /** That wait was said of the whole company (true), or of this place alone (false); null: as far as one leadership reaches. */
    whole: z.nullable(z.boolean()),
    /** Another answer took its place, or it was taken back. */
    corrected: z.boolean(),
    /** To overrule it with a reason; to undo it, as who answered and the same day. */
    can: z.object({ correct: z.boolean(), takeBack: z.boolean() }),
  }),
)
export const Answered = z.object({
  call: Call,
  booking: z.nullable(z.pick(Booking, { id: true, startsAt: true, consultant: true, form: true })),
})
const bookingRefusals = [...slotRefusals, 'company-has-booking'] as const
export const answerCall = endpoint({
  name: 'answerCall',
  method: 'POST',
  path: '/api/calls',
  summary: 'What the company answered',
  can: callers,
  status: 201,
  body: z.object({ companyId: z.int(), ...Said.shape }),
  answer: Answered,
  problems: ['not-your-call', 'not-found', 'call-back-time', 'own-answer-over', ...bookingRefusals],
})
export const correctCall = endpoint({
  name: 'correctCall',
  method: 'POST',
  path: '/api/calls/{id}/corrections',
  summary: 'The answer was a mistake: this is the right one; of another’s, or of another day, with the reason',
  can: callers,
  status: 201,
  params: z.object({ id: Id }),
  body: z.object({ ...Said.shape, why: z._default(MaybeWords(300), '') }),
  answer: Answered,
  problems: ['not-found', 'not-allowed', 'already-corrected', 'call-back-time', 'own-answer-over', ...bookingRefusals],
})
export const takeBackCall = endpoint({
  name: 'takeBackCall',
  method: 'POST',
  path: '/api/calls/{id}/take-backs',
  summary: 'Undo my answer of today; the company is under my call again when it may be',
  can: callers,
  status: 201,
  params: z.object({ id: Id }),
  answer: MaybeHeld,
  problems: ['not-found', 'not-allowed', 'already-corrected'],
})
/** What took the place of an answer, who said so, when and why. */
const Overruled = z.object({
  answer: Answer,
  who: z.string(),
  at: Moment,
  why: z.string(),
  can: z.object({ undo: z.boolean() }),
})
export const listCompanyCalls = endpoint({
  name: 'listCompanyCalls',
  method: 'GET',
  path: '/api/companies/{companyId}/calls',
  summary:
    'Calls to a company, newest first; of a workplace that has moved to another CVR number also those under the old one',
  can: staff,
  params: z.object({ companyId: Id }),
  answer: z.object({
    rows: z.array(z.extend(Call, { underCvr: z.nullable(z.string()), overruled: z.nullable(Overruled) })),
  }),
  problems: ['not-found'],
})
export const listMyCalls = endpoint({
  name: 'listMyCalls',
  method: 'GET',
  path: '/api/calls/mine',
  summary: 'My calls of today, newest first',
  can: callers,
  answer: z.object({ rows: z.array(z.extend(Call, { company: z.string() })) }),
})

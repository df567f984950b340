/** A meeting as it is shown: its agenda before, what is gone through while it is held, and its minutes after. */
import { CalendarDate, Moment, named, z } from '#platform/endpoint'
import { MeetingDate } from '../meeting-dates/meeting-dates.schema.ts'

/** The parts of a meeting, in their order; between them stand the minutes of last time, first, and the next meeting, last. */
export const sections = ['reports', 'ownerless', 'stalled', 'case', 'put', 'ideas'] as const
export type Section = (typeof sections)[number]
export const pointKinds = [
  'report',
  'need',
  'promise',
  'referral',
  'learnt',
  'idea',
  'question',
  'case',
  'decision',
] as const
export type PointKind = (typeof pointKinds)[number]
export const outcomes = ['seen', 'task', 'asked', 'decided', 'later'] as const
/** What somebody may put on the agenda in words of his own; an idea is followed, and stands for itself. */
export const putKinds = ['question', 'case'] as const
/** So many of a section are gone through at most: of the rest the meeting says how many. */
export const mostOfSection = 40

const Somebody = z.object({ id: z.int(), name: z.string() })
export const MeetingOutcome = z.object({
  how: z.enum(outcomes),
  words: z.string(),
  person: z.nullable(Somebody),
  dueOn: z.nullable(CalendarDate),
  by: z.string(),
  at: Moment,
  undo: z.boolean(),
})
export const MeetingPoint = named(
  'MeetingPoint',
  z.object({
    /** Null: the meeting is not open yet, and this is what its agenda would be. */
    id: z.nullable(z.int()),
    section: z.enum(sections),
    kind: z.enum(pointKinds),
    sourceId: z.nullable(z.int()),
    company: z.nullable(
      z.object({ id: z.int(), name: z.string(), town: z.nullable(z.string()), employees: z.nullable(z.int()) }),
    ),
    /** The company's own, or of who put it; as any colleague reads them. Empty: they are read by those concerned alone. */
    words: z.string(),
    /** What the company needs, of a report; what else nobody has answered it, of a need. */
    needs: z.array(z.string()),
    /** Who visited, has promised it, follows it, or put it. */
    who: z.nullable(z.string()),
    /** When they were visited, when it was promised for, when it was put. */
    on: z.nullable(CalendarDate),
    /** It is no longer there: answered, kept, or taken back since. */
    gone: z.boolean(),
    outcome: z.nullable(MeetingOutcome),
    can: z.object({ remove: z.boolean() }),
  }),
)
export const MeetingPerson = z.object({
  id: z.int(),
  name: z.string(),
  school: z.nullable(z.string()),
  present: z.boolean(),
})
/** What was given out last time, and what became of it. */
const LastLine = z.object({
  company: z.nullable(z.string()),
  words: z.string(),
  who: z.nullable(z.string()),
  dueOn: z.nullable(CalendarDate),
  state: z.enum(['open', 'kept', 'dropped', 'said']),
})
export const ConsultantMeeting = named(
  'ConsultantMeeting',
  z.extend(MeetingDate, {
    openedAt: z.nullable(Moment),
    closedAt: z.nullable(Moment),
    /** What is new since. */
    since: Moment,
    people: z.array(MeetingPerson),
    points: z.array(MeetingPoint),
    /** Of reports so many more that are not gone through. */
    more: z.int(),
    last: z.nullable(z.object({ id: z.int(), startsAt: Moment, lines: z.array(LastLine) })),
    next: z.nullable(z.object({ startsAt: Moment, host: z.nullable(z.string()), place: z.string() })),
    corrections: z.array(z.object({ words: z.string(), by: z.string(), at: Moment })),
    /** Mails are sent. */
    mails: z.boolean(),
    can: z.object({ open: z.boolean(), lead: z.boolean(), put: z.boolean(), correct: z.boolean() }),
  }),
)

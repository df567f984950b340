/** A working group as it is shown: a row of a list, and the whole of it. */
import { CalendarDate, Moment, named, z } from '#platform/endpoint'

export const Someone = z.object({ id: z.int(), name: z.string(), school: z.nullable(z.string()) })
export const groupStates = ['running', 'ended'] as const
export const taskEnds = ['done', 'dropped', 'promised'] as const
/** Why one is proposed; a report may have several reasons. */
export const groupReasons = ['schools', 'employees', 'needs', 'learn'] as const

export const GroupTask = named(
  'GroupTask',
  z.object({
    id: z.int(),
    what: z.string(),
    /** Null: nobody, until somebody leads the group. */
    owner: z.nullable(Someone),
    /** Who had it before he left. */
    was: z.nullable(z.string()),
    dueOn: CalendarDate,
    /** The day it had before it was moved. */
    movedFrom: z.nullable(CalendarDate),
    version: z.int(),
    endedAt: z.nullable(Moment),
    how: z.nullable(z.enum(taskEnds)),
    /** Why nothing came of it. */
    why: z.string(),
    /** The company reads it. */
    shown: z.boolean(),
  }),
)
const Member = z.object({
  id: z.int(),
  name: z.string(),
  school: z.nullable(z.string()),
  title: z.string(),
  state: z.enum(['in', 'asked', 'declined', 'left']),
})
export const GroupNote = named(
  'GroupNote',
  z.object({
    id: z.int(),
    words: z.string(),
    by: z.string(),
    at: Moment,
    changedBy: z.nullable(z.string()),
    changedAt: z.nullable(Moment),
    /** Sent back when it is changed: nobody overwrites what he has not seen. */
    version: z.int(),
    /** How it read before, the first first. */
    before: z.array(z.object({ words: z.string(), by: z.string(), at: Moment })),
  }),
)
const Contact = z.object({
  id: z.int(),
  on: CalendarDate,
  what: z.string(),
  cameOf: z.nullable(z.string()),
  by: z.nullable(z.string()),
})
export const Result = z.object({ agreed: z.string(), cameOf: z.string(), learnt: z.string() })
const row = {
  id: z.int(),
  companyId: z.int(),
  company: z.string(),
  town: z.nullable(z.string()),
  theme: z.string(),
  state: z.enum(groupStates),
  lead: z.nullable(Someone),
  /** Null: it has ended. */
  nextOn: z.nullable(CalendarDate),
  endedAt: z.nullable(Moment),
} as const
export const GroupRow = named(
  'GroupRow',
  z.object({
    ...row,
    people: z.int(),
    schools: z.int(),
    /** asked: whoever asks is asked to be in it; other: who runs the centre looks. */
    me: z.enum(['lead', 'in', 'asked', 'other']),
    nextTask: z.nullable(z.object({ what: z.string(), who: z.nullable(z.string()), dueOn: CalendarDate })),
  }),
)
export const Group = named(
  'Group',
  z.object({
    ...row,
    employees: z.nullable(z.int()),
    /** Whom it talks with there. */
    contact: z.nullable(z.object({ name: z.string(), title: z.string() })),
    madeAt: Moment,
    madeBy: z.string(),
    /** Who is asked to have the company, and so to lead. */
    leadAsked: z.nullable(z.string()),
    /** Who has the company and is not in the group yet. */
    contactPerson: z.nullable(Someone),
    members: z.array(Member),
    tasks: z.array(GroupTask),
    themeShown: z.boolean(),
    /** They have said stop meanwhile. */
    stopped: z.boolean(),
    /** Of who is in it alone; null: whoever asks is not. */
    inside: z.nullable(z.object({ notes: z.array(GroupNote), contacts: z.array(Contact) })),
    result: z.nullable(Result),
    can: z.object({
      answer: z.boolean(),
      ask: z.boolean(),
      /** Takes the company, and so leads. */
      lead: z.boolean(),
      leave: z.boolean(),
      /** Says who is in it no more. */
      remove: z.boolean(),
      work: z.boolean(),
      /** Writes what came of the contact, and says what the company sees. */
      steer: z.boolean(),
      end: z.boolean(),
    }),
  }),
)

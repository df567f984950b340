/** A working group (tværgående arbejdsgruppe): people of several schools who work on one company's matter, with one lead. */
import { CalendarDate, endpoint, Id, MaybeWords, Moment, Page, PageQuery, Words, z } from '#platform/endpoint'
import {
  Group,
  GroupNote,
  groupReasons,
  GroupRow,
  groupStates,
  Result,
  Someone,
  taskEnds,
} from './group-shapes.schema.ts'
import { referralReceivers as groupPeople, staff, visitors } from '../centre/roles.ts'

const ById = z.object({ id: Id })
/** What is done with one group, and answered with it. */
const ofGroup = { can: groupPeople, params: ById, answer: Group } as const
const refused = ['not-found', 'not-allowed', 'group-ended'] as const

export const listGroups = endpoint({
  name: 'listGroups',
  method: 'GET',
  path: '/api/groups',
  summary:
    'Working groups that I am in or asked into, by what comes next; ended ones the latest first; everyone’s for who runs the centre',
  can: groupPeople,
  query: z.object({
    ...PageQuery,
    state: z._default(z.enum(groupStates), 'running'),
  }),
  answer: Page(GroupRow),
  problems: ['bad-cursor'],
})
export const showGroup = endpoint({
  name: 'showGroup',
  method: 'GET',
  path: '/api/groups/{id}',
  summary: 'One working group: who, what, by when; notes for who is in it alone',
  ...ofGroup,
  problems: ['not-found'],
})
export const listCompanyGroups = endpoint({
  name: 'listCompanyGroups',
  method: 'GET',
  path: '/api/companies/{companyId}/groups',
  summary: 'That a group runs, and whom to ask; what came of those that have ended; whether one is proposed, and why',
  can: staff,
  params: z.object({ companyId: Id }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.int(),
        state: z.enum(groupStates),
        lead: z.nullable(Someone),
        endedAt: z.nullable(Moment),
        result: z.nullable(Result),
        /** Who asks may read it. */
        opens: z.boolean(),
      }),
    ),
    proposed: z.nullable(z.object({ visitId: z.int(), visitedAt: Moment, reasons: z.array(z.enum(groupReasons)) })),
    can: z.object({ make: z.boolean() }),
  }),
  problems: ['not-found'],
})
export const showGroupForm = endpoint({
  name: 'showGroupForm',
  method: 'GET',
  path: '/api/companies/{companyId}/group-form',
  summary: 'Who may be asked, whom to talk with there, and who has the company',
  can: visitors,
  params: z.object({ companyId: Id }),
  answer: z.object({
    company: z.string(),
    people: z.array(Someone),
    contacts: z.array(z.object({ id: z.int(), name: z.string() })),
    /** Leads it with a yes; null: nobody has the company, whoever makes the group does. */
    regularContact: z.nullable(Someone),
  }),
  problems: ['not-found'],
})
export const makeGroup = endpoint({
  name: 'makeGroup',
  method: 'POST',
  path: '/api/groups',
  summary:
    'A group for a company; who has the company leads, who makes it has it where nobody does; everyone else is asked',
  can: visitors,
  status: 201,
  body: z.object({
    companyId: z.int(),
    theme: Words(200),
    memberIds: z.array(z.int()).check(z.maxLength(20)),
    contactId: z.optional(z.nullable(z.int())),
    /** The report that it was proposed for. */
    visitId: z.optional(z.nullable(z.int())),
    nextOn: CalendarDate,
    nextWhat: Words(300),
  }),
  answer: Group,
  problems: ['not-found', 'group-runs', 'may-not-contact'],
})
export const refuseGroup = endpoint({
  name: 'refuseGroup',
  method: 'POST',
  path: '/api/visits/{id}/group-refusals',
  summary: 'No group is wanted for this report',
  can: visitors,
  status: 201,
  params: ById,
  answer: z.object({ id: z.int() }),
  problems: ['not-found'],
})

// ---- Who is in it -------------------------------------------------------------------------------------------------
export const askIntoGroup = endpoint({
  name: 'askIntoGroup',
  method: 'POST',
  path: '/api/groups/{id}/members',
  summary: 'Somebody is asked in; nobody is in it without a yes',
  ...ofGroup,
  status: 201,
  body: z.object({ personId: z.int() }),
  problems: [...refused],
})
export const listGroupPeople = endpoint({
  name: 'listGroupPeople',
  method: 'GET',
  path: '/api/group-people',
  summary: 'Who may be asked into a group',
  can: groupPeople,
  answer: z.object({ rows: z.array(Someone) }),
})
export const answerGroup = endpoint({
  name: 'answerGroup',
  method: 'POST',
  path: '/api/groups/{id}/answers',
  summary: 'Yes, I am in it; or no',
  can: groupPeople,
  status: 201,
  params: ById,
  body: z.object({ yes: z.boolean() }),
  answer: z.object({ id: z.int(), yes: z.boolean() }),
  problems: [...refused, 'group-answered'],
})
export const leaveGroup = endpoint({
  name: 'leaveGroup',
  method: 'DELETE',
  path: '/api/groups/{id}/members/{personId}',
  summary: 'In it no more, from this moment on; open tasks are the lead’s',
  can: groupPeople,
  params: z.object({ id: Id, personId: Id }),
  answer: z.object({ id: z.int(), tasks: z.int() }),
  problems: [...refused, 'group-leads'],
})
export const leadGroup = endpoint({
  name: 'leadGroup',
  method: 'POST',
  path: '/api/groups/{id}/leads',
  summary: 'I have the company, and lead the group',
  can: staff,
  status: 201,
  params: ById,
  answer: Group,
  problems: [...refused, 'contact-taken'],
})

const TaskForm = { what: Words(200), ownerId: z.int(), dueOn: CalendarDate }
export const addGroupTask = endpoint({
  name: 'addGroupTask',
  method: 'POST',
  path: '/api/groups/{id}/tasks',
  summary: 'A task of somebody who is in the group, with a day',
  ...ofGroup,
  status: 201,
  body: z.object(TaskForm),
  problems: [...refused],
})
export const changeGroupTask = endpoint({
  name: 'changeGroupTask',
  method: 'PUT',
  path: '/api/group-tasks/{id}',
  summary: 'What it is about, whose it is, or its day',
  ...ofGroup,
  body: z.object({ ...TaskForm, version: z.int() }),
  problems: [...refused, 'group-task-ended', 'group-price', 'changed-meanwhile'],
})
export const endGroupTask = endpoint({
  name: 'endGroupTask',
  method: 'POST',
  path: '/api/group-tasks/{id}/endings',
  summary: 'Done; or nothing comes of it, and why',
  ...ofGroup,
  status: 201,
  body: z.object({ how: z.enum(['done', 'dropped']), why: z._default(MaybeWords(300), '') }),
  problems: [...refused, 'group-task-ended'],
})
export const reopenGroupTask = endpoint({
  name: 'reopenGroupTask',
  method: 'DELETE',
  path: '/api/group-tasks/{id}/endings',
  summary: 'It is open after all',
  ...ofGroup,
  problems: [...refused],
})
export const showGroupTask = endpoint({
  name: 'showGroupTask',
  method: 'POST',
  path: '/api/group-tasks/{id}/showings',
  summary: 'The company sees it: what, who, by when; never that it is late',
  ...ofGroup,
  status: 201,
  problems: [...refused, 'group-price'],
})
export const hideGroupTask = endpoint({
  name: 'hideGroupTask',
  method: 'DELETE',
  path: '/api/group-tasks/{id}/showings',
  summary: 'The company sees it no more',
  ...ofGroup,
  problems: [...refused],
})
export const showGroupTheme = endpoint({
  name: 'showGroupTheme',
  method: 'POST',
  path: '/api/groups/{id}/showings',
  summary: 'The company sees what the group works on',
  ...ofGroup,
  status: 201,
  problems: [...refused, 'group-price'],
})
export const hideGroupTheme = endpoint({
  name: 'hideGroupTheme',
  method: 'DELETE',
  path: '/api/groups/{id}/showings',
  summary: 'The company sees no more what the group works on',
  ...ofGroup,
  problems: [...refused],
})

export const writeGroupNote = endpoint({
  name: 'writeGroupNote',
  method: 'POST',
  path: '/api/groups/{id}/notes',
  summary: 'A note for who is in the group alone',
  ...ofGroup,
  status: 201,
  body: z.object({ words: Words(2000) }),
  problems: [...refused],
})
export const changeGroupNote = endpoint({
  name: 'changeGroupNote',
  method: 'PUT',
  path: '/api/group-notes/{id}',
  summary: 'The note in other words; how it read before stays beside it',
  can: groupPeople,
  params: ById,
  body: z.object({ words: Words(2000), version: z.int() }),
  answer: GroupNote,
  problems: [...refused, 'changed-meanwhile'],
})
export const writeGroupContact = endpoint({
  name: 'writeGroupContact',
  method: 'POST',
  path: '/api/groups/{id}/contacts',
  summary: 'What came of the contact, and when the next one is',
  ...ofGroup,
  status: 201,
  body: z.object({ cameOf: Words(1000), nextOn: CalendarDate, nextWhat: Words(300) }),
  problems: [...refused],
})
export const moveGroupContact = endpoint({
  name: 'moveGroupContact',
  method: 'PUT',
  path: '/api/groups/{id}/next-contact',
  summary: 'The next contact is another day, or about something else',
  ...ofGroup,
  body: z.object({ on: CalendarDate, what: Words(300), seen: z.object({ on: CalendarDate, what: Words(300) }) }),
  problems: [...refused, 'changed-meanwhile'],
})
export const endGroup = endpoint({
  name: 'endGroup',
  method: 'POST',
  path: '/api/groups/{id}/endings',
  summary:
    'It ends with three lines for all schools; each open task is done, dropped with a reason, or a promise of who ends it',
  ...ofGroup,
  status: 201,
  body: z.object({
    agreed: Words(500),
    cameOf: Words(500),
    learnt: Words(500),
    tasks: z
      .array(z.object({ id: z.int(), how: z.enum(taskEnds), why: z._default(MaybeWords(300), '') }))
      .check(z.maxLength(100)),
  }),
  problems: [...refused, 'group-tasks-open'],
})

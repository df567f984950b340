/** What schools have handed in: each sees its own; who runs the centre which companies, never by whom. */
import { CalendarDate, endpoint, Moment, named, Page, PageQuery, z } from '#platform/endpoint'
import { coordinators, gatherers } from '../centre/roles.ts'
import { callReasons } from '../may-contact/hindrance.schema.ts'

/** Working days that the other schools have, and the hour on the last of them. */
export const daysToAnswer = 3
export const answersAt = 16

export const Place = z.object({
  id: z.int(),
  name: z.string(),
  town: z.nullable(z.string()),
  employees: z.nullable(z.int()),
})

export const states = ['gathered', 'next-quarter', 'in-hearing', 'left-out', 'calling', 'closed'] as const
export const HandedIn = named(
  'HandedIn',
  z.object({
    company: Place,
    wrote: z.string(),
    handedInAt: Moment,
    by: z.string(),
    goal: z.nullable(z.string()),
    reason: z.string(),
    consultant: z.nullable(z.string()),
    wishBy: z.nullable(CalendarDate),
    state: z.enum(states),
    /** Why it is left out, when that may be told. */
    why: z.nullable(z.enum([...callReasons, 'in-another-list', 'same-company', 'over-limit'])),
    /** The day it may be contacted again, the quarter it waits for, the deadline of the hearing. */
    until: z.nullable(CalendarDate),
    /** What was heard of it since. */
    since: z.nullable(z.object({ kind: z.enum(['spoken', 'visited']), on: CalendarDate })),
    can: z.object({ takeBack: z.boolean() }),
  }),
)
export const listHandedIn = endpoint({
  name: 'listHandedIn',
  method: 'GET',
  path: '/api/handed-in',
  summary: 'What the own school has handed in, and what became of each, the latest first',
  can: gatherers,
  query: z.object(PageQuery),
  answer: Page(HandedIn),
  problems: ['bad-cursor'],
})

export const showRound = endpoint({
  name: 'showRound',
  method: 'GET',
  path: '/api/handed-in/round',
  summary: 'Companies that schools have handed in since the last list: which, never by whom or why',
  can: coordinators,
  answer: z.object({
    rows: z.array(Place),
    total: z.int(),
    /** How many wait for a later quarter. */
    later: z.int(),
    answersBy: CalendarDate,
    can: z.object({ send: z.boolean() }),
  }),
})
export const sendRound = endpoint({
  name: 'sendRound',
  method: 'POST',
  path: '/api/handed-in/round',
  summary: 'Make one list of them, and send it to the other schools: three working days',
  can: coordinators,
  status: 201,
  /** So many as the page showed. */
  body: z.object({ total: z.int() }),
  answer: z.object({ listId: z.int(), companies: z.int(), leftOut: z.int(), answersBy: CalendarDate }),
  problems: ['nothing-to-send', 'round-changed'],
})

import { endpoint, Id, MaybeWords, Moment, named, Page, PageQuery, Seen, Words, z } from '#platform/endpoint'
import { LooseEndsFound } from '#platform/loose-ends.schema'
import { coordinators, hearers } from '../centre/roles.ts'
import { Counted, Criteria } from './criteria.schema.ts'

/** Sees lists and why companies are in or out: who runs the outreach, and the schools' own people who answer hearings. */
export const listReaders = [...coordinators, ...hearers] as const

export const ListId = z.object({ id: Id })

export const listStates = ['draft', 'drawn', 'in-hearing', 'calling', 'closed'] as const
/** What a list knows of its hearing; who has answered is the hearing's to say (showListHearing). */
const HearingInShort = z.object({ id: z.int(), deadline: Moment, endedAt: z.nullable(Moment) })
export const ListSummary = named(
  'ListSummary',
  z.object({
    id: z.int(),
    name: z.string(),
    goal: z.string(),
    state: z.enum(listStates),
    madeBy: z.string(),
    madeAt: Moment,
    drawnAt: z.nullable(Moment),
    /** Companies on the list when it was frozen. */
    companies: z.int(),
    hearing: z.nullable(HearingInShort),
  }),
)
export const listContactLists = endpoint({
  name: 'listContactLists',
  method: 'GET',
  path: '/api/contact-lists',
  summary: 'Call lists, newest first',
  can: listReaders,
  query: z.object({ ...PageQuery, state: z.optional(z.enum(listStates)) }),
  answer: Page(ListSummary),
})

export const ContactList = named(
  'ContactList',
  z.object({
    id: z.int(),
    name: z.string(),
    goal: z.string(),
    state: z.enum(listStates),
    criteria: Criteria,
    madeBy: z.string(),
    madeAt: Moment,
    drawnBy: z.nullable(z.string()),
    drawnAt: z.nullable(Moment),
    seed: z.nullable(z.int()),
    counts: z.array(Counted),
    /** Whether who asks may see who is out: of companies that schools named only who runs the centre. */
    outShown: z.boolean(),
    /** How many the schools have struck; null until the hearing has ended. */
    struck: z.nullable(z.int()),
    /** How many on it nobody knows the number of; null before the draw. */
    numberless: z.nullable(z.int()),
    hearing: z.nullable(HearingInShort),
    closedAt: z.nullable(Moment),
    /** Only who visits calls from it. */
    byVisitors: z.boolean(),
    can: z.object({ change: z.boolean(), draw: z.boolean(), close: z.boolean() }),
  }),
)
const ListForm = z.object({ name: Words(120), goal: z._default(MaybeWords(400), ''), criteria: Criteria })
export const makeContactList = endpoint({
  name: 'makeContactList',
  method: 'POST',
  path: '/api/contact-lists',
  summary: 'Begin a call list',
  can: coordinators,
  status: 201,
  body: ListForm,
  answer: ContactList,
})
export const showContactList = endpoint({
  name: 'showContactList',
  method: 'GET',
  path: '/api/contact-lists/{id}',
  summary: 'A call list: criteria, draw, state',
  can: listReaders,
  params: ListId,
  answer: ContactList,
})
export const changeContactList = endpoint({
  name: 'changeContactList',
  method: 'PUT',
  path: '/api/contact-lists/{id}',
  summary: 'Change name, goal and criteria before the draw; in `seen` the criteria stand beside the name, not within',
  can: coordinators,
  params: ListId,
  body: z.extend(ListForm, { goal: MaybeWords(400), seen: Seen }),
  answer: ContactList,
  problems: ['list-frozen', 'changed-meanwhile'],
})
export const closeList = endpoint({
  name: 'closeList',
  method: 'POST',
  path: '/api/contact-lists/{id}/closings',
  summary: 'Close a call list: nobody calls from it any more',
  can: coordinators,
  ends: 'list',
  status: 201,
  params: ListId,
  answer: ContactList,
})
export const showListLooseEnds = endpoint({
  name: 'showListLooseEnds',
  method: 'GET',
  path: '/api/contact-lists/{id}/loose-ends',
  summary: 'What would be left open if the list closed now',
  can: coordinators,
  params: ListId,
  answer: LooseEndsFound,
})

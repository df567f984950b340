/** The centre's call centres: its own callers, a bureau that it buys calls of; who belongs where, and which lists they call. */
import { endpoint, Id, Moment, named, Nothing, Words, z } from '#platform/endpoint'
import { coordinators } from '../centre/roles.ts'
import { listStates } from '../lists/lists.schema.ts'
import { CallLanguage } from './languages.schema.ts'

export const CallCentre = named(
  'CallCentre',
  z.object({
    id: z.int(),
    name: z.string(),
    /** Calls are bought of it; false: callers of the centre's own. */
    outside: z.boolean(),
    addedAt: Moment,
    closedAt: z.nullable(Moment),
    /** So many call here, and so many lists in calling are called by it alone. */
    callers: z.int(),
    lists: z.int(),
    /** Given to it before they are opened. */
    later: z.int(),
  }),
)
const PlacedCaller = named(
  'PlacedCaller',
  z.object({
    personId: z.int(),
    name: z.string(),
    /** Null: in none; calls what everybody calls. */
    callCentreId: z.nullable(z.int()),
    /** Beside Danish. */
    languages: z.array(CallLanguage),
    can: z.object({ sayLanguages: z.boolean() }),
  }),
)
const openStates = listStates.filter((state) => state !== 'closed')
export type OpenState = (typeof openStates)[number]
const GivenList = named(
  'GivenList',
  z.object({
    id: z.int(),
    name: z.string(),
    /** Called by who visits alone: given to no call centre. */
    byVisitors: z.boolean(),
    /** Who it is given to calls it from when it is opened for calling (`calling`). */
    state: z.enum(openStates),
    /** Null: by everyone who calls. */
    callCentreId: z.nullable(z.int()),
  }),
)
const of = { id: Id }
export const listCallCentres = endpoint({
  name: 'listCallCentres',
  method: 'GET',
  path: '/api/call-centres',
  summary:
    'The call centres, who calls in which languages, and which lists each calls alone, or will when they are opened',
  can: coordinators,
  answer: z.object({ rows: z.array(CallCentre), callers: z.array(PlacedCaller), lists: z.array(GivenList) }),
})
const Form = z.object({ name: Words(80), outside: z.boolean() })
export const addCallCentre = endpoint({
  name: 'addCallCentre',
  method: 'POST',
  path: '/api/call-centres',
  summary: 'Add a call centre',
  can: coordinators,
  status: 201,
  body: Form,
  answer: z.object({ id: z.int() }),
  problems: ['call-centre-there'],
})
export const renameCallCentre = endpoint({
  name: 'renameCallCentre',
  method: 'PUT',
  path: '/api/call-centres/{id}',
  summary: 'Call a call centre something else, or say whether its calls are bought',
  can: coordinators,
  params: z.object(of),
  body: Form,
  answer: Nothing,
  problems: ['not-found', 'call-centre-there', 'call-centre-reckoned'],
})
export const closeCallCentre = endpoint({
  name: 'closeCallCentre',
  method: 'POST',
  path: '/api/call-centres/{id}/closings',
  summary:
    'Close a call centre: its lists, with what was promised on them, go to another or to everyone; who calls there stays a caller',
  can: coordinators,
  status: 201,
  params: z.object(of),
  /** Null: everyone who calls. */
  body: z.object({ listsTo: z.nullable(z.int()) }),
  answer: z.object({ callers: z.int(), lists: z.int() }),
  problems: ['not-found'],
})
export const placeCaller = endpoint({
  name: 'placeCaller',
  method: 'PUT',
  path: '/api/call-centres/callers/{personId}',
  summary: 'Somebody calls in this call centre; null: in none',
  can: coordinators,
  params: z.object({ personId: Id }),
  body: z.object({ callCentreId: z.nullable(z.int()) }),
  answer: Nothing,
  problems: ['not-found'],
})
export const sayCallerLanguages = endpoint({
  name: 'sayCallerLanguages',
  method: 'PUT',
  path: '/api/call-centres/callers/{personId}/languages',
  summary: 'In which languages somebody who only calls does so, beside Danish',
  can: coordinators,
  params: z.object({ personId: Id }),
  body: z.object({ languages: z.array(CallLanguage).check(z.maxLength(20)) }),
  answer: Nothing,
  problems: ['not-found'],
})
export const giveList = endpoint({
  name: 'giveList',
  method: 'PUT',
  path: '/api/call-centres/lists/{listId}',
  summary: 'A list is called by this call centre alone, from when it is opened; null: by everyone who calls',
  can: coordinators,
  params: z.object({ listId: Id }),
  body: z.object({ callCentreId: z.nullable(z.int()) }),
  answer: Nothing,
  problems: ['not-found'],
})

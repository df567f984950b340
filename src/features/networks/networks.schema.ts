/** Networks of companies: what they are called, whom they gather, when they meet next. No people stand there. */
import { CalendarDate, endpoint, Id, MaybeWords, named, Nothing, Words, z } from '#platform/endpoint'
import { coordinators, staff } from '../centre/roles.ts'

const NetworkForm = z.object({
  name: Words(120),
  /** Which companies it gathers, in words. */
  who: z._default(MaybeWords(200), ''),
  nextOn: z.nullable(CalendarDate),
})
export const Network = named(
  'Network',
  z.object({ id: z.int(), name: z.string(), who: z.string(), nextOn: z.nullable(CalendarDate), version: z.int() }),
)
const NetworkId = z.object({ id: Id })
export const listNetworks = endpoint({
  name: 'listNetworks',
  method: 'GET',
  path: '/api/networks',
  summary: 'Networks of companies that go on: those that meet next come first',
  can: staff,
  answer: z.object({ rows: z.array(Network), can: z.object({ write: z.boolean() }) }),
})
export const writeDownNetwork = endpoint({
  name: 'writeDownNetwork',
  method: 'POST',
  path: '/api/networks',
  summary: 'Write down a network of companies',
  can: coordinators,
  status: 201,
  body: NetworkForm,
  answer: Network,
  problems: ['network-there'],
})
export const changeNetwork = endpoint({
  name: 'changeNetwork',
  method: 'PUT',
  path: '/api/networks/{id}',
  summary: 'Say a network better, or when it meets next',
  can: coordinators,
  params: NetworkId,
  /** `version`: the one that was seen. */
  body: z.extend(NetworkForm, { who: MaybeWords(200), version: z.int() }),
  answer: Network,
  problems: ['not-found', 'network-there', 'changed-meanwhile'],
})
export const endNetwork = endpoint({
  name: 'endNetwork',
  method: 'POST',
  path: '/api/networks/{id}/endings',
  summary: 'A network does not go on',
  can: coordinators,
  status: 201,
  params: NetworkId,
  answer: Nothing,
  problems: ['not-found'],
})
export const undoEndingNetwork = endpoint({
  name: 'undoEndingNetwork',
  method: 'DELETE',
  path: '/api/networks/{id}/endings',
  summary: 'A network goes on after all',
  can: coordinators,
  params: NetworkId,
  answer: Nothing,
  problems: ['not-found', 'network-there'],
})

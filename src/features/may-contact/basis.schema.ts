/** Why a company that is protected against advertising may be contacted all the same. */
import { endpoint, Id, Moment, named, Nothing, Words, z } from '#platform/endpoint'
import { visitors } from '../centre/roles.ts'

export const basisKinds = ['own-enquiry', 'consent', 'legal-task'] as const
export type BasisKind = (typeof basisKinds)[number]
export const ContactBasis = named(
  'ContactBasis',
  z.object({
    id: z.int(),
    basis: z.enum(basisKinds),
    note: z.string(),
    who: z.string(),
    recordedAt: Moment,
  }),
)
export const recordBasis = endpoint({
  name: 'recordBasis',
  method: 'POST',
  path: '/api/companies/{id}/bases',
  summary: 'Record why a protected company may be contacted',
  can: visitors,
  status: 201,
  params: z.object({ id: Id }),
  body: z.object({ basis: z.enum(basisKinds), note: Words(1000) }),
  answer: ContactBasis,
})
export const withdrawBasis = endpoint({
  name: 'withdrawBasis',
  method: 'DELETE',
  path: '/api/companies/{id}/bases/{basisId}',
  summary: 'Withdraw a recorded basis',
  can: visitors,
  params: z.object({ id: Id, basisId: Id }),
  answer: Nothing,
})

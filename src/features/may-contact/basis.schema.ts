/** Why a company that is protected against advertising may be contacted all the same. */
import { CalendarDate, endpoint, Id, Moment, named, Nothing, Words, z } from '#platform/endpoint'
import { visitors } from '../centre/roles.ts'
import { channels } from './hindrance.schema.ts'

export const basisKinds = ['own-enquiry', 'consent', 'legal-task'] as const
export type BasisKind = (typeof basisKinds)[number]
export const ContactBasis = named(
  'ContactBasis',
  z.object({
    id: z.int(),
    basis: z.enum(basisKinds),
    /** From whom, and how it was said. */
    note: z.string(),
    channel: z.enum(channels),
    /** Null: the whole company; else one workplace alone. */
    companyId: z.nullable(z.int()),
    givenOn: CalendarDate,
    /** The first day without it: a year after. */
    lapsesOn: CalendarDate,
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
  body: z.object({
    basis: z.enum(basisKinds),
    note: Words(1000),
    channel: z._default(z.enum(channels), 'phone'),
    /** Only this workplace, not the whole company. */
    here: z._default(z.boolean(), false),
    /** Today without. */
    givenOn: z.optional(CalendarDate),
  }),
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

/** Partners (aktører): who they are, who comes from them, and the links of those without an account. */
import { endpoint, Id, MaybeEmail, MaybeWords, Moment, named, Nothing, Seen, Words, z } from '#platform/endpoint'
import { coordinators, visitors } from '../centre/roles.ts'
import { partnerKindCodes } from './partner-kinds.table.ts'

export const PartnerKind = z.enum(partnerKindCodes)
const Person = z.object({ id: z.int(), name: z.string() })
export const Partner = named(
  'Partner',
  z.object({
    id: z.int(),
    name: z.string(),
    kind: PartnerKind,
    place: z.string(),
    contactName: z.string(),
    contactPhone: z.string(),
    contactEmail: z.string(),
    /** Who of the centre holds the contact. */
    heldBy: z.nullable(Person),
    can: z.object({ change: z.boolean() }),
  }),
)
const WholePartner = named(
  'WholePartner',
  z.object({
    ...Partner.shape,
    people: z.array(Person),
    links: z.array(z.object({ id: z.int(), name: z.string(), madeAt: Moment, lastOpenedAt: z.nullable(Moment) })),
    /** Members who come from a partner, and of whom nobody has said which. */
    unsaid: z.array(Person),
  }),
)
const PartnerForm = z.object({
  name: Words(120),
  kind: PartnerKind,
  place: z._default(MaybeWords(80), ''),
  contactName: z._default(MaybeWords(120), ''),
  contactPhone: z._default(MaybeWords(40), ''),
  contactEmail: z._default(MaybeEmail, ''),
  heldById: z._default(z.nullable(z.int()), null),
})
const ById = z.object({ id: Id })

export const listPartners = endpoint({
  name: 'listPartners',
  method: 'GET',
  path: '/api/partners',
  summary: 'Partners that the centre works with, by name',
  can: visitors,
  answer: z.object({ rows: z.array(Partner), can: z.object({ add: z.boolean() }) }),
})
export const showPartner = endpoint({
  name: 'showPartner',
  method: 'GET',
  path: '/api/partners/{id}',
  summary: 'One partner, who comes from it, and its links',
  can: visitors,
  params: ById,
  answer: WholePartner,
  problems: ['not-found'],
})
export const addPartner = endpoint({
  name: 'addPartner',
  method: 'POST',
  path: '/api/partners',
  summary: 'Work with one more partner',
  can: coordinators,
  status: 201,
  body: PartnerForm,
  answer: WholePartner,
})
export const changePartner = endpoint({
  name: 'changePartner',
  method: 'PUT',
  path: '/api/partners/{id}',
  summary: 'Put a partner right, or give the contact with it to another',
  can: coordinators,
  params: ById,
  body: z.extend(PartnerForm, {
    place: MaybeWords(80),
    contactName: MaybeWords(120),
    contactPhone: MaybeWords(40),
    contactEmail: MaybeEmail,
    heldById: z.nullable(z.int()),
    seen: Seen,
  }),
  answer: WholePartner,
  problems: ['not-found', 'changed-meanwhile'],
})
export const endPartner = endpoint({
  name: 'endPartner',
  method: 'DELETE',
  path: '/api/partners/{id}',
  summary: 'Work with it no more: its links end, its tips go on',
  can: coordinators,
  params: ById,
  answer: Nothing,
  problems: ['not-found'],
})
export const addPartnerPerson = endpoint({
  name: 'addPartnerPerson',
  method: 'POST',
  path: '/api/partners/{id}/people',
  within: showPartner,
  summary: 'Say that a member comes from this partner, and from no other',
  can: coordinators,
  status: 201,
  params: ById,
  body: z.object({ personId: z.int() }),
  answer: WholePartner,
  problems: ['not-found'],
})
export const makePartnerLink = endpoint({
  name: 'makePartnerLink',
  method: 'POST',
  path: '/api/partners/{id}/links',
  within: showPartner,
  summary: 'A personal link for someone of the partner who has no account; its address is shown once',
  can: coordinators,
  inPerson: true,
  status: 201,
  params: ById,
  body: z.object({ name: Words(120) }),
  answer: z.object({ id: z.int(), url: z.string() }),
  problems: ['not-found'],
})
export const endPartnerLink = endpoint({
  name: 'endPartnerLink',
  method: 'DELETE',
  path: '/api/partners/{id}/links/{linkId}',
  within: showPartner,
  summary: 'The link works no more',
  can: coordinators,
  params: z.object({ id: Id, linkId: Id }),
  answer: Nothing,
  problems: ['not-found'],
})

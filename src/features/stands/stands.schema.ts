/** A stand's own address: a company writes there what it wants to talk about, without an account. */
import { endpoint, Id, MaybeEmail, MaybeWords, named, Nothing, Words, z } from '#platform/endpoint'
import { staff } from '../centre/roles.ts'
import { fieldCodes } from '../enquiries/enquiry-words.table.ts'
import { showGathering } from '../gatherings/gatherings.schema.ts'

/** Fewer are told in words. */
export const fewestLeads = 5
const ById = z.object({ id: Id })
const ByToken = z.object({ token: z.string().check(z.maxLength(200)) })
const refusals = ['link-revoked', 'too-many-tries'] as const

export const makeStandLink = endpoint({
  name: 'makeStandLink',
  method: 'POST',
  path: '/api/gatherings/{id}/stand-links',
  within: showGathering,
  summary:
    'An address for the stand, told once: companies write there what they want to talk about; those of before end',
  can: staff,
  status: 201,
  params: ById,
  answer: z.object({ url: z.string() }),
  problems: ['not-found', 'not-allowed', 'gathering-over'],
})
export const showStandLink = endpoint({
  name: 'showStandLink',
  method: 'GET',
  path: '/api/gatherings/{id}/stand-links',
  within: showGathering,
  summary: 'Whether the stand has an address that works, and how many companies have written there, from five',
  can: staff,
  params: ById,
  answer: z.object({
    title: z.string(),
    works: z.boolean(),
    /** Null: fewer than five. */
    leads: z.nullable(z.int()),
    can: z.object({ make: z.boolean() }),
  }),
  problems: ['not-found'],
})
export const Stand = named('Stand', z.object({ centre: z.string(), title: z.string() }))
export const showStand = endpoint({
  name: 'showStand',
  method: 'GET',
  path: '/api/stands/{token}',
  summary: 'Whose stand it is',
  can: 'public',
  params: ByToken,
  answer: Stand,
  problems: refusals,
})
export const writeFromStand = endpoint({
  name: 'writeFromStand',
  method: 'POST',
  path: '/api/stands/{token}/enquiries',
  summary: 'What a company wants to talk about: answered by a person, whatever we know of the company',
  can: 'public',
  status: 201,
  params: ByToken,
  body: z.object({
    company: Words(200),
    number: z._default(MaybeWords(40), ''),
    name: Words(120),
    phone: z._default(MaybeWords(40), ''),
    email: z._default(MaybeEmail, ''),
    matter: Words(1000),
    field: z._default(z.nullable(z.enum(fieldCodes)), null),
  }),
  answer: Nothing,
  problems: refusals,
})

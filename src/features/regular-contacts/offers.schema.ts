/** Asking someone to have a company, and saying that one has it: nobody gets a company without a yes. */
import { endpoint, Id, MaybeWords, Words, z } from '#platform/endpoint'
import { coordinators, staff } from '../centre/roles.ts'
import { CompanyContact, FollowUpForm } from './regular-contacts.schema.ts'

const ById = z.object({ id: Id })
export const offerRegularContact = endpoint({
  name: 'offerRegularContact',
  method: 'POST',
  path: '/api/regular-contact-offers',
  summary: 'Ask someone to be the company’s contact: the one who has it does until the answer is yes',
  can: staff,
  status: 201,
  body: z.object({
    companyId: z.int(),
    toId: z.int(),
    /** What must be told. */
    note: z._default(MaybeWords(1000), ''),
    followUp: z.optional(z.nullable(FollowUpForm)),
    /** What goes along with the yes, as `open` of the company's contact names it. */
    along: z._default(
      z.array(z.object({ kind: z.string().check(z.maxLength(40)), sourceId: z.int() })).check(z.maxLength(50)),
      [],
    ),
  }),
  answer: CompanyContact,
  problems: ['not-found', 'not-allowed', 'contact-asked'],
})
export const acceptRegularContact = endpoint({
  name: 'acceptRegularContact',
  method: 'POST',
  path: '/api/regular-contact-offers/{id}/acceptances',
  summary: 'Yes, I have the company from now on, with what was named',
  can: staff,
  status: 201,
  params: ById,
  body: z.object({
    /** Without what of it: a meeting that does not suit me, say. */
    without: z._default(z.array(z.object({ kind: z.string(), sourceId: z.int() })).check(z.maxLength(50)), []),
  }),
  answer: CompanyContact,
  problems: ['not-found', 'contact-answered', 'slot-taken', 'outside-working-hours'],
})
export const declineRegularContact = endpoint({
  name: 'declineRegularContact',
  method: 'POST',
  path: '/api/regular-contact-offers/{id}/refusals',
  summary: 'No, I cannot have the company',
  can: staff,
  status: 201,
  params: ById,
  body: z.object({ why: MaybeWords(300) }),
  answer: CompanyContact,
  problems: ['not-found', 'contact-answered'],
})
export const withdrawRegularContact = endpoint({
  name: 'withdrawRegularContact',
  method: 'DELETE',
  path: '/api/regular-contact-offers/{id}',
  summary: 'Take an unanswered question back',
  can: staff,
  params: ById,
  answer: CompanyContact,
  problems: ['not-found', 'not-allowed', 'contact-answered'],
})

// ---- Two say that they have it -------------------------------------------------------------------------------
export const claimRegularContact = endpoint({
  name: 'claimRegularContact',
  method: 'POST',
  path: '/api/regular-contact-claims',
  summary: 'I should have this company, and why: a coordinator decides, who has it sees it',
  can: staff,
  status: 201,
  body: z.object({ companyId: z.int(), why: Words(500) }),
  answer: CompanyContact,
  problems: ['not-found', 'contact-free', 'contact-asked'],
})
export const decideClaim = endpoint({
  name: 'decideClaim',
  method: 'POST',
  path: '/api/regular-contact-claims/{id}/decisions',
  summary: 'Who has the company when two say so, and why',
  can: coordinators,
  status: 201,
  params: ById,
  body: z.object({ give: z.boolean(), why: MaybeWords(500) }),
  answer: CompanyContact,
  problems: ['not-found', 'contact-answered'],
})
export const withdrawClaim = endpoint({
  name: 'withdrawClaim',
  method: 'DELETE',
  path: '/api/regular-contact-claims/{id}',
  summary: 'I do not need to have it',
  can: staff,
  params: ById,
  answer: CompanyContact,
  problems: ['not-found', 'contact-answered'],
})

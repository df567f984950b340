import { CalendarDate, endpoint, Flag, Id, Moment, named, Nothing, Page, PageQuery, z } from '#platform/endpoint'
import { visitors } from '../centre/roles.ts'

export const CompanyLink = named(
  'CompanyLink',
  z.object({
    id: z.int(),
    kind: z.string(),
    /** Null for a link that belongs to no company. */
    companyId: z.nullable(z.int()),
    company: z.nullable(z.string()),
    /** Whose it is, and where it was sent. */
    recipientName: z.nullable(z.string()),
    recipientEmail: z.nullable(z.string()),
    /** Someone of the company whom we know; null: only name and address. */
    companyPersonId: z.nullable(z.int()),
    /** He has left the company. */
    leftOn: z.nullable(CalendarDate),
    madeBy: z.nullable(z.string()),
    madeAt: Moment,
    lastOpenedAt: z.nullable(Moment),
    /** When it ends by itself; null: when it is revoked. */
    endsAt: z.nullable(Moment),
    revokedAt: z.nullable(Moment),
    revokedBy: z.nullable(z.string()),
  }),
)
export const listCompanyLinks = endpoint({
  name: 'listCompanyLinks',
  method: 'GET',
  path: '/api/company-links',
  summary: 'Links for those without an account, newest first',
  can: visitors,
  query: z.object({ ...PageQuery, companyId: z.optional(Id), inUse: z.optional(Flag) }),
  answer: Page(CompanyLink),
  problems: ['bad-cursor'],
})
export const sendCompanyLink = endpoint({
  name: 'sendCompanyLink',
  method: 'POST',
  path: '/api/company-links',
  summary:
    'Send a company, or someone there, a link to its own page, to the address we have; nobody else sees the link',
  can: visitors,
  status: 201,
  /** With `companyPersonId`: to him, at his own address. */
  body: z.object({ companyId: z.int(), companyPersonId: z.optional(z.nullable(z.int())) }),
  answer: z.object({
    id: z.int(),
    /** The company's own address, or the person's. */
    to: z.string(),
    /** There is no mail server: it has not left the house. */
    waits: z.boolean(),
  }),
  problems: ['not-found', 'may-not-contact', 'company-without-address', 'person-without-mail'],
})
export const revokeCompanyLink = endpoint({
  name: 'revokeCompanyLink',
  method: 'DELETE',
  path: '/api/company-links/{id}',
  summary: 'The link shall no longer work',
  can: visitors,
  params: z.object({ id: Id }),
  answer: Nothing,
  problems: ['not-found'],
})
export const revokeAllCompanyLinks = endpoint({
  name: 'revokeAllCompanyLinks',
  method: 'DELETE',
  path: '/api/companies/{companyId}/links',
  summary: 'No link of this company shall work any more',
  can: visitors,
  params: z.object({ companyId: Id }),
  answer: z.object({ ended: z.int() }),
  problems: ['not-found'],
})

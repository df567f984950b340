/** What a company writes to us on its own page, and that it has got an answer. */
import { endpoint, Id, Moment, named, z } from '#platform/endpoint'
import { staff } from '../centre/roles.ts'

/** A message has at most so many signs. */
export const mostSigns = 2000
export const AnsweredHow = z.enum(['mail', 'phone', 'met'])
export const CompanyMessage = named(
  'CompanyMessage',
  z.object({
    id: z.int(),
    companyId: z.int(),
    company: z.string(),
    words: z.string(),
    sentAt: Moment,
    /** Whose link it came by; null: forgotten, or not known. */
    writer: z.nullable(z.string()),
    /** Where an answer goes by mail. */
    email: z.nullable(z.string()),
    /** Who reads it today; null: the coordinators. */
    reader: z.nullable(z.string()),
    answeredAt: z.nullable(Moment),
    answeredBy: z.nullable(z.string()),
    answeredHow: z.nullable(AnsweredHow),
    can: z.object({ answer: z.boolean(), reopen: z.boolean() }),
  }),
)
const ById = z.object({ id: Id })

export const listCompanyMessages = endpoint({
  name: 'listCompanyMessages',
  method: 'GET',
  path: '/api/company-messages',
  summary: 'What a company wrote on its own page: without an answer first, then what was lately answered',
  can: staff,
  query: z.object({ companyId: Id }),
  answer: z.object({ rows: z.array(CompanyMessage) }),
  problems: ['not-found'],
})
export const answerCompanyMessage = endpoint({
  name: 'answerCompanyMessage',
  method: 'POST',
  path: '/api/company-messages/{id}/answers',
  summary: 'They have got an answer: by mail, on the phone or when we met',
  can: staff,
  status: 201,
  params: ById,
  body: z.object({ how: AnsweredHow }),
  answer: CompanyMessage,
  problems: ['not-found', 'message-answered'],
})
export const reopenCompanyMessage = endpoint({
  name: 'reopenCompanyMessage',
  method: 'DELETE',
  path: '/api/company-messages/{id}/answers',
  summary: 'They have no answer yet after all',
  can: staff,
  params: ById,
  answer: CompanyMessage,
  problems: ['not-found'],
})

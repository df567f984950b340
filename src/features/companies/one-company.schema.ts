/** One company: facts, may we call, what was done about it, and the basis for contacting it. */
import { CalendarDate, endpoint, Id, Moment, named, Nothing, Page, PageQuery, Words, z } from '#platform/endpoint'
import { staff, visitors } from '../centre/roles.ts'
import { CallReason, CompanyRow } from './companies.schema.ts'

export const ContactBasis = named(
  'ContactBasis',
  z.object({
    id: z.int(),
    basis: z.enum(['own-enquiry', 'consent', 'legal-task']),
    note: z.string(),
    who: z.string(),
    recordedAt: Moment,
  }),
)

/** Something that was done about a company: who, when, and what it said before and after. Texts are the browser's. */
export const CompanyEvent = named(
  'CompanyEvent',
  z.object({
    id: z.int(),
    at: Moment,
    verb: z.string(),
    subject: z.string(),
    subjectId: z.nullable(z.int()),
    who: z.nullable(z.string()),
    school: z.nullable(z.string()),
    visibility: z.enum(['centre', 'school', 'personal']),
    before: z.nullable(z.record(z.string(), z.unknown())),
    after: z.nullable(z.record(z.string(), z.unknown())),
  }),
)

export const CompanyCard = named(
  'CompanyCard',
  z.object({
    ...CompanyRow.shape,
    startedOn: z.nullable(CalendarDate),
    statusText: z.nullable(z.string()),
    website: z.nullable(z.string()),
    registerChangedAt: z.nullable(Moment),
    protectedSeenAt: z.nullable(Moment),
    company: z.nullable(z.object({ id: z.int(), name: z.string() })),
    workplaces: z.array(
      z.object({
        id: z.int(),
        pNumber: z.nullable(z.string()),
        name: z.string(),
        street: z.nullable(z.string()),
        town: z.nullable(z.string()),
        employees: z.nullable(z.int()),
        employeesFrom: z.nullable(z.int()),
        employeesTo: z.nullable(z.int()),
        closedOn: z.nullable(CalendarDate),
      }),
    ),
    workplaceCount: z.int(),
    /** The answer to "Må vi ringe?": every reason that holds, the one that holds longest first; empty: yes. */
    blocks: z.array(z.object({ reason: CallReason, untilOn: z.nullable(CalendarDate) })),
    bases: z.array(ContactBasis),
    /** My meeting that was held and has no report yet: the next thing to do. */
    reportFor: z.nullable(z.int()),
    can: z.object({ recordBasis: z.boolean(), report: z.boolean() }),
  }),
)
export const showCompany = endpoint({
  name: 'showCompany',
  method: 'GET',
  path: '/api/companies/{id}',
  summary: 'A company: facts, may we call, promises, workplaces',
  can: staff,
  params: z.object({ id: Id }),
  answer: CompanyCard,
})
export const listCompanyEvents = endpoint({
  name: 'listCompanyEvents',
  method: 'GET',
  path: '/api/companies/{id}/events',
  summary: 'What was done about a company, newest first',
  can: staff,
  params: z.object({ id: Id }),
  query: z.object(PageQuery),
  answer: Page(CompanyEvent),
  problems: ['bad-cursor'],
})
export const listCorrections = endpoint({
  name: 'listCorrections',
  method: 'GET',
  path: '/api/companies/{id}/corrections',
  summary: 'What imports changed about a company',
  can: staff,
  params: z.object({ id: Id }),
  answer: z.object({
    rows: z.array(
      z.object({
        importId: z.int(),
        fileName: z.string(),
        at: Moment,
        who: z.nullable(z.string()),
        undone: z.boolean(),
        created: z.boolean(),
        changes: z.array(
          z.object({ field: z.string(), before: z.nullable(z.string()), after: z.nullable(z.string()) }),
        ),
      }),
    ),
  }),
})

export const recordBasis = endpoint({
  name: 'recordBasis',
  method: 'POST',
  path: '/api/companies/{id}/bases',
  summary: 'Record why a protected company may be contacted',
  can: visitors,
  status: 201,
  params: z.object({ id: Id }),
  body: z.object({ basis: z.enum(['own-enquiry', 'consent', 'legal-task']), note: Words(1000) }),
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

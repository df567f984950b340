import { CalendarDate, endpoint, Id, Moment, named, Nothing, Page, PageQuery, Words, z } from '#platform/endpoint'
import { staff, visitors } from '../centre/roles.ts'

/** Size groups of the trade: 0-9 is the hardest to reach, 10-49, 50 and more. */
export const sizes = ['0-9', '10-49', '50+'] as const
export const kinds = ['company', 'workplace'] as const
/** Why a company may not be called. */
export const callReasons = ['closed', 'protected', 'do-not-contact', 'waiting', 'struck', 'has-meeting'] as const
export const CallReason = z.enum(callReasons)

const Coded = z.string().check(z.regex(/^\d{2,6}$/))
const Number3 = z.coerce.number<string | number>().check(z.int(), z.minimum(1), z.maximum(999))

/** What a list of companies can be narrowed to; the same words in the list, its count and its export. */
export const CompanyFilter = {
  q: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  municipality: z.optional(Number3),
  /** The first digits of an industry code: `25` finds all of division 25. */
  industry: z.optional(Coded),
  size: z.optional(z.enum(sizes)),
  form: z.optional(Number3),
  kind: z.optional(z.enum(kinds)),
  /** `active` leaves out what has closed; without, both. */
  status: z.optional(z.enum(['active', 'closed'])),
  /** `now`: may be called today. `waiting`: may not. */
  call: z.optional(z.enum(['now', 'waiting'])),
}

export const CompanyRow = named(
  'CompanyRow',
  z.object({
    id: z.int(),
    kind: z.enum(kinds),
    cvr: z.string(),
    pNumber: z.nullable(z.string()),
    name: z.string(),
    street: z.nullable(z.string()),
    postalCode: z.nullable(z.string()),
    town: z.nullable(z.string()),
    municipality: z.nullable(z.int()),
    municipalityName: z.nullable(z.string()),
    industry: z.nullable(z.string()),
    industryText: z.nullable(z.string()),
    form: z.nullable(z.string()),
    employees: z.nullable(z.int()),
    employeesFrom: z.nullable(z.int()),
    employeesTo: z.nullable(z.int()),
    phone: z.nullable(z.string()),
    email: z.nullable(z.string()),
    /** Marked "reklamebeskyttet" in the register, itself or its company: stands wherever phone or mail is shown. */
    protected: z.boolean(),
    closedOn: z.nullable(CalendarDate),
    /** Null: may be called today. */
    callBlock: z.nullable(z.object({ reason: CallReason, untilOn: z.nullable(CalendarDate) })),
  }),
)

export const listCompanies = endpoint({
  name: 'listCompanies',
  method: 'GET',
  path: '/api/companies',
  summary: 'Companies and workplaces of the register, by name',
  can: staff,
  query: z.object({ ...PageQuery, ...CompanyFilter }),
  answer: Page(CompanyRow),
  problems: ['bad-cursor'],
})
/** Counting goes past the page: it stops at 10,000. */
export const countCompanies = endpoint({
  name: 'countCompanies',
  method: 'GET',
  path: '/api/companies/count',
  summary: 'How many companies the filter finds, at most 10,000',
  can: staff,
  query: z.object(CompanyFilter),
  answer: z.object({ total: z.int(), more: z.boolean() }),
})

const Choice = z.object({ code: z.string(), name: z.string() })
export const RegisterChoices = named(
  'RegisterChoices',
  z.object({
    municipalities: z.array(z.extend(Choice, { region: z.nullable(z.string()) })),
    /** Divisions: the first two digits of an industry code. */
    industries: z.array(Choice),
    forms: z.array(Choice),
  }),
)
export const showRegisterChoices = endpoint({
  name: 'showRegisterChoices',
  method: 'GET',
  path: '/api/companies/choices',
  summary: 'Municipalities with their regions of today, industries and legal forms by name',
  can: 'anyone',
  answer: RegisterChoices,
})

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

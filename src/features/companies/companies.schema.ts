import { CalendarDate, endpoint, named, Page, PageQuery, z } from '#platform/endpoint'
import { staff } from '../centre/roles.ts'
import { CallReason } from '../may-contact/hindrance.schema.ts'

/** Size groups of the trade, of the whole company: 0-9 is the hardest to reach, 10-49, 50 and more; of some nobody knows. */
export const sizes = ['0-9', '10-49', '50+', 'unknown'] as const
export const kinds = ['company', 'workplace'] as const

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
  /** `now`: may be called today. `not-now`: may not. */
  call: z.optional(z.enum(['now', 'not-now'])),
  /** `mine`: I am the regular contact. `left`: whoever was it no longer is, and nobody has said yes. `none`: nobody has it. */
  contact: z.optional(z.enum(['mine', 'left', 'none'])),
  /** `none`: nobody knows a phone number. */
  number: z.optional(z.enum(['none'])),
  /** `some`: leaves out those that are known to employ nobody. */
  staff: z.optional(z.enum(['some'])),
  /** `folded`: a workplace with its company's own name and address is not listed beside it, unless what is asked for may differ between the two. */
  places: z.optional(z.enum(['folded'])),
}
export const sorts = ['name', '-name', 'town', '-town', 'employees', '-employees'] as const

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
    /** Of the whole company: its own number, else what its open workplaces add up to; `from` alone: at least so many. Null: nobody knows. */
    companyEmployeesFrom: z.nullable(z.int()),
    companyEmployeesTo: z.nullable(z.int()),
    phone: z.nullable(z.string()),
    email: z.nullable(z.string()),
    /** Marked "reklamebeskyttet" in the register, itself or its company: stands wherever phone or mail is shown. */
    protected: z.boolean(),
    closedOn: z.nullable(CalendarDate),
    /** Who has it; null: nobody. */
    contact: z.nullable(z.string()),
    /** Null: may be called today. */
    callBlock: z.nullable(z.object({ reason: CallReason, untilOn: z.nullable(CalendarDate) })),
  }),
)

export const listCompanies = endpoint({
  name: 'listCompanies',
  method: 'GET',
  path: '/api/companies',
  summary: 'Companies and workplaces of the register, by name, town or employees',
  can: staff,
  query: z.object({ ...PageQuery, ...CompanyFilter, sort: z.optional(z.enum(sorts)) }),
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
  /** `workplaces` of the `total`; with `more` neither is the whole. */
  answer: z.object({ total: z.int(), workplaces: z.int(), more: z.boolean() }),
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

/** The frozen draw: the companies of a list, each with the reason why it is in or out. */
import { CalendarDate, endpoint, MaybeWords, named, Page, PageQuery, z } from '#platform/endpoint'
import { coordinators } from '../centre/roles.ts'
import { ContactList, ListId, listReaders } from './lists.schema.ts'
import { outReasons, reasons } from './criteria.schema.ts'

export const drawList = endpoint({
  name: 'drawList',
  method: 'POST',
  path: '/api/contact-lists/{id}/draws',
  summary: 'Freeze the draw: date, rule, and for each company why it is in or out',
  can: coordinators,
  status: 201,
  params: ListId,
  answer: ContactList,
  problems: ['list-frozen', 'list-empty'],
})

export const undoDraw = endpoint({
  name: 'undoDraw',
  method: 'DELETE',
  path: '/api/contact-lists/{id}/draws',
  summary: 'The draw was frozen too soon: the list is a draft again, as long as no school has been asked',
  can: coordinators,
  params: ListId,
  answer: ContactList,
  problems: ['draw-used'],
})

export const DrawnCompany = named(
  'DrawnCompany',
  z.object({
    companyId: z.int(),
    name: z.string(),
    cvr: z.string(),
    pNumber: z.nullable(z.string()),
    kind: z.enum(['company', 'workplace']),
    town: z.nullable(z.string()),
    employees: z.nullable(z.int()),
    /** Of the whole company, on the day of the draw. */
    companyEmployees: z.nullable(z.int()),
    industryText: z.nullable(z.string()),
    /** May be called today: a list that is taken out for outreach says whom to leave alone. */
    mayBeCalled: z.boolean(),
    /** Somebody knows its phone number. */
    hasNumber: z.boolean(),
    included: z.boolean(),
    reason: z.enum(reasons),
    untilOn: z.nullable(CalendarDate),
    /** Which other list, or which of its places stands for the company. */
    detail: z.nullable(z.string()),
    /** Struck by a school ("sorteret fra") after the hearing; whose strike it is stands nowhere. */
    struck: z.boolean(),
  }),
)
/** What of a draw is shown: those in, of them the struck and those that nobody knows the number of; those out, of them one reason's. */
export const shown = ['in', 'numberless', 'sorted-out', 'out', ...outReasons] as const

export const listDrawnCompanies = endpoint({
  name: 'listDrawnCompanies',
  method: 'GET',
  path: '/api/contact-lists/{id}/companies',
  summary: 'The frozen draw, company by company, with the reason',
  can: listReaders,
  params: ListId,
  query: z.object({
    ...PageQuery,
    show: z._default(z.enum(shown), 'in'),
    q: z.optional(MaybeWords(100)),
  }),
  answer: Page(DrawnCompany),
})

/** What the own school struck: who of it goes on with each company. No other school ever sees it. */
import { CalendarDate, endpoint, Id, MaybeWords, Moment, named, Page, PageQuery, z } from '#platform/endpoint'
import { hearers } from '../centre/roles.ts'

export const StruckCompany = named(
  'StruckCompany',
  z.object({
    /** Of a list: the number of the strike would count the others'. */
    listId: z.int(),
    companyId: z.int(),
    name: z.string(),
    town: z.nullable(z.string()),
    list: z.string(),
    struckBy: z.string(),
    /** Why, in the words of who struck it; empty: nothing was said. */
    reason: z.string(),
    /** The first day on which others may contact it again. */
    until: CalendarDate,
    /** Who knows it, by the school's own contact list. */
    knownBy: z.nullable(z.string()),
    /** `what` and by when, in the words of who took it. */
    taken: z.nullable(
      z.object({
        by: z.string(),
        at: Moment,
        mine: z.boolean(),
        what: z.string(),
        dueOn: z.nullable(CalendarDate),
      }),
    ),
    can: z.object({ take: z.boolean(), letGo: z.boolean() }),
  }),
)
const ByPlace = z.object({ listId: Id, companyId: Id })

export const listStruckCompanies = endpoint({
  name: 'listStruckCompanies',
  method: 'GET',
  path: '/api/struck-companies',
  summary: 'What the own school struck and still holds: those that nobody goes on with first',
  can: hearers,
  query: z.object(PageQuery),
  answer: Page(StruckCompany),
  problems: ['bad-cursor'],
})
export const takeStruckCompany = endpoint({
  name: 'takeStruckCompany',
  method: 'POST',
  path: '/api/struck-companies/{listId}/{companyId}/takings',
  summary: 'I go on with a company that my school struck',
  can: hearers,
  status: 201,
  params: ByPlace,
  answer: StruckCompany,
  problems: ['not-found', 'struck-taken'],
})
export const planStruckCompany = endpoint({
  name: 'planStruckCompany',
  method: 'PUT',
  path: '/api/struck-companies/{listId}/{companyId}/takings',
  summary: 'What I will do about a company that I have taken, and by when',
  can: hearers,
  params: ByPlace,
  body: z.object({ what: MaybeWords(300), dueOn: z.nullable(CalendarDate) }),
  answer: StruckCompany,
  problems: ['not-found', 'struck-plan-late'],
})
export const letGoStruckCompany = endpoint({
  name: 'letGoStruckCompany',
  method: 'DELETE',
  path: '/api/struck-companies/{listId}/{companyId}/takings',
  summary: 'Somebody else of my school goes on with it',
  can: hearers,
  params: ByPlace,
  answer: StruckCompany,
  problems: ['not-found'],
})

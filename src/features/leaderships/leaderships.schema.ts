/** One leadership or shared: what the facts propose, and what people decided. */
import { endpoint, Id, Moment, MaybeWords, named, Page, PageQuery, z } from '#platform/endpoint'
import { coordinators, staff, visitors } from '../centre/roles.ts'

const Decision = z.object({
  id: z.int(),
  by: z.nullable(z.string()),
  at: Moment,
  why: z.string(),
})
export const Leadership = named(
  'Leadership',
  z.object({
    cvr: z.string(),
    /** The legal company, else one of its workplaces. */
    companyId: z.int(),
    name: z.string(),
    /** Of the whole company; `from` null: nobody knows. */
    employeesFrom: z.nullable(z.int()),
    employeesTo: z.nullable(z.int()),
    /** Open ones. */
    workplaces: z.int(),
    /** Workplaces answer each for itself. Until somebody decides, a company is one leadership. */
    shared: z.boolean(),
    /** The facts propose shared: from 250 employees, or from five workplaces with 50 together. */
    proposed: z.boolean(),
    decision: z.nullable(Decision),
    can: z.object({ decide: z.boolean() }),
  }),
)
/** `open`: proposed, and nobody has decided. */
export const leadershipsShown = ['open', 'shared', 'one'] as const
export const listLeaderships = endpoint({
  name: 'listLeaderships',
  method: 'GET',
  path: '/api/leaderships',
  summary: 'Companies that look as if they had shared leadership, and those decided on, the largest first',
  can: coordinators,
  query: z.object({ ...PageQuery, show: z._default(z.enum(leadershipsShown), 'open') }),
  answer: Page(Leadership),
  problems: ['bad-cursor'],
})
export const showLeadership = endpoint({
  name: 'showLeadership',
  method: 'GET',
  path: '/api/companies/{companyId}/leadership',
  summary: 'Whether a company is one leadership or shared, and what proposes it',
  can: staff,
  params: z.object({ companyId: Id }),
  answer: Leadership,
  problems: ['not-found'],
})
export const decideLeadership = endpoint({
  name: 'decideLeadership',
  method: 'POST',
  path: '/api/companies/{companyId}/leaderships',
  summary: 'Decide that a company is one leadership, or shared',
  can: visitors,
  status: 201,
  params: z.object({ companyId: Id }),
  body: z.object({ shared: z.boolean(), why: z._default(MaybeWords(300), '') }),
  answer: Leadership,
  problems: ['not-found', 'one-leadership'],
})
export const undoLeadership = endpoint({
  name: 'undoLeadership',
  method: 'DELETE',
  path: '/api/leaderships/{id}',
  summary: 'Take a decision back: the one before it counts again',
  can: visitors,
  params: z.object({ id: Id }),
  answer: Leadership,
  problems: ['not-found', 'changed-meanwhile'],
})

import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { type MatchedCompany, reasonKinds } from './matching.schema.ts'

type Matched = z.infer<typeof MatchedCompany>

export type MatchRow = {
  companyId: number
  name: string
  cvr: string
  pNumber: string | null
  kind: 'company' | 'workplace'
  street: string | null
  postalCode: string | null
  town: string | null
  employees: number | null
  industryText: string | null
  phone: string | null
  email: string | null
  protected: boolean
  rank: number
  position: number
  reasons: Matched['reasons'][number]['by'][] | null
  likely: number | null
  weights: [Matched['weights'][number]['of'], number][] | null
  certain: boolean
  contacts: number
  /** The contact that fits best, as it lies in the database. */
  contactId: string | null
  sealed: Buffer | null
}
export type Wanted = {
  known?: boolean | undefined
  q?: string | undefined
  /** Of these companies alone. */
  only?: readonly number[] | undefined
  after?: readonly [number, number] | undefined
  limit: number
}

/** Who of a list is recognised: `best` (company, position, contact, reasons, certain, how likely), of several contacts the one that fits best and tells most. */
export const recognised = (ctx: Ctx, listId: number, schoolId: number, only?: readonly number[]) => sql`
  with pairs as (
    select company_id, position, contact_id, min(told) as told, bool_or(certain) as certain, max(p) as likely,
      (array_agg(reasons order by p desc) filter (where reasons is not null))[1] as weights,
      array_agg(matched_by order by array_position(${[...reasonKinds]}::text[], matched_by)) as reasons
    from contact_match where centre_id = ${ctx.centreId} and school_id = ${schoolId} and list_id = ${listId}
      ${only ? sql`and company_id = any(${only}::int[])` : sql``}
    group by company_id, position, contact_id
  ), best as materialized (
    select distinct on (p.company_id) p.company_id, p.position, p.contact_id, p.reasons, p.likely, p.weights,
      count(*) over (partition by p.company_id)::int as contacts, bool_or(p.certain) over (partition by p.company_id) as certain
    from pairs p order by p.company_id, p.certain desc, p.likely desc nulls last, cardinality(p.reasons) desc, p.told desc, p.contact_id
  )`

/** The rows of a page, before anything is looked up about them: known, unknown or all. */
const picked = (ctx: Ctx, listId: number, { known, q, only, after, limit }: Wanted) => {
  const fromBest = sql`select company_id, position, case when certain then 1 else 0 end as rank from best`
  const others = sql`select d.company_id, d.position, 2 as rank from listed_company d
    where d.centre_id = ${ctx.centreId} and d.list_id = ${listId} and d.company_id not in (select company_id from best)`
  const all = known === undefined ? sql`${fromBest} union all ${others}` : known ? fromBest : others
  return sql`
    select x.* from (${all}) x ${q ? sql`join company_place f on f.id = x.company_id and (f.sought like '%' || lower(${q}) || '%' or f.cvr = ${q})` : sql``}
    where true ${after ? sql`and (x.rank, x.position) > (${after[0]}::int, ${after[1]}::int)` : sql``}
      ${only ? sql`and x.company_id = any(${only}::int[])` : sql``}
    order by x.rank, x.position limit ${limit + 1}`
}

/** Those that somebody must look at first, then the certain ones, then the rest; within each in the list's own order. */
export const pageOfMatches = async (ctx: Ctx, listId: number, schoolId: number, wanted: Wanted) => {
  const { rows } =
    await sql<MatchRow>`${recognised(ctx, listId, schoolId, wanted.only)}, picked as materialized (${picked(ctx, listId, wanted)})
    select c.id as company_id, c.name, c.cvr, c.p_number, c.kind, c.street, c.postal_code, c.town, coalesce(c.employees, c.employees_from) as employees,
      c.industry_text, c.phone, c.email, c.protected, x.position, x.rank, b.reasons, b.likely, b.weights, coalesce(b.certain, false) as certain, coalesce(b.contacts, 0) as contacts,
      s.id as contact_id, s.sealed
    from picked x join company_place c on c.id = x.company_id
    left join best b on b.company_id = x.company_id
    left join school_contact_now s on s.centre_id = ${ctx.centreId} and s.id = b.contact_id
    order by x.rank, x.position`.execute(ctx.db)
  return rows
}

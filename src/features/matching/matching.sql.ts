import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

/**
 * Who of these lists is in the asker's own school's contacts, and what the school has decided: `best` (list, company, contact,
 * reasons, certain, position), `struck`, `kept_ones`. Row-level security hides all other schools' contacts, strikes and keeps.
 * Goes from the contacts to the register by its indexes: just after an upload nobody knows yet how many contacts there are,
 * and a plan that goes through the list for each of them takes minutes.
 */
const matched = (ctx: Ctx, listIds: readonly number[], schoolId: number) => {
  const same = (by: string, theirs: string, ours: string) => sql`
    select d.list_id, d.company_id, d.position, s.id as contact_id, (s.contact_person is not null)::int + (s.note is not null)::int as told, ${by}::text as by
    from school_contact_now s
    join company_place c on c.${sql.ref(theirs)} = s.${sql.ref(ours)}
    join listed_company d on d.centre_id = s.centre_id and d.list_id = any(${listIds}::int[]) and d.company_id = c.id
    where s.centre_id = ${ctx.centreId} and s.school_id = ${schoolId}`
  return sql`
  with same as (
    ${same('cvr', 'cvr', 'cvr')} union all ${same('p-number', 'p_number', 'p_number')}
    union all ${same('phone', 'phone', 'phone')} union all ${same('domain', 'email_domain', 'domain')}
  ), pairs as (
    select list_id, company_id, position, contact_id, min(told) as told, bool_or(by in ('cvr', 'p-number')) as certain,
      array_agg(by order by array_position(array['cvr', 'p-number', 'phone', 'domain'], by)) as reasons
    from same group by list_id, company_id, position, contact_id
  ), best as materialized (
    select distinct on (p.list_id, p.company_id) p.list_id, p.company_id, p.position, p.contact_id, p.reasons,
      count(*) over (partition by p.list_id, p.company_id)::int as contacts, bool_or(p.certain) over (partition by p.list_id, p.company_id) as certain
    from pairs p order by p.list_id, p.company_id, p.certain desc, cardinality(p.reasons) desc, p.told desc, p.contact_id
  ), struck as materialized (
    select o.list_id, o.company_id, p.name as by_name, t.struck_at, t.until_on from strike_origin o
    join strike t on t.centre_id = o.centre_id and t.id = o.strike_id
    join person_named p on p.id = o.person_id
    where o.centre_id = ${ctx.centreId} and o.school_id = ${schoolId} and o.list_id = any(${listIds}::int[]) and o.undone_at is null
  ), kept_ones as materialized (
    select k.list_id, k.company_id, p.name as by_name, k.kept_at from kept k join person_named p on p.id = k.person_id
    where k.centre_id = ${ctx.centreId} and k.school_id = ${schoolId} and k.list_id = any(${listIds}::int[])
  )`
}
/** In a hearing, of this list. */
const listed = (ctx: Ctx, listId: number) =>
  sql`listed_company d where d.centre_id = ${ctx.centreId} and d.list_id = ${listId}`

export type HeardCounts = {
  total: number
  known: number
  struck: number
  kept: number
  knownLeft: number
  certainLeft: number
}
/** What a school has looked at and has left in each of these lists, in one statement; a list of which it knows nobody counts too. */
export const countHeard = async (
  ctx: Ctx,
  listIds: readonly number[],
  schoolId: number,
): Promise<Map<number, HeardCounts>> => {
  const { rows } = await sql<HeardCounts & { listId: number }>`${matched(ctx, listIds, schoolId)}, marks as (
      select list_id, company_id, true as known, certain, false as struck, false as kept from best
      union all select list_id, company_id, false, false, true, false from struck
      union all select list_id, company_id, false, false, false, true from kept_ones
    ), company_marks as (
      select list_id, bool_or(known) as known, bool_or(certain) as certain, bool_or(struck) as struck, bool_or(kept) as kept
      from marks group by list_id, company_id
    )
    select l.id as list_id,
      (select count(*)::int from listed_company d where d.centre_id = ${ctx.centreId} and d.list_id = l.id) as total,
      count(*) filter (where known)::int as known, count(*) filter (where struck)::int as struck, count(*) filter (where kept)::int as kept,
      count(*) filter (where known and not struck and not kept)::int as known_left,
      count(*) filter (where certain and not struck and not kept)::int as certain_left
    from unnest(${listIds}::int[]) as l(id) left join company_marks m on m.list_id = l.id
    group by l.id`.execute(ctx.db)
  return new Map(rows.map(({ listId, ...counts }) => [listId, counts]))
}
export const nothingHeard: HeardCounts = { total: 0, known: 0, struck: 0, kept: 0, knownLeft: 0, certainLeft: 0 }

export type HeardRow = {
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
  reasons: ('cvr' | 'p-number' | 'phone' | 'domain')[] | null
  certain: boolean
  contacts: number
  ourName: string | null
  ourCvr: string | null
  ourPNumber: string | null
  ourPhone: string | null
  ourEmail: string | null
  ourDomain: string | null
  ourStreet: string | null
  ourPostalCode: string | null
  ourTown: string | null
  ourPerson: string | null
  ourKnows: string | null
  ourNote: string | null
  struckAt: string | null
  struckBy: string | null
  untilOn: string | null
  keptAt: string | null
  keptBy: string | null
}
type Wanted = {
  known?: boolean | undefined
  q?: string | undefined
  after?: readonly [number, number] | undefined
  limit: number
}

/** The rows of a page, before anything is looked up about them: known, unknown or all. */
const picked = (ctx: Ctx, listId: number, { known, q, after, limit }: Wanted) => {
  const fromBest = sql`select company_id, position, case when certain then 0 else 1 end as rank from best`
  const others = sql`select d.company_id, d.position, 2 as rank from ${listed(ctx, listId)} and d.company_id not in (select company_id from best)`
  const all = known === undefined ? sql`${fromBest} union all ${others}` : known ? fromBest : others
  return sql`
    select x.* from (${all}) x ${q ? sql`join company_place f on f.id = x.company_id and (f.sought like '%' || lower(${q}) || '%' or f.cvr = ${q})` : sql``}
    ${after ? sql`where (x.rank, x.position) > (${after[0]}::int, ${after[1]}::int)` : sql``}
    order by x.rank, x.position limit ${limit + 1}`
}

/** Certain ones first, then the other known, then the rest; within each in the list's own order. */
export const pageOfHeard = async (ctx: Ctx, listId: number, schoolId: number, wanted: Wanted): Promise<HeardRow[]> => {
  const { rows } =
    await sql<HeardRow>`${matched(ctx, [listId], schoolId)}, picked as materialized (${picked(ctx, listId, wanted)})
    select c.id as company_id, c.name, c.cvr, c.p_number, c.kind, c.street, c.postal_code, c.town, coalesce(c.employees, c.employees_from) as employees,
      c.industry_text, c.phone, c.email, c.protected, x.position, x.rank, b.reasons, coalesce(b.certain, false) as certain, coalesce(b.contacts, 0) as contacts,
      s.name as our_name, s.cvr as our_cvr, s.p_number as our_p_number, s.phone as our_phone, s.email as our_email, s.domain as our_domain, s.street as our_street,
      s.postal_code as our_postal_code, s.town as our_town, s.contact_person as our_person, s.knows as our_knows, s.note as our_note,
      t.struck_at, t.by_name as struck_by, t.until_on, k.kept_at, k.by_name as kept_by
    from picked x join company_place c on c.id = x.company_id
    left join best b on b.company_id = x.company_id
    left join school_contact_now s on s.centre_id = ${ctx.centreId} and s.id = b.contact_id
    left join struck t on t.company_id = x.company_id
    left join kept_ones k on k.company_id = x.company_id
    order by x.rank, x.position`.execute(ctx.db)
  return rows
}

/** Companies with the same CVR or P-number as an own contact, neither struck nor kept yet. */
export const certainLeft = async (ctx: Ctx, listId: number, schoolId: number) => {
  const { rows } = await sql<{ id: number }>`${matched(ctx, [listId], schoolId)}
    select company_id as id from best
    where certain and company_id not in (select company_id from struck) and company_id not in (select company_id from kept_ones)
    order by position`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

/**
 * The companies of a list beside the asker's own school's contacts: `(company_id, contact_id, cvr, p_number, phone, domain)`,
 * booleans of what is exactly the same. Row-level security hides all other schools' contacts, strikes and keeps.
 */
const matched = (ctx: Ctx, listId: number, schoolId: number) => {
  const same = (by: string, column: string, ours: string) => sql`
    select l.id as company_id, s.id as contact_id, ${by}::text as by from listed l
    join school_contact s on s.centre_id = ${ctx.centreId} and s.school_id = ${schoolId} and s.replaced_by is null
      and s.${sql.ref(ours)} = l.${sql.ref(column)}`
  return sql`
  with listed as (
    select c.*, d.position from list_company d join company c on c.id = d.company_id
    where d.centre_id = ${ctx.centreId} and d.list_id = ${listId} and d.included
  ), same as (
    ${same('cvr', 'cvr', 'cvr')} union all ${same('p-number', 'p_number', 'p_number')}
    union all ${same('phone', 'phone', 'phone')} union all ${same('domain', 'email_domain', 'domain')}
  ), pairs as (
    select company_id, contact_id, array_agg(by order by array_position(array['cvr', 'p-number', 'phone', 'domain'], by)) as reasons,
      bool_or(by in ('cvr', 'p-number')) as certain
    from same group by company_id, contact_id
  ), best as (
    select distinct on (p.company_id) p.company_id, p.contact_id, p.reasons, count(*) over (partition by p.company_id)::int as contacts,
      bool_or(p.certain) over (partition by p.company_id) as certain
    from pairs p join school_contact s on s.centre_id = ${ctx.centreId} and s.id = p.contact_id
    order by p.company_id, p.certain desc, cardinality(p.reasons) desc, (s.contact_person is not null) desc, (s.note is not null) desc, s.id
  ), struck as (
    select o.company_id, p.name as by_name, t.struck_at, t.until_on from strike_origin o
    join strike t on t.centre_id = o.centre_id and t.id = o.strike_id
    join person p on p.id = o.person_id
    where o.centre_id = ${ctx.centreId} and o.school_id = ${schoolId} and o.list_id = ${listId} and o.undone_at is null
  ), kept_ones as (
    select k.company_id, p.name as by_name, k.kept_at from kept k join person p on p.id = k.person_id
    where k.centre_id = ${ctx.centreId} and k.school_id = ${schoolId} and k.list_id = ${listId}
  )`
}

export type HeardCounts = {
  total: number
  known: number
  struck: number
  kept: number
  knownLeft: number
  certainLeft: number
}
export const countHeard = async (ctx: Ctx, listId: number, schoolId: number): Promise<HeardCounts> => {
  const { rows } = await sql<HeardCounts>`${matched(ctx, listId, schoolId)}
    select count(*)::int as total, count(b.company_id)::int as known, count(t.company_id)::int as struck, count(k.company_id)::int as kept,
      count(*) filter (where b.company_id is not null and t.company_id is null and k.company_id is null)::int as known_left,
      count(*) filter (where b.certain and t.company_id is null and k.company_id is null)::int as certain_left
    from listed l left join best b on b.company_id = l.id
    left join struck t on t.company_id = l.id left join kept_ones k on k.company_id = l.id`.execute(ctx.db)
  return rows[0] ?? { total: 0, known: 0, struck: 0, kept: 0, knownLeft: 0, certainLeft: 0 }
}

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
  companyIds?: readonly number[]
}

/** Certain ones first, then the other known, then the rest; within each in the list's own order. */
export const pageOfHeard = async (ctx: Ctx, listId: number, schoolId: number, wanted: Wanted): Promise<HeardRow[]> => {
  const { known, q, after, limit } = wanted
  const { rows } = await sql<HeardRow>`${matched(ctx, listId, schoolId)}, shown as (
      select l.id as company_id, l.name, l.cvr, l.p_number, l.kind, l.street, l.postal_code, l.town, coalesce(l.employees, l.employees_from) as employees,
        l.industry_text, l.phone, l.email, l.protected, l.position, b.reasons, coalesce(b.certain, false) as certain, coalesce(b.contacts, 0) as contacts,
        case when b.certain then 0 when b.company_id is not null then 1 else 2 end as rank,
        s.name as our_name, s.cvr as our_cvr, s.p_number as our_p_number, s.phone as our_phone, s.email as our_email, s.domain as our_domain, s.street as our_street,
        s.postal_code as our_postal_code, s.town as our_town, s.contact_person as our_person, s.knows as our_knows, s.note as our_note,
        t.struck_at, t.by_name as struck_by, t.until_on, k.kept_at, k.by_name as kept_by
      from listed l left join best b on b.company_id = l.id
      left join school_contact s on s.centre_id = ${ctx.centreId} and s.id = b.contact_id
      left join struck t on t.company_id = l.id left join kept_ones k on k.company_id = l.id
      where (${known ?? null}::boolean is null or (b.company_id is not null) = ${known ?? null})
        and (${q || null}::text is null or l.sought like '%' || lower(${q || null}) || '%' or l.cvr = ${q || null})
    )
    select * from shown where (${after?.[0] ?? null}::int is null or (rank, position) > (${after?.[0] ?? null}::int, ${after?.[1] ?? null}::int))
    order by rank, position limit ${limit + 1}`.execute(ctx.db)
  return rows
}

/** Companies with the same CVR or P-number as an own contact, neither struck nor kept yet. */
export const certainLeft = async (ctx: Ctx, listId: number, schoolId: number) => {
  const { rows } = await sql<{ id: number }>`${matched(ctx, listId, schoolId)}
    select l.id from listed l join best b on b.company_id = l.id and b.certain
    where not exists (select from struck t where t.company_id = l.id) and not exists (select from kept_ones k where k.company_id = l.id)
    order by l.position`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

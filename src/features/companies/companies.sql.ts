import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Ctx } from '#platform/context'
import { containing } from '#platform/db/containing'
import type { z } from '#platform/endpoint'
import type { CallReasonWord } from '../may-contact/hindrance.schema.ts'
import type { listCompanies } from './companies.schema.ts'

type Query = z.core.output<NonNullable<(typeof listCompanies)['query']>>
export type Filter = Omit<Query, 'cursor' | 'limit' | 'sort'>
export type Sort = NonNullable<Query['sort']>
type Condition = RawBuilder<SqlBool>

/** Digits are a CVR number, a P-number, a phone or the beginning of one; anything else words of the name, in any order. */
const sought = (q: string): Condition[] => {
  const digits = q.replace(/^\+45|^DK/i, '').replace(/[\s.-]/g, '')
  if (!/^\d{3,}$/.test(digits))
    return q
      .split(/\s+/)
      .slice(0, 6)
      .map((word) => sql<SqlBool>`c.sought like ${containing(word.toLowerCase())}`)
  if (digits.length === 8)
    return [
      sql`c.id in (select x.id from company_place x where x.cvr = ${digits} union all select p.id from place_phone p where p.phone = ${digits})`,
    ]
  if (digits.length === 10) return [sql`c.p_number = ${digits}`]
  return [
    sql`(c.cvr like ${`${digits}%`} or c.p_number like ${`${digits}%`} or c.sought like ${containing(digits)}
      or c.id in (select p.id from place_phone p where p.phone like ${`${digits}%`}))`,
  ]
}

/** Of the whole company: the exact number where the register has one, else the low end of its interval. */
const bySize: Record<NonNullable<Filter['size']>, Condition> = {
  '0-9': sql`z.employees_from < 10`,
  '10-49': sql`z.employees_from between 10 and 49`,
  '50+': sql`z.employees_from >= 50`,
  unknown: sql`z.employees_from is null`,
}
/** Only who asks for a size looks it up: of a page, and of few, place by place (`offset 0`); who counts much of the register, all at once. */
const sizeOfEach = ({ size }: Filter) =>
  size
    ? sql`left join lateral (select s.employees_from from company_size s where s.cvr = c.cvr offset 0) z on true`
    : sql``
const sizeOfAll = (filter: Filter) =>
  filter.size && !(filter.q || filter.municipality || filter.industry)
    ? sql`left join company_size z on z.cvr = c.cvr`
    : sizeOfEach(filter)

/** Places that someone has: for all of their company, or for this workplace alone. */
const had = (which: Condition) => sql<SqlBool>`c.id in (
  select p.id from regular_contact_now r join company_place p on p.cvr = r.cvr and (r.whole or p.id = r.company_id)
  where r.centre_id = (select app_centre()) and ${which})`
const byContact: Record<NonNullable<Filter['contact']>, Condition> = {
  mine: had(sql`r.person_id = (select app_person()) and r.released_at is null`),
  left: had(sql`r.released_at is not null`),
  none: sql`not ${had(sql`true`)}`,
}

/** Where the choice asks who may be called each place is judged as it is met; else it is left alone. */
const places = ({ call }: Filter) => (call ? sql`place_judged` : sql`company_place`)
/** Who counts meets them all, so what bars them is gathered first. */
const allPlaces = ({ call }: Filter) => (call ? sql`place_weighed` : sql`company_place`)

/** What the own school struck is no hindrance to it; row-level security shows nobody else any. */
export const ownStrikes = sql`array(select id from own_strike_now where centre_id = (select app_centre()))`
const withStaff = (place: 'c' | 'l') => {
  const of = (column: string) => sql.ref(`${place}.${column}`)
  return sql<SqlBool>`coalesce(${of('employees')}, ${of('employees_to')}, ${of('employees_from')}, 1) > 0`
}
const same = (column: string) => sql`${sql.ref(`l.${column}`)} is not distinct from ${sql.ref(`c.${column}`)}`
/** The same place twice: a workplace that looks as its company does, which is found by the same words and narrowed by the same choices. */
const twice = ({ staff }: Filter) => sql<SqlBool>`c.kind = 'workplace' and exists (select from company_place l
  where l.cvr = c.cvr and l.kind = 'company' and l.name = c.name and l.postal_code = c.postal_code and ${same('street')}
    and ${same('industry')} and ${same('closed_on')} ${staff ? sql`and ${withStaff('l')}` : sql``})`
/** What one may have without the other: who may be called, its number, who has it, its own number at the register. */
const mayDiffer = ({ q, kind, call, contact, number: phone }: Filter) =>
  kind !== undefined || call !== undefined || contact !== undefined || phone !== undefined || /\d{3}/.test(q ?? '')

const conditions = (filter: Filter): Condition => {
  const {
    q,
    municipality,
    industry,
    size,
    form,
    kind,
    status,
    call,
    contact,
    number: phone,
    staff,
    places: shown,
  } = filter
  const all: Condition[] = [sql`true`, ...(q ? sought(q) : [])]
  if (municipality) all.push(sql`c.municipality = ${municipality}`)
  if (industry) all.push(sql`c.industry between ${industry.padEnd(6, '0')} and ${industry.padEnd(6, '9')}`)
  if (size) all.push(bySize[size])
  if (form) all.push(sql`c.form_code = ${form}`)
  if (kind) all.push(sql`c.kind = ${kind}`)
  if (status === 'active') all.push(sql`(c.closed_on is null or c.closed_on > (select app_today()))`)
  if (status === 'closed') all.push(sql`c.closed_on <= (select app_today())`)
  const open = sql<SqlBool>`(not c.hindered or c.id in (select s.company_id from struck_and_open((select app_centre())) s))`
  if (call === 'not-now') all.push(sql`not ${open}`)
  if (call === 'now') all.push(open)
  if (phone) all.push(sql`c.phone is null`)
  if (contact) all.push(byContact[contact])
  if (staff) all.push(withStaff('c'))
  if (shown && !mayDiffer(filter)) all.push(sql`not (${twice(filter)})`)
  return sql.join(all, sql` and `)
}

export type Listed = {
  id: number
  kind: 'company' | 'workplace'
  cvr: string
  pNumber: string | null
  name: string
  street: string | null
  postalCode: string | null
  town: string | null
  municipality: number | null
  industry: string | null
  industryText: string | null
  form: string | null
  employees: number | null
  employeesFrom: number | null
  employeesTo: number | null
  companyEmployeesFrom: number | null
  companyEmployeesTo: number | null
  phone: string | null
  email: string | null
  protected: boolean
  closedOn: string | null
  contact: string | null
  blockReason: CallReasonWord | null
  blockUntil: string | null
}

const listedColumns = sql.raw(
  [
    'id',
    'kind',
    'cvr',
    'p_number',
    'name',
    'street',
    'postal_code',
    'town',
    'municipality',
    'industry',
    'industry_text',
    'form',
    'employees',
    'employees_from',
    'employees_to',
    'phone',
    'email',
    'closed_on',
    'protected',
  ]
    .map((name) => `c.${name}`)
    .join(', '),
)

/** What comes before the name: nothing, the town, or how many work there; `unknown` last where the largest come first. */
const largest = sql`-coalesce(c.employees, c.employees_from, 0)`
const orders: Record<Sort, { key: RawBuilder<unknown> | undefined; falls: boolean; type: RawBuilder<unknown> }> = {
  name: { key: undefined, falls: false, type: sql`text` },
  '-name': { key: undefined, falls: true, type: sql`text` },
  town: { key: sql`coalesce(c.town, '')`, falls: false, type: sql`text` },
  '-town': { key: sql`coalesce(c.town, '')`, falls: true, type: sql`text` },
  '-employees': { key: largest, falls: false, type: sql`int` },
  employees: { key: largest, falls: true, type: sql`int` },
}
export type After = { key: string | number | null; name: string; id: number }

/** One page, by name if not otherwise said. First the page's own rows; only for these is asked who may be called. */
export const pageOfCompanies = async (
  ctx: Ctx,
  filter: Filter,
  { sort, after, limit }: { sort: Sort; after: After | undefined; limit: number },
): Promise<(Listed & { sortKey: string | number | null })[]> => {
  const { key, falls, type } = orders[sort]
  const [beyondIt, way] = falls ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`]
  const keyed = (column: RawBuilder<unknown> | undefined, rest: RawBuilder<unknown>) =>
    column ? sql`${column}, ${rest}` : rest
  const beyond = after
    ? sql`and (${keyed(key, sql`c.name, c.id`)}) ${beyondIt} (${keyed(key && sql`${after.key}::${type}`, sql`${after.name}, ${after.id}`)})`
    : sql``
  const order = keyed(key && sql`${key} ${way}`, sql`c.name ${way}, c.id ${way}`)
  const ordered = keyed(key && sql`page.sort_key ${way}`, sql`page.name ${way}, page.id ${way}`)
  const { rows } = await sql<Listed & { sortKey: string | number | null }>`
    with page as materialized (select ${listedColumns}, ${key ?? sql`null::text`} as sort_key from ${places(filter)} c ${sizeOfEach(filter)} where ${conditions(filter)} ${beyond} order by ${order} limit ${limit})
    select page.*, page.protected or coalesce(legal.protected, false) as protected,
      (select p.name from regular_contact_now r join person_named p on p.id = r.person_id
        where r.centre_id = ${ctx.centreId} and r.cvr = page.cvr and (r.whole or r.company_id = page.id) and r.released_at is null limit 1) as contact,
      b.word as block_reason, b.until_on as block_until, z.employees_from as company_employees_from, z.employees_to as company_employees_to
    from page
    left join lateral (select s.employees_from, s.employees_to from company_size s where s.cvr = page.cvr offset 0) z on true
    left join company_place legal on legal.cvr = page.cvr and legal.kind = 'company' and page.kind = 'workplace'
    left join longest_hindrances(${ctx.centreId}, array(select id from page), ${ownStrikes}) b on b.company_id = page.id
    order by ${ordered}`.execute(ctx.db)
  return rows
}

/** Counts up to `most` and one more, so that counting a whole register costs no more than a page of it. */
export const countUpTo = async (ctx: Ctx, filter: Filter, most: number) => {
  const { rows } = await sql<{ count: number; workplaces: number }>`
    select count(*) as count, count(*) filter (where found.kind = 'workplace') as workplaces from (select c.kind from ${allPlaces(filter)} c ${sizeOfAll(filter)} where ${conditions(filter)} limit ${most + 1}) found`.execute(
    ctx.db,
  )
  return rows[0] ?? { count: 0, workplaces: 0 }
}

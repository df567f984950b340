import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { isApart } from '../leaderships/leaderships.ts'
import type { Criteria, Reason } from './criteria.schema.ts'

/** Employees of a place `c`: the exact number, else the lower end of the register's interval; without a figure nobody. */
const employed = sql`coalesce(c.employees, c.employees_from, 0)`
/** Of the whole company, in the same way; what nobody knows is no size. */
const inAll = sql`z.employees_from`
const sizeRange = {
  '0-9': sql`${inAll} between 0 and 9`,
  '10-49': sql`${inAll} between 10 and 49`,
  '50+': sql`${inAll} >= 50`,
  unknown: sql`${inAll} is null`,
} as const
/** By criteria, or just these companies (`named`), which somebody chose one by one. */
type Asked = Criteria & { named?: readonly number[] }
/** Criteria that leave few: then only those are judged, else all of the register in one go. */
const narrow = ({ municipalities, industries, forms, named }: Asked) =>
  named !== undefined || [municipalities, industries, forms].some((chosen) => chosen.length > 0)
/** How large a company is: of few each is looked up by itself (`offset 0`), of all of the register all at once. */
const ofSize = (criteria: Asked) =>
  narrow(criteria)
    ? sql`left join lateral (select s.employees_from from company_size s where s.cvr = c.cvr offset 0) z on true`
    : sql`left join company_size z on z.cvr = c.cvr`
const asksSize = ({ sizes, employeesFrom, employeesTo }: Criteria) =>
  sizes.length > 0 || employeesFrom !== null || employeesTo !== null

/** What the rooms hand in (`criteria` of room.ts): each says of the row `c` what was chosen, or nothing. */
const handedIn = (ctx: Ctx, criteria: Criteria) =>
  ctx.house.rooms.flatMap((room) => room.criteria ?? []).flatMap(({ asks }) => asks(ctx, criteria) ?? [])

const contactedBefore = (ctx: Ctx, since: RawBuilder<unknown>) =>
  sql`exists (select from contact_made e where e.centre_id = ${ctx.centreId} and e.cvr = c.cvr and (e.whole or e.company_id = c.id) and ${since})`

/** A wait `of` reached the place `c`, and was not lifted. */
const isGiven = (ctx: Ctx, of: string) => {
  const its = (column: string) => sql.ref(`${of}.${column}`)
  return sql`${its('centre_id')} = ${ctx.centreId} and ${its('cvr')} = c.cvr and ${its('lifted_at')} is null
    and (${its('whole')} or ${its('company_id')} is null or ${its('company_id')} = c.id or ${its('whole')} is null and not ${isApart(sql.ref('c.cvr'))})`
}
/** The latest wait of the place `c` is over, and nobody has spoken with it since it began; the talk that gave it is before it was written down, on its first day. */
const waitIsOver = (ctx: Ctx, reason: 'over' | 'later') => sql`exists (
  select from wait_given w where ${isGiven(ctx, 'w')} and w.until_on <= ${ctx.today}::date
    and ${reason === 'later' ? sql`w.reason = 'later'` : sql`true`}
    and not exists (select from wait_given n where ${isGiven(ctx, 'n')} and (n.from_on, n.id) > (w.from_on, w.id))
    and not ${contactedBefore(ctx, sql`(e.at > w.set_at or e.on_date > w.from_on)`)})`

/** What the criteria ask of a row `c` of the register, with `z`, the size of its company. */
const fitting = (ctx: Ctx, criteria: Asked) => {
  if (criteria.named) return sql`c.id = any(${criteria.named}::int[])`
  const asked: RawBuilder<unknown>[] = [sql`true`]
  if (criteria.kind !== 'both') asked.push(sql`c.kind = ${criteria.kind}`)
  if (criteria.municipalities.length > 0) asked.push(sql`c.municipality = any(${criteria.municipalities}::int[])`)
  if (criteria.industries.length > 0)
    asked.push(
      sql`(${sql.join(
        criteria.industries.map((code) => sql`c.industry between ${code.padEnd(6, '0')} and ${code.padEnd(6, '9')}`),
        sql` or `,
      )})`,
    )
  if (criteria.forms.length > 0) asked.push(sql`c.form_code = any(${criteria.forms}::int[])`)
  if (criteria.sizes.length > 0)
    asked.push(
      sql`(${sql.join(
        criteria.sizes.map((size) => sizeRange[size]),
        sql` or `,
      )})`,
    )
  if (criteria.employeesFrom !== null) asked.push(sql`${inAll} >= ${criteria.employeesFrom}`)
  if (criteria.employeesTo !== null) asked.push(sql`${inAll} <= ${criteria.employeesTo}`)
  if (criteria.contact === 'never') asked.push(sql`not ${contactedBefore(ctx, sql`true`)}`)
  if (criteria.contact === 'not-since')
    asked.push(sql`not ${contactedBefore(ctx, sql`e.on_date >= ${criteria.contactSince}::date`)}`)
  if (criteria.waitOver !== 'any') asked.push(waitIsOver(ctx, criteria.waitOver))
  if (criteria.withNumber) asked.push(sql`c.phone is not null`)
  if (criteria.visitedSince !== null)
    asked.push(contactedBefore(ctx, sql`e.kind = 'visited' and e.on_date >= ${criteria.visitedSince}::date`))
  return sql.join([...asked, ...handedIn(ctx, criteria)], sql` and `)
}
/** Places that the criteria fit, whatever keeps them off a list: `(id, cvr)`. For statements of rooms that ask what came of such companies. */
export const placesThatFit = (ctx: Ctx, criteria: Criteria) =>
  sql<{
    id: number
    cvr: string
  }>`select c.id, c.cvr from company_place c ${ofSize(criteria)} where ${fitting(ctx, criteria)}`

/** Largest first; or by lot, where the same seed gives the same order for ever. */
const order = (criteria: Criteria, seed: number) =>
  criteria.random ? sql`md5(${String(seed)} || cvr), id` : sql`size desc, name collate "da-x-icu", id`

/** How many places of one company the list takes: of one leadership, and where it is shared. */
export type Places = { one: number; shared: number }
export type Freezing = { criteria: Asked; seed: number; places: Places }
/** So many of company number `cvr`. */
const most = ({ one, shared }: Places, cvr: string) =>
  sql`case when ${isApart(sql.ref(cvr))} then ${shared}::int else ${one}::int end`

/** Companies on another open list, and one that has them; with shared leadership each workplace for itself (`place`). */
const onOtherLists = (ctx: Ctx, listId: number, among: RawBuilder<unknown>) => sql`
  taken as materialized (
    select d.cvr, case when ${isApart(sql.ref('d.cvr'))} then d.company_id else 0 end as place, min(l.name) as name from list_company d
    join contact_list l on l.centre_id = d.centre_id and l.id = d.list_id
    where d.centre_id = ${ctx.centreId} and d.included and d.list_id <> ${listId} ${among}
      and not exists (select from list_closing k where k.centre_id = d.centre_id and k.list_id = d.list_id)
    group by 1, 2
  )`

/**
 * Every company and workplace that fits, and what keeps it off: `(id, cvr, kind, name, size, municipality, industry, employees, company_employees,
 * other_list, hindrance, until_on)`. The beginning of the count and of the freezing alike.
 */
const hindered = (ctx: Ctx, listId: number, criteria: Asked) => sql`
  fits as (
    select c.id, c.cvr, c.kind, c.name, ${employed} as size, c.municipality, c.industry, coalesce(c.employees, c.employees_from) as employees,
      ${inAll} as company_employees
    from company_place c ${ofSize(criteria)} where ${fitting(ctx, criteria)}
  ), barred as materialized (
    ${
      narrow(criteria)
        ? // A list is called by everyone: what a school kept for itself stays off it, its own lists too.
          sql`select company_id, word, until_on from heaviest_hindrances(${ctx.centreId}, array(select id from fits), '{}')`
        : sql`select distinct on (h.company_id) h.company_id, h.word, h.until_on from hindrance_now h
              where h.centre_id = ${ctx.centreId} and 'outreach' = any(h.stops)
              order by h.company_id, h.rank, h.until_on desc nulls first`
    }
  ), ${onOtherLists(ctx, listId, narrow(criteria) ? sql`and d.cvr = any(array(select cvr from fits))` : sql``)}, hindered as (
    select f.*, taken.name as other_list,
      -- Of a company on another open list, in hearing or sorted out there, only that is told.
      case when told.elsewhere then 'in-another-list' else barred.word end as hindrance,
      case when not told.elsewhere then barred.until_on end as until_on
    from fits f
    left join barred on barred.company_id = f.id
    left join taken on taken.cvr = f.cvr and taken.place in (0, f.id)
    cross join lateral (select taken.cvr is not null and coalesce(barred.word, 'struck') in ('struck', 'in-hearing') as elsewhere) told
  )`

/**
 * All of them in the order of the draw: `(id, cvr, included, reason, until_on, detail, position, place)`, and as it is that day
 * `(municipality, industry, employees, company_employees)`. The largest workplace that may be called stands for its CVR number; a legal company gives way
 * to its workplaces.
 */
const judged = (ctx: Ctx, listId: number, { criteria, seed, places }: Freezing) => sql`
  with ${hindered(ctx, listId, criteria)}, placed as (
    select h.*,
      row_number() over places as place,
      first_value(h.name) over places as place_name
    from hindered h
    window places as (partition by h.cvr, h.hindrance is null order by (h.kind = 'workplace') desc, h.size desc, h.id)
  ), numbered as (
    select p.*, hindrance is null and place <= ${most(places, 'p.cvr')} as may,
      row_number() over (partition by hindrance is null and place <= ${most(places, 'p.cvr')} order by ${order(criteria, seed)}) as n
    from placed p
  ), told as (
    select id, cvr, name, n, until_on, other_list, place_name, place, municipality, industry, employees, company_employees,
      case when hindrance is not null then hindrance
           when not may then 'same-company'
           when n > ${criteria.limit}::int then 'over-limit'
           else ${criteria.random ? 'chosen-at-random' : 'fits'} end as reason
    from numbered
  ), drawn as (
    select id, cvr, reason, place, municipality, industry, employees, company_employees, reason in ('fits', 'chosen-at-random') as included, until_on,
      case reason when 'in-another-list' then other_list when 'same-company' then place_name end as detail,
      row_number() over (order by reason in ('fits', 'chosen-at-random') desc, n, name, id)::int as position
    from told
  )`

/** `numbered`: how many places of each company are kept off by what, of few that fit: each judged for itself. */
const numberedFew = (ctx: Ctx, listId: number, criteria: Criteria) => sql`
  ${hindered(ctx, listId, criteria)}, numbered as materialized (
    select cvr, hindrance, count(*) as n from hindered group by cvr, hindrance
  )`
/** The same of all the register, or much of it: counted first, then said in words. */
const numberedAll = (ctx: Ctx, listId: number, criteria: Criteria) => sql`
  weighed as materialized (
    select c.cvr, c.rank, case when ${isApart(sql.ref('c.cvr'))} then c.id else 0 end as place, count(*) as n
    from place_weighed c ${asksSize(criteria) ? ofSize(criteria) : sql``} where ${fitting(ctx, criteria)} group by 1, 2, 3
  ), ${onOtherLists(ctx, listId, sql``)}, numbered as (
    select w.cvr, w.n, case when (w.cvr, w.place) in (select cvr, place from taken) and coalesce(k.word, 'struck') in ('struck', 'in-hearing') then 'in-another-list' else k.word end as hindrance
    from weighed w left join kind_that_stops k on k.rank = w.rank
  )`

/** So much room that sixty thousand companies are gathered in memory: on disk, which is what a server's own setting gives, it takes half as long again. */
const roomToGather = (ctx: Ctx) => sql`select set_config('work_mem', '32MB', true)`.execute(ctx.db)
/**
 * `{reason, count}` of all that fit, as a freezing now would give them (`draw.test.ts` compares): a company number has so many places, a list
 * so many companies, and no order is needed to say how many are left over.
 */
export const countByReason = async (ctx: Ctx, listId: number, { criteria, places }: Omit<Freezing, 'seed'>) => {
  if (!narrow(criteria)) await roomToGather(ctx)
  const { rows } = await sql<{ reason: Reason; count: number }>`
    with ${narrow(criteria) ? numberedFew(ctx, listId, criteria) : numberedAll(ctx, listId, criteria)}, free as (
      select coalesce(sum(least(n, most)), 0) as may, coalesce(sum(n - least(n, most)), 0) as rest
      from (select sum(n) as n, ${most(places, 'numbered.cvr')} as most from numbered where hindrance is null group by cvr) each
    ), told as (
      select hindrance as reason, sum(n) as count from numbered where hindrance is not null group by hindrance
      union all select ${criteria.random ? 'chosen-at-random' : 'fits'}, least(may, ${criteria.limit}::int) from free
      union all select 'over-limit', greatest(may - ${criteria.limit}::int, 0) from free
      union all select 'same-company', rest from free
    )
    select reason, count::int as count from told where count > 0`.execute(ctx.db)
  return rows
}

/** Whose wait is over, as a freezing of all of them now would take them, and of them those who said gladly later. */
export const countWaitsOver = async (ctx: Ctx, criteria: Criteria, places: Places) => {
  const { rows } = await sql<{ companies: number; later: number }>`
    with over as materialized (
      select c.cvr, case when ${isApart(sql.ref('c.cvr'))} then c.id else 0 end as place, count(*) as n,
        count(*) filter (where ${waitIsOver(ctx, 'later')}) as later
      from place_weighed c where c.rank is null and ${fitting(ctx, { ...criteria, waitOver: 'over' })} group by 1, 2
    ), ${onOtherLists(ctx, 0, sql`and d.cvr in (select cvr from over)`)}
    select coalesce(sum(least(n, most)), 0)::int as companies, coalesce(sum(least(later, most)), 0)::int as later
    from (
      select sum(n) as n, sum(later) as later, ${most(places, 'over.cvr')} as most from over
      where (over.cvr, over.place) not in (select cvr, place from taken) group by over.cvr
    ) each`.execute(ctx.db)
  return rows[0] ?? { companies: 0, later: 0 }
}

export const countNumberless = async (ctx: Ctx, listId: number, given: Freezing): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    ${judged(ctx, listId, given)}
    select count(*)::int as count from drawn d join company_place c on c.id = d.id where d.included and c.phone is null`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}

/** One freezing at a time in a centre, so that two lists drawn at once never take the same company. Taken right after the list's row. */
export const lockDraws = (ctx: Ctx) =>
  sql`select pg_advisory_xact_lock(hashtext('draw'), ${ctx.centreId})`.execute(ctx.db)

/** Writes the draw, unless it stands there already; false then. */
export const insertDraw = async (
  ctx: Ctx,
  listId: number,
  { rule, ...row }: { rule: unknown; companyPlaces: number; drawnBy: number },
) => {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('draw')
    .values({ centreId: ctx.centreId, listId, rule: JSON.stringify(rule), ...row, drawnAt: ctx.at })
    .onConflict((same) => same.columns(['centreId', 'listId']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Takes the draw away with its companies; what a hearing or a call hangs on keys keep. */
export const removeDraw = async (ctx: Ctx, listId: number): Promise<void> => {
  for (const table of ['listCompany', 'draw'] as const)
    await ctx.db.deleteFrom(table).where('centreId', '=', ctx.centreId).where('listId', '=', listId).execute()
}

/** Writes each company, in or out; the number that came in. */
export const insertDrawn = async (ctx: Ctx, listId: number, given: Freezing) => {
  const { rows } = await sql<{ included: number }>`
    ${judged(ctx, listId, given)}, written as (
      insert into list_company (centre_id, list_id, company_id, cvr, included, reason, until_on, detail, position,
        municipality, industry, employees, company_employees, company_places, place)
      select ${ctx.centreId}, ${listId}, id, cvr, included, reason, until_on, detail, position,
        municipality, industry, employees, company_employees, ${Math.max(given.places.one, given.places.shared)}, case when included then place else 1 end from drawn
      returning included
    ) select count(*) filter (where included)::int as included from written`.execute(ctx.db)
  return rows[0]?.included ?? 0
}

/** What the register holds to choose from; ordered by how much there is of it. */
export const registerChoices = async (ctx: Ctx) => {
  const { rows: municipalities } = await sql<{ code: number; count: number }>`
    select municipality as code, count(*)::int as count from company_place where municipality is not null group by 1`.execute(
    ctx.db,
  )
  const { rows: industries } = await sql<{ code: string; count: number }>`
    select left(industry, 2) as code, count(*)::int as count from company_place where industry is not null group by 1`.execute(
    ctx.db,
  )
  const { rows: forms } = await sql<{ code: number; name: string; count: number }>`
    select form_code as code, min(form) as name, count(*)::int as count from company_place where form_code is not null and form is not null group by 1`.execute(
    ctx.db,
  )
  return { municipalities, industries, forms }
}

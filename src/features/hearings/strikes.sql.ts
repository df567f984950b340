import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

type Struck = { companyId: number; cvr: string }

/**
 * Strikes companies of a list for a school: the centre's row, and beside it the school's own row that says whose it is.
 * Gives those struck now; companies that are not on the list, or struck by this school already, are left out.
 * The caller holds the school's answer (lockOwnAnswer), so that two colleagues take turns.
 */
export const insertStrikes = async (
  ctx: Ctx,
  to: { listId: number; schoolId: number; personId: number; untilOn: string; reason: string },
  companyIds: readonly number[],
) => {
  const { rows } = await sql<Struck>`
    with struck as (
      insert into strike (centre_id, list_id, company_id, cvr, struck_at, until_on)
      select d.centre_id, d.list_id, d.company_id, d.cvr, ${ctx.at}, ${to.untilOn} from listed_company d
      where d.centre_id = ${ctx.centreId} and d.list_id = ${to.listId} and d.company_id = any(${companyIds}::int[])
        and not exists (select from strike_origin o where o.centre_id = d.centre_id and o.school_id = ${to.schoolId}
          and o.list_id = d.list_id and o.company_id = d.company_id and o.undone_at is null)
      order by d.company_id
      returning id, company_id, cvr
    ), origin as (
      insert into strike_origin (centre_id, strike_id, school_id, list_id, company_id, person_id, reason, asked_id)
      select ${ctx.centreId}, id, ${to.schoolId}, ${to.listId}, company_id, ${to.personId}, ${to.reason}, (
        -- Who knows it, by the school's own list, is asked to go on with it; who says why in words knows it himself.
        select m.person_id from contact_match k
        join school_contact_now c on c.centre_id = k.centre_id and c.id = k.contact_id
        join hearer_now m on m.centre_id = k.centre_id and m.school_id = ${to.schoolId} and school_mark(app_school_key(), 'knows', lower(m.name)) = c.knows_mark
        where ${to.reason === ''} and k.centre_id = ${ctx.centreId} and k.school_id = ${to.schoolId} and k.list_id = ${to.listId} and k.company_id = struck.company_id
        order by k.certain desc, k.p desc nulls last, m.person_id limit 1
      ) from struck
    )
    select company_id, cvr from struck order by company_id`.execute(ctx.db)
  return rows
}

/** Takes the school's own strikes back; those of other schools stand. Gives those taken back. */
export const undoStrikes = async (ctx: Ctx, listId: number, schoolId: number, companyIds: readonly number[]) => {
  const { rows } = await sql<Struck>`
    with taken_back as (
      update strike s set undone_at = ${ctx.at} from strike_origin o
      where s.centre_id = ${ctx.centreId} and o.centre_id = s.centre_id and o.strike_id = s.id and o.school_id = ${schoolId}
        and o.list_id = ${listId} and o.undone_at is null and o.company_id = any(${companyIds}::int[])
      returning s.id, s.company_id, s.cvr
    ), origin as (
      update strike_origin o set undone_at = ${ctx.at} from taken_back t where o.centre_id = ${ctx.centreId} and o.strike_id = t.id
    )
    select company_id, cvr from taken_back order by company_id`.execute(ctx.db)
  return rows
}

/** The strikes last taken back by the school of companies that it has not struck again: they stand as they stood. Gives those. */
export const restoreStrikes = async (
  ctx: Ctx,
  { listId, schoolId }: { listId: number; schoolId: number },
  companyIds: readonly number[],
) => {
  const { rows } = await sql<Struck>`
    with last as (
      select distinct on (o.company_id) o.strike_id from strike_origin o
      where o.centre_id = ${ctx.centreId} and o.school_id = ${schoolId} and o.list_id = ${listId} and o.company_id = any(${companyIds}::int[])
      order by o.company_id, o.undone_at desc nulls first, o.strike_id desc
    ), restored as (
      update strike s set undone_at = null from last
      where s.centre_id = ${ctx.centreId} and s.id = last.strike_id and s.undone_at is not null
        and exists (select from listed_company d where d.centre_id = s.centre_id and d.list_id = s.list_id and d.company_id = s.company_id)
      returning s.id, s.company_id, s.cvr
    ), origin as (
      update strike_origin o set undone_at = null from restored r where o.centre_id = ${ctx.centreId} and o.strike_id = r.id
    )
    select company_id, cvr from restored order by company_id`.execute(ctx.db)
  return rows
}

/** The first of these that somebody else of the school has decided, otherwise than so. */
export const decidedByAnother = (
  ctx: Ctx,
  { listId, schoolId }: { listId: number; schoolId: number },
  companyIds: readonly number[],
  except?: Exclude<Decided['decision'], null>,
): Promise<{ who: string; company: string; decision: Exclude<Decided['decision'], null> } | undefined> =>
  ctx.db
    .selectFrom('ownDecision as d')
    .innerJoin('personNamed as p', 'p.id', 'd.personId')
    .innerJoin('companyPlace as c', 'c.id', 'd.companyId')
    .select(['p.name as who', 'c.name as company', sql<Exclude<Decided['decision'], null>>`d.decision`.as('decision')])
    .where('d.centreId', '=', ctx.centreId)
    .where('d.schoolId', '=', schoolId)
    .where('d.listId', '=', listId)
    .where('d.companyId', 'in', [0, ...companyIds])
    .where('d.personId', '<>', ctx.personId ?? 0)
    .where('d.decision', '<>', except ?? '')
    .orderBy('d.companyId')
    .limit(1)
    .executeTakeFirst()

export const insertKeeps = async (
  ctx: Ctx,
  to: { listId: number; schoolId: number; personId: number; ours: boolean },
  companyIds: readonly number[],
) => {
  const { rows } = await sql<Struck>`
    insert into kept_on_list (centre_id, school_id, list_id, company_id, person_id, kept_at, ours)
    select d.centre_id, ${to.schoolId}, d.list_id, d.company_id, ${to.personId}, ${ctx.at}, ${to.ours} from listed_company d
    where d.centre_id = ${ctx.centreId} and d.list_id = ${to.listId} and d.company_id = any(${companyIds}::int[])
    order by d.company_id
    on conflict (centre_id, school_id, list_id, company_id) do update set ours = excluded.ours, person_id = excluded.person_id, kept_at = excluded.kept_at
      where kept_on_list.ours <> excluded.ours
    returning company_id, (select cvr from company_place c where c.id = company_id) as cvr`.execute(ctx.db)
  return rows
}

/** What somebody of the school last left on the list in that word stands again as it stood: his, and from then. Gives those. */
export const restoreKeeps = async (
  ctx: Ctx,
  { listId, schoolId, ours }: { listId: number; schoolId: number; ours: boolean },
  companyIds: readonly number[],
) => {
  const { rows } = await sql<Struck>`
    insert into kept_on_list (centre_id, school_id, list_id, company_id, person_id, kept_at, ours)
    select d.centre_id, ${schoolId}, d.list_id, d.company_id, e.person_id, e.at, ${ours} from listed_company d
    cross join lateral (
      select e.person_id, e.at from event e
      where e.centre_id = d.centre_id and e.company_id = d.company_id and e.subject = 'contact_list' and e.subject_id = d.list_id
        and e.verb = ${ours ? 'said-ours' : 'kept-on-list'} and e.school_id = ${schoolId} and e.person_id is not null
      order by e.at desc, e.id desc limit 1) e
    where d.centre_id = ${ctx.centreId} and d.list_id = ${listId} and d.company_id = any(${companyIds}::int[])
    order by d.company_id
    on conflict (centre_id, school_id, list_id, company_id) do update set ours = excluded.ours, person_id = excluded.person_id, kept_at = excluded.kept_at
      where kept_on_list.ours <> excluded.ours
    returning company_id, (select cvr from company_place c where c.id = company_id) as cvr`.execute(ctx.db)
  return rows
}

export const deleteKeeps = async (ctx: Ctx, listId: number, schoolId: number, companyIds: readonly number[]) => {
  const { rows } = await sql<Struck>`
    delete from kept_on_list where centre_id = ${ctx.centreId} and school_id = ${schoolId} and list_id = ${listId} and company_id = any(${companyIds}::int[])
    returning company_id, (select cvr from company_place c where c.id = company_id) as cvr`.execute(ctx.db)
  return rows
}

// ---- What a school has decided, and what is left ---------------------------------------------------------------------
const recognised = (ctx: Ctx, listId: number, schoolId: number) =>
  sql`from contact_match m where m.centre_id = ${ctx.centreId} and m.school_id = ${schoolId} and m.list_id = ${listId}`
const struck = (ctx: Ctx, listId: number, schoolId: number) =>
  sql`from strike_origin o where o.centre_id = ${ctx.centreId} and o.school_id = ${schoolId} and o.list_id = ${listId} and o.undone_at is null`
const keptOnes = (ctx: Ctx, listId: number, schoolId: number) =>
  sql`from kept_on_list k where k.centre_id = ${ctx.centreId} and k.school_id = ${schoolId} and k.list_id = ${listId}`

type HeardCounts = {
  total: number
  known: number
  struck: number
  keptOnList: number
  knownLeft: number
  certainLeft: number
}
/** What a school has looked at and has left, in one statement; a list of which it knows nobody counts too. */
export const countHeard = async (ctx: Ctx, listId: number, schoolId: number): Promise<HeardCounts> => {
  const { rows } = await sql<HeardCounts>`with marks as (
      select m.company_id, true as known, m.certain, false as struck, false as kept_on_list ${recognised(ctx, listId, schoolId)}
      union all select o.company_id, false, false, true, false ${struck(ctx, listId, schoolId)}
      union all select k.company_id, false, false, false, true ${keptOnes(ctx, listId, schoolId)}
    ), company_marks as (
      select bool_or(known) as known, bool_or(certain) as certain, bool_or(struck) as struck, bool_or(kept_on_list) as kept_on_list
      from marks group by company_id
    )
    select (select count(*)::int from listed_company d where d.centre_id = ${ctx.centreId} and d.list_id = ${listId}) as total,
      count(*) filter (where known)::int as known, count(*) filter (where struck)::int as struck, count(*) filter (where kept_on_list)::int as kept_on_list,
      count(*) filter (where known and not struck and not kept_on_list)::int as known_left,
      count(*) filter (where certain and not struck and not kept_on_list)::int as certain_left
    from company_marks`.execute(ctx.db)
  return rows[0] ?? { total: 0, known: 0, struck: 0, keptOnList: 0, knownLeft: 0, certainLeft: 0 }
}

/** Companies with the same CVR or P-number as an own contact, neither struck nor kept on the list yet; in the list's own order. */
export const certainLeft = async (ctx: Ctx, listId: number, schoolId: number) => {
  const { rows } = await sql<{ id: number }>`with certain as materialized (
      select distinct m.company_id, m.position ${recognised(ctx, listId, schoolId)} and m.certain
    )
    select company_id as id from certain
    where company_id not in (select o.company_id ${struck(ctx, listId, schoolId)})
      and company_id not in (select k.company_id ${keptOnes(ctx, listId, schoolId)})
    order by position`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

type Decided = {
  decision: 'struck' | 'kept-on-list' | 'ours' | null
  decidedBy: string | null
  decidedAt: string | null
  untilOn: string | null
}
export const undecided: Decided = { decision: null, decidedBy: null, decidedAt: null, untilOn: null }
/** The school's decisions on these companies, by company. */
export const decisionsOf = async (
  ctx: Ctx,
  listId: number,
  schoolId: number,
  companyIds: readonly number[],
): Promise<Map<number, Decided>> => {
  const { rows } = await sql<Decided & { companyId: number }>`
    select o.company_id, case when o.ours then 'ours' else 'kept-on-list' end as decision, p.name as decided_by, o.kept_at as decided_at, null as until_on
    from kept_on_list o join person_named p on p.id = o.person_id
    where o.centre_id = ${ctx.centreId} and o.school_id = ${schoolId} and o.list_id = ${listId} and o.company_id = any(${companyIds}::int[])
    union all
    select o.company_id, 'struck', p.name, t.struck_at, t.until_on
    from strike_origin o join strike t on t.centre_id = o.centre_id and t.id = o.strike_id join person_named p on p.id = o.person_id
    where o.centre_id = ${ctx.centreId} and o.school_id = ${schoolId} and o.list_id = ${listId} and o.company_id = any(${companyIds}::int[])
      and o.undone_at is null`.execute(ctx.db)
  return new Map(rows.map(({ companyId, ...decided }) => [companyId, decided]))
}

/** Struck companies that may be called again and that nobody has spoken with since: the own school's, and all, each once. */
export const countLapsed = async (ctx: Ctx) => {
  const { rows } = await sql<{ own: number; all: number }>`
    select count(distinct company_id) filter (where own)::int as own, count(distinct company_id)::int as "all"
    from lapsed_strike where centre_id = ${ctx.centreId}`.execute(ctx.db)
  return rows[0] ?? { own: 0, all: 0 }
}

/** Which of these the own school struck, in hearings that have ended: nobody else's context sees any. */
export const ownStrikesOf = async (ctx: Ctx, strikeIds: readonly number[]): Promise<number[]> => {
  const rows = await ctx.db
    .selectFrom('ownStrikeNow')
    .select('id')
    .where('centreId', '=', ctx.centreId)
    .where('id', 'in', [0, ...strikeIds])
    .execute()
  return rows.map(({ id }) => id)
}

/** Statements of the job that works out whom contacts are. What the thread is told of the register leaves the database as text and is never read here. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

type Piece<After> = { text: string; count: number; last: After }

export const schoolsOf = async (ctx: Ctx): Promise<number[]> =>
  (await ctx.db.selectFrom('schoolNow').select('id').where('centreId', '=', ctx.centreId).orderBy('id').execute()).map(
    ({ id }) => id,
  )

/** What is asked for while it waits is one thing; what is asked for while a job runs is due again. */
/** `soon`: the queue is told by the sweep, some minutes later. */
export const askFor = (ctx: Ctx, schoolIds: readonly number[], whole: boolean, soon = false) =>
  sql`insert into comparison_due (centre_id, school_id, whole, mark, told_at)
    select ${ctx.centreId}, id, ${whole}, gen_random_uuid(),
      ${ctx.queueStands ? ctx.at : null}::timestamptz - case when ${soon} then interval '1 day' - interval '5 minutes' else '0' end from unnest(${schoolIds}::int[]) id order by id
    on conflict (centre_id, school_id) do update set whole = comparison_due.whole or excluded.whole, mark = excluded.mark, told_at = excluded.told_at, shut = null`.execute(
    ctx.db,
  )

/** `shut`: how many contacts could not be opened when the others were compared; null: that was not tried yet. */
export type Due = { schoolId: number; whole: boolean; mark: string; shut: number | null }
export const readDue = (ctx: Ctx): Promise<Due[]> =>
  ctx.db
    .selectFrom('comparisonDue')
    .select(['schoolId', 'whole', 'mark', 'shut'])
    .where('centreId', '=', ctx.centreId)
    .orderBy('schoolId')
    .execute()

/** Unless it was asked for again meanwhile. */
export const noLongerDue = (ctx: Ctx, { schoolId, mark }: Pick<Due, 'schoolId' | 'mark'>) =>
  ctx.db
    .deleteFrom('comparisonDue')
    .where('centreId', '=', ctx.centreId)
    .where('schoolId', '=', schoolId)
    .where('mark', '=', mark)
    .execute()

/** Due again in five minutes, when some of them can perhaps be opened; unless it was asked for again meanwhile. */
export const hold = (ctx: Ctx, { schoolId, mark }: Pick<Due, 'schoolId' | 'mark'>, shut: number) =>
  sql`update comparison_due set shut = ${shut}, told_at = ${ctx.at}::timestamptz - (interval '1 day' - interval '5 minutes')
    where centre_id = ${ctx.centreId} and school_id = ${schoolId} and mark = ${mark}::uuid`.execute(ctx.db)

export const shutWhenCompared = async (ctx: Ctx, schoolId: number): Promise<number | null> => {
  const row = await ctx.db
    .selectFrom('comparisonDue')
    .select('shut')
    .where('centreId', '=', ctx.centreId)
    .where('schoolId', '=', schoolId)
    .executeTakeFirst()
  return row?.shut ?? null
}

/** Is there anything that the queue was not told of, or that it has given up? */
export const notTold = async (ctx: Ctx): Promise<boolean> => {
  const { rows } = await sql`update comparison_due set told_at = ${ctx.at}
    where centre_id = ${ctx.centreId} and (told_at is null or told_at < ${ctx.at}::timestamptz - interval '1 day') returning school_id`.execute(
    ctx.db,
  )
  return rows.length > 0
}

/** Contacts of the school, and how many of them have not been compared yet. */
export const countCompared = async (ctx: Ctx, schoolId: number) => {
  const { rows } = await sql<{ contacts: number; notCompared: number }>`
    select count(*)::int as contacts, count(*) filter (where not exists (
        select from contact_resolved r where r.centre_id = s.centre_id and r.contact_id = s.id))::int as not_compared
    from school_contact_now s where s.centre_id = ${ctx.centreId} and s.school_id = ${schoolId}`.execute(ctx.db)
  return rows[0] ?? { contacts: 0, notCompared: 0 }
}

/** The register, companies and workplaces, as the centre knows it. On a list: on one that is drawn or being heard. */
export const readPlaces = async (ctx: Ctx, after: number, limit: number): Promise<Piece<number>> => {
  const { rows } = await sql<Piece<number>>`
    with page as materialized (
      select id, cvr, p_number, kind, name, street, postal_code, town, phone, email, email_domain, industry from company_place
      where id > ${after} and closed_on is null order by id limit ${limit}
    )
    select coalesce(json_agg(json_build_object('id', c.id, 'cvr', c.cvr, 'pNumber', coalesce(c.p_number, ''), 'name', c.name,
        'street', coalesce(c.street, ''), 'postalCode', coalesce(c.postal_code, ''), 'town', coalesce(c.town, ''), 'phone', coalesce(c.phone, ''),
        'email', coalesce(c.email, ''), 'domain', coalesce(c.email_domain, ''), 'industry', coalesce(c.industry, ''),
        'apart', c.kind = 'workplace' and c.cvr in (select l.cvr from shared_leadership l where l.centre_id = ${ctx.centreId}),
        'onList', c.cvr in (select d.cvr from listed_company d join list_now l on l.centre_id = d.centre_id and l.id = d.list_id
          where d.centre_id = ${ctx.centreId} and l.state in ('drawn', 'in-hearing'))) order by c.id), '[]')::text as text,
      count(*)::int as count, coalesce(max(c.id), 0) as last
    from page c`.execute(ctx.db)
  return rows[0] ?? { text: '[]', count: 0, last: 0 }
}

type ReadContact = { id: string; sealed: Buffer; confirmed: string; rejected: string[] }
/** The school's contacts with what was said of them on lists whose hearing is over: that, nobody takes back. */
export const readContacts = async (
  ctx: Ctx,
  schoolId: number,
  after: string,
  limit: number,
): Promise<ReadContact[]> => {
  const { rows } = await sql<ReadContact>`
    with page as materialized (
      select id, sealed, key from school_contact_now where centre_id = ${ctx.centreId} and school_id = ${schoolId} and id > ${after || '00000000-0000-0000-0000-000000000000'}::uuid
      order by id limit ${limit}
    ), said as materialized (
      select distinct on (w.contact_key, w.cvr) w.contact_key, w.cvr, w.same, w.said_at
      from pair_said w join list_now l on l.centre_id = w.centre_id and l.id = w.list_id
      where w.centre_id = ${ctx.centreId} and w.school_id = ${schoolId} and l.hearing_ended_at is not null
        and not exists (select from shared_leadership o where o.centre_id = w.centre_id and o.cvr = w.cvr)
      order by w.contact_key, w.cvr, w.said_at desc
    )
    select s.id, s.sealed, coalesce((select w.cvr from said w where w.contact_key = s.key and w.same order by w.said_at desc limit 1), '') as confirmed,
      (select coalesce(json_agg(w.cvr), '[]') from said w where w.contact_key = s.key and not w.same) as rejected
    from page s order by s.id`.execute(ctx.db)
  return rows
}

/** Answers take the place of those of runs that began before; of contacts that have gone meanwhile none is kept. */
export const keepResolved = (
  ctx: Ctx,
  { schoolId, startedAt }: { schoolId: number; startedAt: string },
  answers: string,
) =>
  sql`insert into contact_resolved (centre_id, school_id, contact_id, nth, decision, cvr, company_id, apart, p, reasons, resolved_at)
    select s.centre_id, s.school_id, s.id, r."nth", r."decision", r."cvr", r."companyId", r."apart", r."p", r."reasons", ${startedAt}
    from jsonb_to_recordset(${answers}::jsonb) as r("contactId" uuid, "nth" smallint, "decision" text, "cvr" text, "companyId" int, "apart" boolean, "p" real, "reasons" jsonb)
    join school_contact_now s on s.centre_id = ${ctx.centreId} and s.school_id = ${schoolId} and s.id = r."contactId"
    on conflict (centre_id, contact_id, nth) do update set decision = excluded.decision, cvr = excluded.cvr, company_id = excluded.company_id,
      apart = excluded.apart, p = excluded.p, reasons = excluded.reasons, resolved_at = excluded.resolved_at
      where contact_resolved.resolved_at <= excluded.resolved_at`.execute(ctx.db)

/** The second answer of a question that is none any more. */
export const dropEarlier = (ctx: Ctx, schoolId: number) =>
  sql`delete from contact_resolved e where e.centre_id = ${ctx.centreId} and e.school_id = ${schoolId} and e.nth = 2
    and exists (select from contact_resolved f where f.centre_id = e.centre_id and f.contact_id = e.contact_id and f.nth = 1
      and (f.decision <> 'ask' or f.resolved_at > e.resolved_at))`.execute(ctx.db)

/** Statements on one company: its workplaces, its events, and what bars a call. */
import { type ExpressionBuilder, sql } from 'kysely'
import type { DB, JsonObject } from '../../../db/types.ts'
import type { Ctx } from '#platform/context'
import type { Visibility } from '#platform/events'
import type { CallReasonWord } from '../may-contact/hindrance.schema.ts'
import { runsCentre } from '../centre/roles.ts'
import { seenFrom } from '../leaderships/leaderships.ts'
import { ownStrikes } from './companies.sql.ts'
import type { OwnWay } from './one-company.schema.ts'

/** Somebody of the centre is in the middle of something there. */
const running: readonly CallReasonWord[] = ['has-meeting']

type Kind = { kind: 'company' | 'workplace' }
export const companyById = (ctx: Ctx, id: number) =>
  ctx.db.selectFrom('companyPlace').selectAll().$narrowType<Kind>().where('id', '=', id).executeTakeFirst()
export type CompanyRecord = NonNullable<Awaited<ReturnType<typeof companyById>>>

/** Which ways to reach it the centre's own files gave. */
export const ownWaysOf = async (ctx: Ctx, companyId: number) => {
  const rows = await ctx.db
    .selectFrom('ownWay')
    .select('way')
    .$castTo<{ way: OwnWay }>()
    .where('centreId', '=', ctx.centreId)
    .where('companyId', '=', companyId)
    .orderBy('way')
    .execute()
  return rows.map(({ way }) => way)
}

/** The legal company of a CVR number. */
export const legalCompany = (ctx: Ctx, cvr: string) =>
  ctx.db
    .selectFrom('companyPlace')
    .selectAll()
    .$narrowType<Kind>()
    .where('cvr', '=', cvr)
    .where('kind', '=', 'company')
    .executeTakeFirst()

type Standing = { kind: 'ceased' | 'bankrupt' | 'being-dissolved'; since: string | null }
/** What a status word says of it, or of its company: the place's own first. */
export const standingOf = (ctx: Ctx, { id, cvr }: { id: number; cvr: string }) =>
  ctx.db
    .selectFrom('placeStanding')
    .select(['standing as kind', 'statusSince as since'])
    .$castTo<Standing>()
    .where((eb) => eb.or([eb('id', '=', id), eb.and([eb('cvr', '=', cvr), eb('kind', '=', 'company')])]))
    .orderBy(sql`id <> ${id}`)
    .limit(1)
    .executeTakeFirst()

/** How many the whole company employs. */
export const sizeOf = (ctx: Ctx, cvr: string) =>
  ctx.db.selectFrom('companySize').select(['employeesFrom', 'employeesTo']).where('cvr', '=', cvr).executeTakeFirst()

/** Workplaces under a CVR number, those open first; Københavns Kommune has 2,645. */
export const workplacesOf = (ctx: Ctx, cvr: string, limit: number) =>
  ctx.db
    .selectFrom('companyPlace')
    .select(['id', 'pNumber', 'name', 'street', 'town', 'employees', 'employeesFrom', 'employeesTo', 'closedOn'])
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('cvr', '=', cvr)
    .where('kind', '=', 'workplace')
    .orderBy(sql`coalesce(closed_on <= (select app_today()), false)`)
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute()

type Sister = Awaited<ReturnType<typeof workplacesOf>>[number] & {
  state: CallReasonWord | null
  untilOn: string | null
  who: string | null
}
/** The same where each answers for itself: what is running first, then who is left alone, then who may be called; closed ones last. */
export const sistersOf = async (ctx: Ctx, cvr: string, limit: number): Promise<Sister[]> => {
  const { rows } = await sql<Sister>`
    with place as materialized (
      select c.id, c.p_number, c.name, c.street, c.town, c.employees, c.employees_from, c.employees_to, c.closed_on, count(*) over ()::int as total
      from company_place c where c.cvr = ${cvr} and c.kind = 'workplace'
    ), shown as materialized (
      select place.*, h.word as state, h.until_on,
        case when h.word = 'closed' then 3 when h.word = any(${running}::text[]) then 0 when h.word is not null then 1 else 2 end as turn
      from place left join heaviest_hindrances(${ctx.centreId}, array(select id from place), ${ownStrikes}) h on h.company_id = place.id
      order by turn, place.name, place.id limit ${limit}
    )
    select shown.*, (
      select p.name from hindrance_now h join person_named p on p.id = h.person_id
      where h.centre_id = ${ctx.centreId} and h.company_id = shown.id and h.word = shown.state and shown.turn = 0 order by h.rank limit 1) as who
    from shown order by turn, name, id`.execute(ctx.db)
  return rows
}

/** Every reason that holds against calling a company today, the one that holds longest first; what the own school struck is kept from the others. */
export const blocksOf = async (ctx: Ctx, companyId: number) => {
  const { rows } = await sql<{ reason: CallReasonWord; untilOn: string | null }>`
    select h.word as reason, max(h.until_on) as until_on
    from hindrance_now h
    where h.centre_id = ${ctx.centreId} and h.company_id = ${companyId} and 'outreach' = any(h.stops)
      and not (h.kind = 'strike' and exists (select from own_strike_now s where s.centre_id = h.centre_id and s.id = h.source_id))
    group by h.word, h.until_on is null
    order by max(h.until_on) desc nulls first, min(h.rank)`.execute(ctx.db)
  return rows
}

/** Meetings that stand, with who comes: to come, or over and still without a word of how they went. */
export const openMeetings = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('bookingNow as b')
    .innerJoin('companyPlace as c', 'c.id', 'b.companyId')
    .where('b.centreId', '=', ctx.centreId)
    .where(seenFrom('b', companyId))
    .where((eb) =>
      eb.or([eb('b.endsAt', '>', ctx.at), eb.and([eb('b.reportedAt', 'is', null), eb('b.notMetAt', 'is', null)])]),
    )
    .select(['b.id', 'b.companyId', 'c.name as company', 'b.startsAt', 'b.confirmedAt'])
    .select((eb) => eb('b.endsAt', '<=', ctx.at).$castTo<boolean>().as('over'))
    .select(sql<'visit' | 'online' | 'phone'>`b.form`.as('form'))
    .select(
      sql<string[]>`array(select p.name from visitor_ever v join person_named p on p.id = v.person_id
        where v.centre_id = b.centre_id and v.booking_id = b.id order by v.position)`.as('who'),
    )
    .select(
      sql<boolean>`(${runsCentre(ctx)} or exists (select from visitor_ever v
        where v.centre_id = b.centre_id and v.booking_id = b.id and v.person_id = ${ctx.personId} and v.released_at is null))`.as(
        'prepare',
      ),
    )
    .orderBy('b.startsAt')
    .limit(20)
    .execute()

/** Calls back that were agreed on: whoever calls the list makes them. */
export const callBacksOf = async (ctx: Ctx, companyId: number) => {
  const rows = await ctx.db
    .selectFrom('queueNow as q')
    .innerJoin('callingList as l', (join) => join.onRef('l.centreId', '=', 'q.centreId').onRef('l.id', '=', 'q.listId'))
    .innerJoin('companyPlace as c', 'c.id', 'q.companyId')
    .where('q.centreId', '=', ctx.centreId)
    .where(seenFrom('q', companyId))
    .where('q.dueAt', 'is not', null)
    .select(['q.companyId', 'c.name as company', 'q.dueAt', 'l.name as list'])
    .orderBy('q.dueAt')
    .limit(5)
    .execute()
  return rows.flatMap(({ dueAt, ...row }) => (dueAt === null ? [] : [{ ...row, dueAt }]))
}

/** My meeting with them that has been held and not reported. */
export const meetingToReport = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('visitDue')
    .select('bookingId')
    .where('centreId', '=', ctx.centreId)
    .where(seenFrom('visitDue', companyId))
    .where('personId', '=', ctx.personId ?? 0)
    .orderBy('startsAt', 'desc')
    .executeTakeFirst()

const whose = (eb: ExpressionBuilder<DB & { e: DB['event'] }, 'e'>) =>
  eb
    .selectFrom('memberEver as m')
    .select('m.school')
    .whereRef('m.centreId', '=', 'e.centreId')
    .whereRef('m.personId', '=', 'e.personId')
    .limit(1)

/** Numbered as the asker sees them: the table's own numbers would tell how much others have done in between. */
type EventsOf = { id: number; cvr: string; former: readonly string[] }
export const pageOfEvents = (ctx: Ctx, { id, cvr, former }: EventsOf, before: number | undefined, limit: number) =>
  ctx.db
    .selectFrom((from) =>
      from
        .selectFrom('event as seen')
        .selectAll()
        .select(sql<number>`row_number() over (order by seen.id)::int`.as('n'))
        .where('seen.centreId', '=', ctx.centreId)
        .where((eb) => {
          const now = seenFrom('seen', id)
          return former.length === 0
            ? now
            : eb.or([now, eb.and([eb('seen.companyId', '=', id), eb('seen.cvr', 'in', former)])])
        })
        .as('e'),
    )
    .leftJoin('personNamed as p', 'p.id', 'e.personId')
    .select([
      'e.n as id',
      'e.at',
      'e.verb',
      'e.subject',
      'e.subjectId',
      'e.companyId',
      'e.visibility',
      'e.before',
      'e.after',
      'p.name as who',
    ])
    .select(sql<string | null>`nullif(e.cvr, ${cvr})`.as('underCvr'))
    .$narrowType<{ visibility: Visibility }>()
    .select((eb) => whose(eb as never).as('school'))
    .$if(before !== undefined, (query) => query.where('e.n', '<', before ?? 0))
    .orderBy('e.n', 'desc')
    .limit(limit)
    .execute()

export const correctionsOf = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('importedChange as ch')
    .leftJoin('personNamed as p', 'p.id', 'ch.personId')
    .select([
      'ch.importId',
      'ch.before',
      'ch.after',
      'ch.fileName',
      'ch.finishedAt',
      'ch.uploadedAt',
      'ch.undoneAt',
      'p.name as who',
    ])
    .$narrowType<{ before: JsonObject | null; after: JsonObject }>()
    .where('ch.centreId', '=', ctx.centreId)
    .where('ch.subject', 'in', ['company', 'own-place'])
    .where('ch.subjectId', '=', companyId)
    .orderBy('ch.importId', 'desc')
    .limit(100)
    .execute()

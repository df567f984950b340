/** Statements on for whom lists are called, and which of them pause. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'
import { hotOne, hotRow } from '#platform/db/hot'
import type { Role } from '../centre/roles.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import type { PausedBecause } from './capacity.schema.ts'

export type Calling = {
  id: number
  name: string
  /** What its calls offer. */
  form: MeetingForm
  visitors: { personId: number; name: string }[]
  /** Somebody was named, who may have left since. */
  isForSome: boolean
  pausedUntil: string | null
  pausedBecause: PausedBecause | null
  paused: boolean
}
/** Lists in calling, for whom each is called, and whether it pauses. */
export const callingLists = async (ctx: Ctx): Promise<Calling[]> => {
  const { rows } = await sql<Calling>`
    select l.id, l.name, offer_of(l.centre_id, l.id) as form, p.until_on as "pausedUntil", p.reason as "pausedBecause", p.list_id is not null as paused,
      exists (select from list_visitor v where v.centre_id = l.centre_id and v.list_id = l.id) as "isForSome",
      coalesce((select jsonb_agg(jsonb_build_object('personId', m.person_id, 'name', m.name) order by m.name)
        from list_visitor v join member_now m on m.centre_id = v.centre_id and m.person_id = v.person_id
        where v.centre_id = l.centre_id and v.list_id = l.id), '[]') as visitors
    from calling_list l
    left join paused_list p on p.centre_id = l.centre_id and p.list_id = l.id
    where l.centre_id = ${ctx.centreId}
    order by l.id`.execute(ctx.db)
  return rows
}
export const replaceVisitors = async (ctx: Ctx, listId: number, personIds: readonly number[]) => {
  await ctx.db.deleteFrom('listVisitor').where('centreId', '=', ctx.centreId).where('listId', '=', listId).execute()
  if (personIds.length === 0) return
  const rows = personIds.map((personId) => ({
    ...{ centreId: ctx.centreId, listId, personId, namedBy: ctx.personId, namedAt: ctx.at },
  }))
  await ctx.db.insertInto('listVisitor').values(rows).execute()
}

/** A visit is what is offered where nothing else was said. */
export const writeOffer = async (ctx: Ctx, listId: number, form: MeetingForm) => {
  if (form === 'visit') {
    await ctx.db.deleteFrom('listOffer').where('centreId', '=', ctx.centreId).where('listId', '=', listId).execute()
    return
  }
  const said = { form, saidBy: personOf(ctx), saidAt: ctx.at }
  await ctx.db
    .insertInto('listOffer')
    .values({ ...said, centreId: ctx.centreId, listId })
    .onConflict((stands) => stands.columns(['centreId', 'listId']).doUpdateSet(said))
    .execute()
}
const offer = hotOne(
  (ctx, { listId }: { listId: number }) =>
    sql<{ form: MeetingForm }>`select offer_of(${ctx.centreId}::int, ${listId}::int) as form`,
)
export const offerOf = async (ctx: Ctx, listId: number): Promise<MeetingForm> =>
  (await offer(ctx, { listId }))?.form ?? 'visit'

/** What each of some lists is called for. */
export const offersOf = async (ctx: Ctx, listIds: readonly number[]) => {
  const { rows } = await sql<{ listId: number; form: MeetingForm }>`
    select l.id as "listId", offer_of(${ctx.centreId}::int, l.id) as form from unnest(${listIds}::int[]) l (id) order by l.id`.execute(
    ctx.db,
  )
  return rows
}

export const countMembers = async (ctx: Ctx, roles: readonly Role[]): Promise<number> =>
  (
    await ctx.db
      .selectFrom('memberNow')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('centreId', '=', ctx.centreId)
      .where('role', 'in', roles)
      .executeTakeFirstOrThrow()
  ).count

const usualHorizon = 2
export const horizon = async (ctx: Ctx): Promise<number> =>
  (await ctx.db.selectFrom('capacityHorizon').select('weeks').where('centreId', '=', ctx.centreId).executeTakeFirst())
    ?.weeks ?? usualHorizon
export const writeHorizon = (ctx: Ctx, weeks: number) =>
  ctx.db
    .insertInto('capacityHorizon')
    .values({ centreId: ctx.centreId, weeks, saidBy: ctx.personId, saidAt: ctx.at })
    .onConflict((said) => said.column('centreId').doUpdateSet({ weeks, saidBy: ctx.personId, saidAt: ctx.at }))
    .execute()

/** `fits`: so many meetings its hours hold, those that are booked counted. */
export type Place = { personId: number; weekOn: string; fits: number }
/** Those who judge write one at a time. */
export const lockJudging = (ctx: Ctx) => sql`select pg_advisory_xact_lock(7404, ${ctx.centreId}::int)`.execute(ctx.db)
export const writePlaces = async (ctx: Ctx, listId: number, limited: boolean, places: readonly Place[]) => {
  const [people, weeks] = [places.map(({ personId }) => personId), places.map(({ weekOn }) => weekOn)]
  const fits = places.map((place) => place.fits)
  await sql`
    delete from list_place p where p.centre_id = ${ctx.centreId} and p.list_id = ${listId}
      and not exists (select from unnest(${people}::int[], ${weeks}::date[]) n (person_id, week_on) where n.person_id = p.person_id and n.week_on = p.week_on)`.execute(
    ctx.db,
  )
  await sql`
    insert into list_place as p (centre_id, list_id, person_id, week_on, fits)
    select ${ctx.centreId}, ${listId}, n.* from unnest(${people}::int[], ${weeks}::date[], ${fits}::int[]) n
    on conflict (centre_id, list_id, person_id, week_on) do update set fits = excluded.fits where p.fits <> excluded.fits`.execute(
    ctx.db,
  )
  await ctx.db
    .insertInto('listCapacity')
    .values({ centreId: ctx.centreId, listId, limited, judgedAt: ctx.at })
    .onConflict((judged) => judged.columns(['centreId', 'listId']).doUpdateSet({ limited, judgedAt: ctx.at }))
    .execute()
}
/** True when it begins, or goes on to another day or for another reason. */
export const beginPause = async (
  ctx: Ctx,
  listId: number,
  { until, because }: { until: string | null; because: PausedBecause },
): Promise<boolean> => {
  const { rows } = await sql`
    insert into list_pause as p (centre_id, list_id, began_at, until_on, reason) values (${ctx.centreId}, ${listId}, ${ctx.at}, ${until}::date, ${because})
    on conflict (centre_id, list_id) where ended_at is null do update set until_on = excluded.until_on, reason = excluded.reason
      where (p.until_on, p.reason) is distinct from (excluded.until_on, excluded.reason)
    returning id`.execute(ctx.db)
  return rows.length > 0
}
export const endPauses = async (ctx: Ctx, except: readonly number[]): Promise<number> => {
  const ended = await ctx.db
    .updateTable('listPause')
    .set({ endedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('endedAt', 'is', null)
    .where('listId', 'not in', [0, ...except])
    .returning('id')
    .execute()
  return ended.length
}
export const forgetPlaces = async (ctx: Ctx, except: readonly number[]) => {
  for (const table of ['listPlace', 'listCapacity'] as const)
    await ctx.db
      .deleteFrom(table)
      .where('centreId', '=', ctx.centreId)
      .where('listId', 'not in', [0, ...except])
      .execute()
}

const anyLimit = hotOne(
  (ctx) => sql<{ limits: boolean }>`
    select exists (select from capacity_said s where s.centre_id = ${ctx.centreId} and s.taken_back_at is null)
      or exists (select from paused_list p where p.centre_id = ${ctx.centreId})
      or exists (select from list_capacity c where c.centre_id = ${ctx.centreId} and c.limited) as limits`,
)
/** Whether a call has a meeting kept for it, or none to promise: a number is agreed, hours are few, or a list pauses. Most centres begin without. */
export const keepsMeetings = async (ctx: Ctx): Promise<boolean> => (await anyLimit(ctx, {}))?.limits ?? false
type Kept = { listId: number; untilAt: string }
type Reserved = { outcome: 'open' | 'kept' | 'full'; judged: boolean; settled: boolean }
/** `settled`: it pauses already, or a call that runs has what is left. */
const reserve = hotRow(
  (ctx, { listId, untilAt }: Kept) => sql<Reserved>`
    select reserve_meeting(${ctx.centreId}, ${listId}, ${ctx.personId}, ${untilAt}::timestamptz) as outcome,
      exists (select from list_capacity c where c.centre_id = ${ctx.centreId} and c.list_id = ${listId}) as judged,
      exists (select from paused_list p where p.centre_id = ${ctx.centreId} and p.list_id = ${listId})
        or exists (select from capacity_token t join list_place p on p.centre_id = t.centre_id and p.person_id = t.visitor_id and p.week_on = t.week_on
          where t.centre_id = ${ctx.centreId} and p.list_id = ${listId} and t.until_at > ${ctx.at}) as settled`,
)
export const reserveMeeting = (ctx: Ctx, kept: Kept): Promise<Reserved> => reserve(ctx, kept)
/** No call came of it. */
export const dropToken = (ctx: Ctx) =>
  ctx.db
    .deleteFrom('capacityToken')
    .where('centreId', '=', ctx.centreId)
    .where('callerId', '=', ctx.personId ?? 0)
    .execute()

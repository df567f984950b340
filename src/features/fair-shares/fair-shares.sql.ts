/** Statements on accounts, agreed shares and the time that calls took. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hotOne } from '#platform/db/hot'
import type { Account } from './scheduler.ts'

export const common = 0
const handed = hotOne((ctx, { listId }: { listId: number }) =>
  ctx.db
    .selectFrom('companyHandedIn')
    .select('companyId')
    .where('centreId', '=', ctx.centreId)
    .where('listId', '=', listId)
    .limit(1),
)
/** Whether any school handed in companies on the list: else there is one account, and nothing to choose. */
export const hasAccounts = async (ctx: Ctx, listId: number): Promise<boolean> =>
  (await handed(ctx, { listId })) !== undefined

/** Whoever chooses whose turn it is does so alone; gives where the others are, and by which shares that was reckoned. */
export const lockClock = async (ctx: Ctx) => {
  await ctx.db
    .insertInto('shareClock')
    .values({ centreId: ctx.centreId, virtual: 0 })
    .onConflict((there) => there.doNothing())
    .execute()
  return ctx.db
    .selectFrom('shareClock')
    .select(['virtual', 'agreed'])
    .where('centreId', '=', ctx.centreId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}
/** Calls that have ended and are not written into their accounts yet. */
export const foldCharges = async (ctx: Ctx): Promise<Map<number, number>> => {
  const { rows } = await sql<{ account: number; seconds: number }>`
    with done as (update share_charge c set folded = true where c.centre_id = ${ctx.centreId} and not c.folded returning c.school_id, c.seconds)
    select coalesce(d.school_id, ${sql.lit(common)}) as account, sum(d.seconds) as seconds from done d group by 1`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ account, seconds }) => [account, seconds]))
}
export const accountRows = (ctx: Ctx) =>
  ctx.db.selectFrom('shareAccount').select(['account', 'pass', 'active']).where('centreId', '=', ctx.centreId).execute()
export const writeAccounts = async (
  ctx: Ctx,
  accounts: readonly Account[],
  clock: { virtual: number; agreed: string },
) => {
  if (accounts.length > 0)
    await ctx.db
      .insertInto('shareAccount')
      .values(accounts.map(({ id, pass, active }) => ({ centreId: ctx.centreId, account: id, pass, active })))
      .onConflict((there) =>
        there.columns(['centreId', 'account']).doUpdateSet((eb) => ({
          pass: eb.ref('excluded.pass'),
          active: eb.ref('excluded.active'),
        })),
      )
      .execute()
  await ctx.db.updateTable('shareClock').set(clock).where('centreId', '=', ctx.centreId).execute()
}

export type Share = { account: number; percent: number; fromOn: string; saidBy: string | null; saidAt: string }
/** What is agreed on a day, by account. */
export const sharesOn = async (ctx: Ctx, day: string): Promise<Share[]> => {
  const { rows } = await sql<Share>`
    select distinct on (coalesce(s.school_id, ${sql.lit(common)})) coalesce(s.school_id, ${sql.lit(common)}) as account, s.percent::float8 as percent,
      s.from_on as "fromOn", p.name as "saidBy", s.said_at as "saidAt"
    from share_said s left join person_named p on p.id = s.said_by
    where s.centre_id = ${ctx.centreId} and s.from_on <= ${day}::date
    order by coalesce(s.school_id, ${sql.lit(common)}), s.from_on desc, s.id desc`.execute(ctx.db)
  return rows
}
export const insertShares = (
  ctx: Ctx,
  fromOn: string,
  shares: readonly { schoolId: number | null; percent: number }[],
) =>
  ctx.db
    .insertInto('shareSaid')
    .values(shares.map((one) => ({ ...one, centreId: ctx.centreId, fromOn, saidBy: ctx.personId, saidAt: ctx.at })))
    .execute()
/** What each got between two moments. */
export const gotBetween = async (ctx: Ctx, from: string, to: string) => {
  const { rows } = await sql<{ account: number; seconds: number; calls: number }>`
    select coalesce(c.school_id, ${sql.lit(common)}) as account, sum(c.seconds) as seconds, count(*)::int as calls from share_charge c
    where c.centre_id = ${ctx.centreId} and c.ended_at >= ${from}::timestamptz and c.ended_at < ${to}::timestamptz
    group by 1`.execute(ctx.db)
  return rows
}

type Charged = { callCentreId: number | null; day: string; schoolId: number | null; seconds: number }
/** The same by where the callers were, and by day. */
export const chargedBetween = async (ctx: Ctx, { from, to }: { from: string; to: string }): Promise<Charged[]> => {
  const { rows } = await sql<Charged>`
    select c.call_centre_id as "callCentreId", (c.ended_at at time zone 'Europe/Copenhagen')::date::text as day, c.school_id as "schoolId",
      sum(c.seconds)::float8 as seconds
    from share_charge c
    where c.centre_id = ${ctx.centreId} and c.ended_at >= ${from}::timestamptz and c.ended_at < ${to}::timestamptz
    group by 1, 2, 3`.execute(ctx.db)
  return rows
}

/** How many companies each school handed in, on lists whose hearing ended between two moments: before it has, nobody is told of any. */
export const handedInBetween = async (ctx: Ctx, from: string, to: string) => {
  const { rows } = await sql<{ account: number; count: number }>`
    select h.school_id as account, count(*)::int as count from company_handed_in h
    join list_now l on l.centre_id = h.centre_id and l.id = h.list_id
    where h.centre_id = ${ctx.centreId} and l.hearing_ended_at >= ${from}::timestamptz and l.hearing_ended_at < ${to}::timestamptz
    group by 1`.execute(ctx.db)
  return new Map(rows.map(({ account, count }) => [account, count]))
}

/** By whom companies of a list were handed in; twice is once. */
export const insertHandedIn = (ctx: Ctx, listId: number, rows: readonly { companyId: number; schoolId: number }[]) =>
  ctx.db
    .insertInto('companyHandedIn')
    .values(rows.map((row) => ({ ...row, centreId: ctx.centreId, listId, handedInAt: ctx.at })))
    .onConflict((there) => there.doNothing())
    .execute()

/** Statements on how the mailbox was read last. One row: whoever reads it holds it, and what he writes holds only while he does. */
import { sql } from 'kysely'
import type { HouseCtx } from '#platform/context'
import type { MailboxTrouble } from '#platform/mailbox/session'

/** Longer than one mail can take: who died with it holds it no longer than this. */
const holdMinutes = 10
const holdEnd = ({ now }: HouseCtx) => now.add({ minutes: holdMinutes }).toString({ fractionalSecondDigits: 3 })

export type Held = { by: string; lastUid: number; failures: number }
/** Undefined: another reads it, or it is not time yet. A mailbox of another name begins anew. */
export const hold = async (ctx: HouseCtx, { name, by }: { name: string; by: string }): Promise<Held | undefined> => {
  const { rows } = await sql<{ lastUid: string; failures: number }>`
    insert into mailbox as m (name, held_by, held_until) values (${name}, ${by}, ${holdEnd(ctx)})
    on conflict (one) do update set held_by = excluded.held_by, held_until = excluded.held_until, name = excluded.name,
      validity = case when m.name = excluded.name then m.validity else '' end,
      failures = case when m.name = excluded.name then m.failures else 0 end,
      trouble = case when m.name = excluded.name then m.trouble end,
      away_since = case when m.name = excluded.name then m.away_since end
    where (m.held_until is null or m.held_until <= ${ctx.at}) and (m.next_at is null or m.next_at <= ${ctx.at} or m.name <> excluded.name)
    returning m.last_uid::text as "lastUid", m.failures`.execute(ctx.db)
  const [found] = rows
  return found && { by, failures: found.failures, lastUid: Number(found.lastUid) }
}

/** Numbers of mails hold as long as `validity` does: with another they begin anew. Where one may go on after. */
export const numberedBy = async (ctx: HouseCtx, { by }: Held, validity: string): Promise<number> => {
  const { rows } = await sql<{ lastUid: string }>`
    update mailbox set last_uid = case when validity = ${validity} then last_uid else 0 end, validity = ${validity},
      times = case when validity = ${validity} then times else 0 end,
      unmarked = case when validity = ${validity} then unmarked else '{}' end
    where held_by = ${by} returning last_uid::text as "lastUid"`.execute(ctx.db)
  return Number(rows[0]?.lastUid ?? 0)
}

/** This one is begun, those up to `done` are behind us; how often it was begun by now. Null: it is held by another. */
export const beginMail = async (ctx: HouseCtx, { by }: Held, uid: number, done: number): Promise<number | null> => {
  const { rows } = await sql<{ times: number }>`
    update mailbox set last_uid = greatest(last_uid, ${done}), held_until = ${holdEnd(ctx)},
      times = case when reading_uid = ${uid} then times + 1 else 1 end, reading_uid = ${uid}
    where held_by = ${by} returning times`.execute(ctx.db)
  return rows[0]?.times ?? null
}

/** The longest that are remembered: one question to the server asks for all of them. */
const mostUnmarked = 200
/** It was taken in, and its server has not been told. */
export const rememberUnmarked = async (ctx: HouseCtx, { by }: Held, uid: number): Promise<void> => {
  await sql`update mailbox set unmarked = (array_append(array_remove(unmarked, ${uid}), ${uid}::bigint))[greatest(1, cardinality(unmarked) + 2 - ${mostUnmarked}):]
    where held_by = ${by}`.execute(ctx.db)
}
/** All that its server has not been told of, or did not take. */
export const unmarked = async (ctx: HouseCtx, { by }: Held): Promise<number[]> =>
  (
    await sql<{ uid: string }>`select unnest(unmarked)::text as uid from mailbox where held_by = ${by}`.execute(ctx.db)
  ).rows.map(({ uid }) => Number(uid))
export const forgetUnmarked = (ctx: HouseCtx, { by }: Held) =>
  ctx.db.updateTable('mailbox').set({ unmarked: sql`'{}'` }).where('heldBy', '=', by).execute()

const free = { heldBy: null, heldUntil: null }
/** All that is new was read, or as much as one visit has time for. */
export const endVisit = (ctx: HouseCtx, { by }: Held, done: number) =>
  ctx.db
    .updateTable('mailbox')
    .set({ ...free, failures: 0, trouble: null, awaySince: null, nextAt: null })
    .set({ lastUid: sql`greatest(last_uid, ${done})`, readingUid: null, times: 0 })
    .where('heldBy', '=', by)
    .execute()

/** One mail cannot be had: it stays on the server, and nothing else is wrong with the mailbox. */
export const leaveBehind = (ctx: HouseCtx, { by }: Held) =>
  ctx.db
    .updateTable('mailbox')
    .set({ leftAt: ctx.at, trouble: null, awaySince: null })
    .where('heldBy', '=', by)
    .execute()

/** There is no mailbox any more: nobody waits for it. */
export const forgetTrouble = (ctx: HouseCtx) =>
  ctx.db
    .updateTable('mailbox')
    .set({ trouble: null, awaySince: null, nextAt: null, leftAt: null })
    .where((eb) => eb.or([eb('trouble', 'is not', null), eb('leftAt', 'is not', null)]))
    .execute()

type Failed = { done: number; trouble: MailboxTrouble; nextAt: string }
export const failVisit = (ctx: HouseCtx, { by, failures }: Held, { done, trouble, nextAt }: Failed) =>
  ctx.db
    .updateTable('mailbox')
    .set({ ...free, failures: failures + 1, trouble, nextAt })
    .set({ lastUid: sql`greatest(last_uid, ${done})`, awaySince: sql`coalesce(away_since, ${ctx.at})` })
    .where('heldBy', '=', by)
    .execute()

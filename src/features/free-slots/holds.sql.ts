/** Statements on times that are spoken about. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Time } from '../diaries/diaries.ts'

const withDriving = ({ startsAt, endsAt, travelMinutes }: Time) =>
  sql<string>`tstzrange(${startsAt}::timestamptz - make_interval(mins => ${travelMinutes}::int), ${endsAt}::timestamptz + make_interval(mins => ${travelMinutes}::int))`

/** What somebody else holds of these people now, as spans. */
export const heldByOthers = async (ctx: Ctx, personIds: readonly number[]) => {
  const { rows } = await sql<{ personId: number; from: string; to: string }>`
    select person_id, lower(during) as "from", upper(during) as "to" from slot_hold
    where centre_id = ${ctx.centreId} and person_id = any(${personIds}) and held_by is distinct from ${ctx.personId}::int and expires_at > ${ctx.at}`.execute(
    ctx.db,
  )
  return rows
}
/** There, or closer to it than `buffer` minutes. */
export const isHeldByAnother = async (ctx: Ctx, time: Time, buffer: number): Promise<boolean> => {
  const wide = { ...time, travelMinutes: time.travelMinutes + buffer }
  const { rows } = await sql<{ held: boolean }>`select exists (select from slot_hold
    where centre_id = ${ctx.centreId} and person_id = ${time.personId} and held_by is distinct from ${ctx.personId}::int
      and expires_at > ${ctx.at} and during && ${withDriving(wide)}) as held`.execute(ctx.db)
  return rows[0]?.held ?? false
}
/** What has expired of this one's time goes; the constraint knows no clock. */
export const dropExpired = (ctx: Ctx, personId: number) =>
  ctx.db
    .deleteFrom('slotHold')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', personId)
    .where('expiresAt', '<=', ctx.at)
    .execute()
/** False: nothing was held. */
export const dropHoldsOf = async (ctx: Ctx, heldBy: number): Promise<boolean> => {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('slotHold')
    .where('centreId', '=', ctx.centreId)
    .where('heldBy', '=', heldBy)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
export const insertHold = (ctx: Ctx, time: Time, { heldBy, expiresAt }: { heldBy: number; expiresAt: string }) =>
  ctx.db
    .insertInto('slotHold')
    .values({ centreId: ctx.centreId, personId: time.personId, heldBy, during: withDriving(time), expiresAt })
    .execute()

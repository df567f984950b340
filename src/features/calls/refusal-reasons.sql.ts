import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hot, hotOne } from '#platform/db/hot'

const offered = hot((ctx) =>
  ctx.db
    .selectFrom('refusalReason')
    .select(['id', 'name'])
    .where('centreId', '=', ctx.centreId)
    .where('withdrawnAt', 'is', null)
    .orderBy('position')
    .orderBy('id'),
)
export const reasonsNow = (ctx: Ctx) => offered(ctx, {})

const one = hotOne((ctx, { id, since }: { id: number; since: string }) =>
  ctx.db
    .selectFrom('refusalReason')
    .select('id')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('withdrawnAt', 'is', null), eb('withdrawnAt', '>=', since)])),
)
/** One that is offered, or was when a call began. */
export const offeredSince = (ctx: Ctx, of: { id: number; since: string }) => one(ctx, of)

/** One who changes the list at a time. */
export const lockReasons = (ctx: Ctx) =>
  sql`select id from refusal_reason where centre_id = ${ctx.centreId} order by id for update`.execute(ctx.db)

type Wanted = { id: number | null; name: string; position: number }
/** The list as it is to be, in one statement each: withdrawn, put in order, new. */
export const replaceReasons = async (ctx: Ctx, wanted: readonly Wanted[]) => {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (id int, name text, position int)`
  await sql`
    update refusal_reason r set withdrawn_at = ${ctx.at}
    where r.centre_id = ${ctx.centreId} and r.withdrawn_at is null and r.id not in (select w.id from ${rows} where w.id is not null)`.execute(
    ctx.db,
  )
  await sql`
    update refusal_reason r set position = w.position
    from ${rows} where r.centre_id = ${ctx.centreId} and r.id = w.id`.execute(ctx.db)
  await sql`
    insert into refusal_reason (centre_id, name, position)
    select ${ctx.centreId}, w.name, w.position from ${rows} where w.id is null order by w.position`.execute(ctx.db)
}

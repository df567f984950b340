/** Statements on a centre's addresses in the mailbox: its own, those that others took the place of, and those of one thing. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'

export const tokenOf = async (ctx: Ctx, kind: string): Promise<string | null> =>
  (
    await ctx.db
      .selectFrom('incomingAddress')
      .where('centreId', '=', ctx.centreId)
      .where('kind', '=', kind)
      .select('token')
      .executeTakeFirst()
  )?.token ?? null

/** An address of ours: since when what is written there comes in, and which thing it names, if any. */
export type Address = { madeAt: string; old: boolean; aboutId: number | null }
/** Undefined: there is no such address, and was none. */
export const addressBy = async (ctx: Ctx, kind: string, token: string): Promise<Address | undefined> => {
  const its = sql`centre_id = ${ctx.centreId} and kind = ${kind} and token = ${token}`
  const { rows } = await sql<Address>`
    select made_at as "madeAt", false as old, null::int as "aboutId" from incoming_address where ${its}
    union all select made_at, true, null from incoming_address_old where ${its}
    union all select made_at, false, about_id from incoming_address_of where ${its}`.execute(ctx.db)
  return rows[0]
}
/** Of the one that took another's place. */
export const renewedAt = async (ctx: Ctx, kind: string): Promise<string | null> =>
  (
    await ctx.db
      .selectFrom('incomingAddressOld')
      .where('centreId', '=', ctx.centreId)
      .where('kind', '=', kind)
      .select((eb) => eb.fn.max('endedAt').as('at'))
      .executeTakeFirstOrThrow()
  ).at

/** The one there is will be known as an old one. False: there is none. Of two who make another each sees what the other made; of two who make the first, both get the same. */
export const keepOld = async (ctx: Ctx, kind: string): Promise<boolean> => {
  const { rows } = await sql`
    insert into incoming_address_old (centre_id, kind, token, made_at, ended_at)
    select centre_id, kind, token, made_at, ${ctx.at} from incoming_address where centre_id = ${ctx.centreId} and kind = ${kind} for update
    returning token`.execute(ctx.db)
  return rows.length > 0
}
const madeNow = (ctx: Ctx, token: string) => ({ token, madeBy: personOf(ctx), madeAt: ctx.at })
export const putAnother = (ctx: Ctx, kind: string, token: string) =>
  ctx.db
    .updateTable('incomingAddress')
    .set(madeNow(ctx, token))
    .where('centreId', '=', ctx.centreId)
    .where('kind', '=', kind)
    .execute()
/** False: somebody else has made it meanwhile. */
export const putFirst = async (ctx: Ctx, kind: string, token: string): Promise<boolean> =>
  (await ctx.db
    .insertInto('incomingAddress')
    .values({ ...madeNow(ctx, token), kind, centreId: ctx.centreId })
    .onConflict((conflict) => conflict.columns(['centreId', 'kind']).doNothing())
    .returning('kind')
    .executeTakeFirst()) !== undefined

type OfThing = { kind: string; aboutId: number }
export const tokenOfThing = async (ctx: Ctx, { kind, aboutId }: OfThing): Promise<string | null> =>
  (
    await ctx.db
      .selectFrom('incomingAddressOf')
      .where('centreId', '=', ctx.centreId)
      .where('kind', '=', kind)
      .where('aboutId', '=', aboutId)
      .select('token')
      .executeTakeFirst()
  )?.token ?? null
/** Those of these things that have one. */
export const thingsWithAddress = async (ctx: Ctx, kind: string, aboutIds: readonly number[]): Promise<number[]> =>
  (
    await ctx.db
      .selectFrom('incomingAddressOf')
      .where('centreId', '=', ctx.centreId)
      .where('kind', '=', kind)
      .where('aboutId', 'in', [0, ...aboutIds])
      .select('aboutId')
      .execute()
  ).map(({ aboutId }) => aboutId)
/** Somebody else may give one of them its address meanwhile: that stands. */
export const putOfThings = async (
  ctx: Ctx,
  kind: string,
  given: readonly { aboutId: number; token: string }[],
): Promise<void> => {
  if (given.length === 0) return
  await ctx.db
    .insertInto('incomingAddressOf')
    .values(given.map((one) => ({ ...one, kind, centreId: ctx.centreId, madeAt: ctx.at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

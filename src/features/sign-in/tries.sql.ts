import { sql } from 'kysely'
import type { HouseCtx } from '#platform/context'

export type Missed = { account: number; address: number }

/** Wrong tries for an account from anywhere, and from an address for anyone. */
export const missesSince = async ({ db }: HouseCtx, account: string, address: string, since: string): Promise<Missed> =>
  db
    .selectFrom(
      db
        .selectFrom('signInTry')
        .select(['email', 'address'])
        .where('at', '>', since)
        .where((eb) => eb.or([eb('email', '=', account), eb('address', '=', address)]))
        .as('t'),
    )
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('t.email', '=', account).as('account'),
      eb.fn.countAll<number>().filterWhere('t.address', '=', address).as('address'),
    ])
    .executeTakeFirstOrThrow()

type Who = { account: string; address: string }
/** Of those at the same moment each sees those before it. */
export const lockTries = async ({ db }: HouseCtx, { account, address }: Who) => {
  await sql`select pg_advisory_xact_lock(hashtext('sign-in account'), hashtext(${account}))`.execute(db)
  await sql`select pg_advisory_xact_lock(hashtext('sign-in address'), hashtext(${address}))`.execute(db)
}

export const insertTry = async (ctx: HouseCtx, { account, address }: Who) => {
  await ctx.db
    .deleteFrom('signInTry')
    .where('at', '<', ctx.now.subtract({ hours: 24 }).toString())
    .execute()
  await ctx.db.insertInto('signInTry').values({ email: account, address, at: ctx.at }).execute()
}

/** Counts a miss and says how many there are now, this one too. */
export const countMiss = async (ctx: HouseCtx, account: string, address: string, since: string): Promise<Missed> => {
  await lockTries(ctx, { account, address })
  await insertTry(ctx, { account, address })
  return missesSince(ctx, account, address, since)
}

/** When the try was that must grow old before there is room for one more; null while there is. */
export const whenFull = async ({ db }: HouseCtx, who: Who, since: string, most: Missed): Promise<string | null> => {
  const nth = (column: 'email' | 'address', value: string, at: number) =>
    db
      .selectFrom('signInTry')
      .select('at')
      .where(column, '=', value)
      .where('at', '>', since)
      .orderBy('at', 'desc')
      .offset(at - 1)
      .limit(1)
      .executeTakeFirst()
  const account = await nth('email', who.account, most.account)
  const address = await nth('address', who.address, most.address)
  return [account?.at, address?.at].reduce<string | null>(
    (late, at) => (at && (late === null || at > late) ? at : late),
    null,
  )
}

/** Who came in is believed: what went wrong here before was his own. Others' guesses elsewhere go on counting. */
export const deleteMisses = ({ db }: HouseCtx, account: string, address: string) =>
  db.deleteFrom('signInTry').where('email', '=', account).where('address', '=', address).execute()

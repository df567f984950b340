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

/** Counts a miss and says how many there are now, this one too; of those at the same moment each sees those before it. */
export const countMiss = async (ctx: HouseCtx, account: string, address: string, since: string): Promise<Missed> => {
  await sql`select pg_advisory_xact_lock(hashtext('sign-in account'), hashtext(${account}))`.execute(ctx.db)
  await sql`select pg_advisory_xact_lock(hashtext('sign-in address'), hashtext(${address}))`.execute(ctx.db)
  await ctx.db
    .deleteFrom('signInTry')
    .where('at', '<', ctx.now.subtract({ hours: 24 }).toString())
    .execute()
  await ctx.db.insertInto('signInTry').values({ email: account, address, at: ctx.at }).execute()
  return missesSince(ctx, account, address, since)
}

/** Who came in is believed: what went wrong here before was his own. Others' guesses elsewhere go on counting. */
export const deleteMisses = ({ db }: HouseCtx, account: string, address: string) =>
  db.deleteFrom('signInTry').where('email', '=', account).where('address', '=', address).execute()

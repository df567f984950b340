/** One company at a time: whoever hands it out, books it or leaves it in peace holds this key of centre and CVR number. */
import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hot, hotRow, type HotCtx } from '#platform/db/hot'

/** More would run the database out of the memory it keeps locks in. */
const mostLocks = 500

const tooMany = () => new Error(`One transaction may hold at most ${mostLocks} companies: do it in portions.`)
const lockInOrder = hotRow(
  (ctx, { cvrs, more }: { cvrs: readonly string[]; more: number }) => sql<{ held: number }>`
    select set_config('app.company_locks', (coalesce(nullif(current_setting('app.company_locks', true), ''), '0')::int + ${more})::text, true)::int as held,
      count(pg_advisory_xact_lock(company_key(${ctx.centreId}, cvr))) as locked
    from (select cvr from unnest(${cvrs}::text[]) with ordinality as c (cvr, n) order by n offset 0) in_order`,
)
/**
 * Waits for these companies, always in the same order. Taken after an idempotency key and a list or hearing row, before a
 * consultant, own rows and contact marks. Throws when one transaction takes more than 500: such work belongs in portions.
 */
export const lockCompanies = async (ctx: Ctx, cvrs: readonly string[]): Promise<void> => {
  const inOrder = [...new Set(cvrs)].toSorted()
  if (inOrder.length === 0) return
  if (inOrder.length > mostLocks) throw tooMany()
  const { held } = await lockInOrder(ctx, { cvrs: inOrder, more: inOrder.length })
  if (held > mostLocks) throw tooMany()
}

const lockNumber = hot(
  (ctx, { phone }: { phone: string }) => sql`select pg_advisory_xact_lock(phone_key(${ctx.centreId}, ${phone}))`,
)
/** Waits for a number, after its company: what is said of it holds for every company that has it. */
export const lockPhone = async (ctx: Ctx, phone: string): Promise<void> => void (await lockNumber(ctx, { phone }))

/** Waits for the company in a statement that finds it; `cvr` is a column of the statement, of one row. */
export const locksCompany = (ctx: HotCtx, cvr: string): RawBuilder<unknown> =>
  sql`pg_advisory_xact_lock(company_key(${ctx.centreId}, ${sql.ref(cvr)}))`

/** For handing out: true when nobody holds the company; busy means the next one. `cvr` is a column of the statement. */
export const triesCompany = (ctx: HotCtx, cvr: string): RawBuilder<boolean> =>
  sql<boolean>`pg_try_advisory_xact_lock(company_key(${ctx.centreId}, ${sql.ref(cvr)}))`

/**
 * The company that takes others' place, and their CVR numbers, all locked at once; who hands on asks here before it reads what it
 * moves. Throws when one of them would take its own place.
 */
export const lockHeir = async (ctx: Ctx, companyIds: readonly number[], companyId: number) => {
  const places = await ctx.db
    .selectFrom('companyPlace')
    .where('id', 'in', [companyId, ...companyIds])
    .select(['id', 'cvr', 'name'])
    .execute()
  const heir = places.find(({ id }) => id === companyId)
  if (!heir || companyIds.includes(companyId)) throw new Error(`Company ${companyId} takes nobody's place.`)
  await lockCompanies(
    ctx,
    places.map(({ cvr }) => cvr),
  )
  return { heir, cvrs: places.filter(({ id }) => id !== companyId).map(({ cvr }) => cvr) }
}
export type Heir = Awaited<ReturnType<typeof lockHeir>>['heir']

/** Front door: whose turn it is, and the ledger of what each account got. What must hold: over a day each gets the time of its share, as long as it has somebody to call. */
import { daysAfter, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { AnswerOf } from '#platform/endpoint'
import { problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import { sweep } from '#platform/jobs'
import * as m from '#texts'
import { listSchools } from '../centre/centre.ts'
import { runsCentre } from '../centre/roles.ts'
import { mondayOf } from '../capacity/capacity.ts'
import { fairSharesEvents } from './fair-shares-events.table.ts'
import type { showLedger as ledgerContract } from './fair-shares.schema.ts'
import * as store from './fair-shares.sql.ts'
import { type Account, charged, servedAt, whoseTurn } from './scheduler.ts'

export { chargedBetween, hasAccounts, insertHandedIn } from './fair-shares.sql.ts'

const record = recorder(fairSharesEvents)
const { common } = store
/** Who agreed on nothing is served when no other is. */
const least = 0.01
/** How long a call is reckoned to take until it has ended. */
const estimate = 240

type Clock = Awaited<ReturnType<typeof store.lockClock>>
/** The percentages that hold today, in one word; until any are agreed all are alike. */
const inForce = async (ctx: Ctx) => {
  const shares = await store.sharesOn(ctx, ctx.today)
  if (shares.length === 0) {
    const ids = [common, ...(await listSchools(ctx)).rows.map(({ id }) => id)]
    const alike = 100 / ids.length
    return { ids, weight: () => alike, agreed: String(alike) }
  }
  const percents = new Map(shares.map(({ account, percent }) => [account, percent]))
  return {
    ids: [...percents.keys()],
    weight: (id: number) => Math.max(least, percents.get(id) ?? 0),
    agreed: shares.map(({ account, percent }) => `${account}:${percent}`).join(' '),
  }
}
/** A school's percentage of the callers' time today. */
export const shareNow = async (ctx: Ctx, schoolId: number): Promise<number> => {
  const { ids, weight } = await inForce(ctx)
  const percent = ids.includes(schoolId) ? weight(schoolId) : 0
  return percent > least ? percent : 0
}
/** The first day of the quarter that a day is in. */
export const quarterOf = (day: string) =>
  `${day.slice(0, 4)}-${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`
/** Who is how far. When other shares come into force all begin where the clock is: who was behind by the old ones is so no more. */
const accountsNow = async (ctx: Ctx, clock: Clock) => {
  const [rows, { ids, weight, agreed }] = [await store.accountRows(ctx), await inForce(ctx)]
  const known = [...new Set([...rows.map(({ account }) => account), ...ids])]
  const accountsWith = (others: Iterable<number>) =>
    [...new Set([...known, ...others])].map((id): Account => {
      const row = rows.find(({ account }) => account === id)
      const pass = agreed === clock.agreed ? (row?.pass ?? 0) : clock.virtual
      return { id, weight: weight(id), pass, active: row?.active ?? false }
    })
  return { known, accountsWith, agreed }
}
const folded = async (ctx: Ctx, accounts: readonly Account[]) =>
  [...(await store.foldCharges(ctx))].reduce((all, [id, seconds]) => charged(all, [id], seconds), [...accounts])

type Looked = { ready: ReadonlySet<number>; here: ReadonlySet<number>; calls: ReadonlyMap<number, number> }
/**
 * Serves whose turn it is of those with somebody to call, the furthest behind first; who comes after him stands by, should none of his be for who asks. `look` is asked
 * once nobody else chooses: who has somebody to call on this list (`here`), who of those known on any (`ready`), and how many calls are under way for each.
 * `pick` hands out one of an account's.
 */
export const serveTurn = async <T>(
  ctx: Ctx,
  look: (known: number[]) => Promise<Looked>,
  pick: (account: number) => Promise<T | undefined>,
): Promise<T | undefined> => {
  const clock = await store.lockClock(ctx)
  const { known, accountsWith, agreed } = await accountsNow(ctx, clock)
  const { ready, here, calls } = await look(known)
  const running = new Map([...calls].map(([id, count]) => [id, count * estimate]))
  const turn = whoseTurn(await folded(ctx, accountsWith(ready)), clock.virtual, { ready, here, running })
  const write = (virtual: number) => store.writeAccounts(ctx, turn.accounts, { virtual, agreed })
  for (const one of turn.order) {
    const picked = await pick(one.id)
    if (picked === undefined) continue
    await write(servedAt(clock.virtual, one))
    return picked
  }
  await write(clock.virtual)
  return undefined
}

/** Each minute what has ended is written into its account, whether anybody asks whose turn it is or not. */
export const foldSweep = sweep('fair-shares/fold', async (ctx) => {
  const clock = await store.lockClock(ctx)
  const charges = await store.foldCharges(ctx)
  if (charges.size === 0) return
  const { accountsWith, agreed } = await accountsNow(ctx, clock)
  await store.writeAccounts(
    ctx,
    [...charges].reduce((all, [id, seconds]) => charged(all, [id], seconds), accountsWith(charges.keys())),
    { virtual: clock.virtual, agreed },
  )
})

const points = (of: number) => Math.round(of * 10) / 10

/** What is agreed and what each got this quarter, as the last week closed it: the same for all schools. */
export const showLedger = async (ctx: Ctx): Promise<AnswerOf<typeof ledgerContract>> => {
  const closes = mondayOf(ctx.today)
  const from = quarterOf(daysAfter(closes, -1))
  const [begins, ends] = [from, closes].map((day) => momentOf(day, '00:00').toString())
  const got = await store.gotBetween(ctx, begins ?? ctx.at, ends ?? ctx.at)
  const handed = await store.handedInBetween(ctx, begins ?? ctx.at, ends ?? ctx.at)
  const shares = await store.sharesOn(ctx, ctx.today)
  const schools = (await listSchools(ctx)).rows
  const total = got.reduce((sum, { seconds }) => sum + seconds, 0)
  const names = new Map<number, string | null>([
    ...schools.map(({ id, name }): [number, string] => [id, name]),
    [common, null],
  ])
  const rows = [...names].flatMap(([account, name]) => {
    const agreed = shares.find((one) => one.account === account)?.percent ?? null
    const its = got.find((one) => one.account === account)
    const handedIn = handed.get(account) ?? 0
    if (!agreed && !its && handedIn === 0) return []
    const share = total === 0 ? null : (100 * (its?.seconds ?? 0)) / total
    const behind = agreed === null || share === null ? 0 : agreed - share
    return [
      {
        ...{ schoolId: account === common ? null : account, name, agreed, calls: its?.calls ?? 0, handedIn },
        ...{
          got: share === null ? null : points(share),
          minutes: Math.round((its?.seconds ?? 0) / 60),
          behind: points(Math.max(0, behind)),
        },
      },
    ]
  })
  const furthest = rows.reduce<(typeof rows)[number] | undefined>(
    (most, row) => (row.behind > (most?.behind ?? 0) ? row : most),
    undefined,
  )
  const said = shares.toSorted((one, other) => other.saidAt.localeCompare(one.saidAt))[0]
  return {
    ...{ from, closes, minutes: Math.round(total / 60) },
    agreed: said ? { on: said.fromOn, by: said.saidBy } : null,
    rows: rows
      .toSorted(
        (one, other) =>
          (other.agreed ?? 0) - (one.agreed ?? 0) || (one.name ?? '\uFFFF').localeCompare(other.name ?? '\uFFFF', 'da'),
      )
      .map((row) => ({ ...row, furthestBehind: row === furthest })),
    can: { change: runsCentre(ctx) },
  }
}

type Said = { from: string; shares: readonly { schoolId: number | null; percent: number }[] }
/** Shares of all accounts from a day on; together a hundred. What was agreed before stays to read, and what was called before is not reckoned anew. */
export const sayShares = async (ctx: Ctx, { from, shares }: Said) => {
  const wrong = (pointer: string, say: typeof m.fair_shares_not_hundred) =>
    problemAt('wrong-input', pointer, say({}, { locale: ctx.language }), 'custom')
  const known = new Set((await listSchools(ctx)).rows.map(({ id }) => id))
  const ids = shares.map(({ schoolId }) => schoolId)
  if (new Set(ids).size !== ids.length || ids.some((id) => id !== null && !known.has(id)))
    throw wrong('/body/shares', m.fair_shares_unknown)
  if (Math.abs(shares.reduce((sum, { percent }) => sum + percent, 0) - 100) > 0.005)
    throw wrong('/body/shares', m.fair_shares_not_hundred)
  if (from < ctx.today) throw wrong('/body/from', m.fair_shares_past)
  // Who is not named has no share from then on.
  const rest = [...known, null].filter((id) => !ids.includes(id)).map((schoolId) => ({ schoolId, percent: 0 }))
  await store.insertShares(ctx, from, [...shares, ...rest])
  await record(ctx, { verb: 'agreed', subject: 'share_said', after: { from, shares }, topics: ['shares', 'calls'] })
  return showLedger(ctx)
}

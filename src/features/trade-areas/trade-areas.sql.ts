/** Statements on what people and schools know. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hot } from '#platform/db/hot'
import type { Role } from '../centre/roles.ts'
import type { Field } from '../enquiries/enquiry-words.table.ts'
import type { languageCodes, TradeArea } from './trade-areas.table.ts'

type Said = {
  trades: TradeArea[]
  languages: (typeof languageCodes)[number][]
  wishes: (TradeArea | Field)[]
  saidAt: string | null
}
export type OfVisitor = Said & {
  personId: number
  name: string
  schoolId: number | null
  school: string | null
  kinds: Field[]
  generalist: boolean
}
/** Everyone of these roles; who has said nothing has nothing. */
const visitorsNow = hot(
  (ctx, { roles }: { roles: readonly Role[] }) => sql<OfVisitor>`
    select m.person_id, m.name, m.school_id, m.school, coalesce(t.trades, '{}') as trades, coalesce(t.kinds, '{}') as kinds,
      coalesce(t.languages, '{}') as languages, coalesce(t.wishes, '{}') as wishes, coalesce(t.generalist, false) as generalist, t.said_at
    from member_now m left join visitor_trades t on t.centre_id = m.centre_id and t.person_id = m.person_id
    where m.centre_id = ${ctx.centreId} and m.role = any(${roles}) order by m.name, m.person_id`,
)
export const ofVisitors = (ctx: Ctx, roles: readonly Role[]): Promise<readonly OfVisitor[]> =>
  visitorsNow(ctx, { roles })
export type OfSchool = Said & { schoolId: number; school: string }
const schoolsNow = hot(
  (ctx) => sql<OfSchool>`
    select s.id as school_id, s.name as school, coalesce(t.trades, '{}') as trades, coalesce(t.languages, '{}') as languages,
      coalesce(t.wishes, '{}') as wishes, t.said_at
    from school_now s left join school_trades t on t.centre_id = s.centre_id and t.school_id = s.id
    where s.centre_id = ${ctx.centreId} order by s.name, s.id`,
)
export const ofSchools = (ctx: Ctx): Promise<readonly OfSchool[]> => schoolsNow(ctx, {})

type Wanted = { trades: readonly string[]; languages: readonly string[]; wishes: readonly string[] }
const distinct = (codes: readonly string[]) => [...new Set(codes)]
const rowOf = (ctx: Ctx, { trades, languages, wishes }: Wanted) => ({
  trades: distinct(trades),
  languages: distinct(languages),
  wishes: distinct(wishes),
  saidAt: ctx.at,
  saidBy: ctx.personId,
})
/** False: something else was said since `seen`. */
export const sayOfVisitor = async (
  ctx: Ctx,
  personId: number,
  wanted: Wanted & { kinds: readonly string[]; generalist: boolean },
  seen: string | null,
): Promise<boolean> => {
  const row = { ...rowOf(ctx, wanted), kinds: distinct(wanted.kinds), generalist: wanted.generalist }
  const { numInsertedOrUpdatedRows: rows } = await ctx.db
    .insertInto('visitorTrades')
    .values({ centreId: ctx.centreId, personId, ...row })
    .onConflict((key) =>
      key.columns(['centreId', 'personId']).doUpdateSet(row).where('visitorTrades.saidAt', '=', seen),
    )
    .executeTakeFirstOrThrow()
  return rows === 1n
}
/** The same of a school. */
export const sayOfSchool = async (
  ctx: Ctx,
  schoolId: number,
  wanted: Wanted,
  seen: string | null,
): Promise<boolean> => {
  const row = rowOf(ctx, wanted)
  const { numInsertedOrUpdatedRows: rows } = await ctx.db
    .insertInto('schoolTrades')
    .values({ centreId: ctx.centreId, schoolId, ...row })
    .onConflict((key) => key.columns(['centreId', 'schoolId']).doUpdateSet(row).where('schoolTrades.saidAt', '=', seen))
    .executeTakeFirstOrThrow()
  return rows === 1n
}

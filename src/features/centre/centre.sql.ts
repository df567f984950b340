import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hotRow } from '#platform/db/hot'
import type { Database } from '#platform/db/open'

/** Past row-level security, before any centre is known: numbers only, oldest first. */
export const centreIds = async ({ pool }: Database): Promise<number[]> =>
  (await pool.query<{ id: number }>('select unsafe_centre_ids() as id')).rows.map(({ id }) => id)

export const insertCentre = async (ctx: Ctx, name: string, demo: boolean): Promise<number> => {
  const { rows } = await sql<{ id: number }>`select unsafe_make_centre(${name}, ${demo}, ${ctx.at}) as id`.execute(
    ctx.db,
  )
  return rows[0]?.id ?? 0
}

/** Null when there is a centre already; of several at once the others wait here until the first has gone through. */
export const insertFirstCentre = async (ctx: Ctx, name: string): Promise<number | null> => {
  const { rows } = await sql<{ id: number | null }>`select unsafe_make_first_centre(${name}, ${ctx.at}) as id`.execute(
    ctx.db,
  )
  return rows[0]?.id ?? null
}

/** From here the rest of the transaction works in this centre, which has just been made in it. */
export const stepInto = async (ctx: Ctx, centreId: number): Promise<Ctx> => {
  await sql`select set_config('app.centre', ${String(centreId)}, true)`.execute(ctx.db)
  return { ...ctx, centreId }
}

export const centreName = async (ctx: Ctx): Promise<string> =>
  (await ctx.db.selectFrom('centre').select('name').where('id', '=', ctx.centreId).executeTakeFirstOrThrow()).name

// ---- Rules -------------------------------------------------------------------------------------------------
const columns = [
  'laterMonths',
  'notInterestedMonths',
  'strikeMonths',
  'noAnswerHours',
  'noAnswerTries',
  'noAnswerRestDays',
  'visitMinutes',
  'bufferMinutes',
  'activeCaseMonths',
  'companyPlaces',
  'sharedPlaces',
  'shorterWhy',
  'contactMonths',
  'openDays',
  'linkDays',
  'handedInQuarter',
  'referralDays',
  'askByMail',
] as const
const silence = sql<'goes-on' | 'waits'>`silence`.as('silence')

export const insertRules = (ctx: Ctx) => ctx.db.insertInto('rules').values({ centreId: ctx.centreId }).execute()

const rules = hotRow((ctx) =>
  ctx.db
    .selectFrom('rules')
    .select([silence, ...columns])
    .where('centreId', '=', ctx.centreId),
)
export const rulesNow = (ctx: Ctx) => rules(ctx, {})
export type RulesRow = Awaited<ReturnType<typeof rulesNow>>

/** Puts the new rules and gives the old ones, in one statement: of two who change at once each is told what it replaced. */
export const replaceRules = (ctx: Ctx, wanted: RulesRow): Promise<RulesRow> =>
  ctx.db
    .with('old', (db) =>
      db
        .selectFrom('rules')
        .select([silence, 'centreId', ...columns])
        .where('centreId', '=', ctx.centreId)
        .forUpdate(),
    )
    .updateTable('rules')
    .set({ ...wanted, agreedAt: ctx.at })
    .from('old')
    .whereRef('rules.centreId', '=', 'old.centreId')
    .returning(['old.silence', ...columns.map((name) => `old.${name}` as const)])
    .executeTakeFirstOrThrow()

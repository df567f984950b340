/** Statements on what visits found that companies need. */
import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { namedInLists } from './for-lists.ts'

export type Outcome = 'answered' | 'closed'
export type NeedRow = {
  id: number
  words: string
  education: string | null
  soon: boolean
  outcome: Outcome | null
  settledBy: string | null
  settledAt: string | null
  why: string | null
}
/** Needs of visit `v`, in the order they were written. Moments look as everywhere else: inside JSON the database writes them its own way. */
export const needsInJson: RawBuilder<NeedRow[]> = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'words', n.words, 'education', n.education, 'soon', n.soon, 'outcome', n.outcome,
    'settledBy', p.name, 'settledAt', to_char(n.settled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'why', n.why) order by n.id), '[]')
  from visit_need n left join person_named p on p.id = n.settled_by
  where n.centre_id = v.centre_id and n.visit_id = v.id)`

/** The need and the visit that found it, both locked: of two who settle it the second sees what the first did. */
export const lockNeed = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('visitNeed as n')
    .innerJoin('visit as v', (join) => join.onRef('v.centreId', '=', 'n.centreId').onRef('v.id', '=', 'n.visitId'))
    .where('n.centreId', '=', ctx.centreId)
    .where('n.id', '=', id)
    .select(['n.id', 'n.visitId', 'n.words', 'n.education', 'n.outcome', 'n.why', 'v.cvr', 'v.companyId'])
    .forUpdate()
    .executeTakeFirst()
const needs = (ctx: Ctx) => ctx.db.selectFrom('visitNeed as n').where('n.centreId', '=', ctx.centreId)
export const needById = (ctx: Ctx, id: number): Promise<NeedRow | undefined> =>
  needs(ctx)
    .leftJoin('personNamed as p', 'p.id', 'n.settledBy')
    .where('n.id', '=', id)
    .select(['n.id', 'n.words', 'n.education', 'n.soon', 'p.name as settledBy', 'n.settledAt', 'n.why'])
    .select(sql<Outcome | null>`n.outcome`.as('outcome'))
    .executeTakeFirst()
export const companyOfNeed = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('visitNeed as n')
    .innerJoin('visit as v', (join) => join.onRef('v.centreId', '=', 'n.centreId').onRef('v.id', '=', 'n.visitId'))
    .where('n.centreId', '=', ctx.centreId)
    .where('n.id', '=', id)
    .select('v.cvr')
    .executeTakeFirst()

export const setOutcome = (ctx: Ctx, id: number, outcome: { outcome: Outcome; why: string } | null) =>
  ctx.db
    .updateTable('visitNeed')
    .set(
      outcome
        ? { ...outcome, settledAt: ctx.at, settledBy: ctx.personId }
        : { outcome: null, why: null, settledAt: null, settledBy: null },
    )
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()

/** Whether anything that the visit found waits for an answer, and since when it does. */
export const openNeedsOf = (ctx: Ctx, visitId: number) =>
  ctx.db
    .selectFrom('visit as v')
    .where('v.centreId', '=', ctx.centreId)
    .where('v.id', '=', visitId)
    .select(['v.companyId', 'v.cvr', 'v.visitedAt', 'v.personId'])
    .select(
      sql<boolean>`exists (select from visit_need n where n.centre_id = v.centre_id and n.visit_id = v.id and n.outcome is null)`.as(
        'open',
      ),
    )
    .executeTakeFirstOrThrow()

type Written = { id?: number | undefined; words: string; education: string | null; soon: boolean }
const sameNeed = (one: Pick<Written, 'words' | 'education'>, other: Pick<Written, 'words' | 'education'>) =>
  one.words === other.words && one.education === other.education
/** Which of the needs that stood each one is: by its number, else by its words; none is two. */
const matched = (
  stood: readonly { id: number; words: string; education: string | null }[],
  needs: readonly Written[],
) => {
  const left = new Map(stood.map((one) => [one.id, one]))
  return needs.map((need) => {
    const same = need.id === undefined ? [...left.values()].find((one) => sameNeed(one, need)) : left.get(need.id)
    if (same) left.delete(same.id)
    return { need, id: same?.id }
  })
}
/** The needs of a report as they are written now: one that stood before keeps its number and its outcome. */
export const replaceNeeds = async (ctx: Ctx, visitId: number, needs: readonly Written[]) => {
  const { centreId } = ctx
  const ofVisit = ctx.db.selectFrom('visitNeed').where('centreId', '=', centreId).where('visitId', '=', visitId)
  const stood = await ofVisit.select(['id', 'words', 'education']).orderBy('id').forUpdate().execute()
  const kept = matched(stood, needs)
  await ctx.db
    .deleteFrom('visitNeed')
    .where('centreId', '=', centreId)
    .where('visitId', '=', visitId)
    .where('id', 'not in', [0, ...kept.flatMap(({ id }) => id ?? [])])
    .execute()
  for (const { id, need } of kept) {
    const { words, education, soon } = need
    const row = { words, education, soon, inLists: namedInLists(need) }
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    if (id === undefined)
      await ctx.db
        .insertInto('visitNeed')
        .values({ ...row, centreId, visitId })
        .execute()
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    else await ctx.db.updateTable('visitNeed').set(row).where('centreId', '=', centreId).where('id', '=', id).execute()
  }
}

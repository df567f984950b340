import type { Ctx } from '#platform/context'
import type { Question } from './guides.schema.ts'

/** Newest first. */
export const versions = (ctx: Ctx, limit: number) =>
  ctx.db
    .selectFrom('guide as g')
    .innerJoin('personNamed as p', 'p.id', 'g.writtenBy')
    .where('g.centreId', '=', ctx.centreId)
    .select(['g.id', 'g.version', 'g.questions', 'p.name as writtenBy', 'g.writtenAt'])
    .orderBy('g.version', 'desc')
    .limit(limit)
    .execute()
export const hasGuide = async (ctx: Ctx, id: number): Promise<boolean> =>
  (await ctx.db
    .selectFrom('guide')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .select('id')
    .executeTakeFirst()) !== undefined
type New = { version: number; questions: readonly Question[]; writtenBy: number }
/** Undefined: that version is there already. */
export const insertGuide = (ctx: Ctx, { questions, ...row }: New) =>
  ctx.db
    .insertInto('guide')
    .values({ ...row, questions: JSON.stringify(questions), centreId: ctx.centreId, writtenAt: ctx.at })
    .onConflict((conflict) => conflict.columns(['centreId', 'version']).doNothing())
    .returning('id')
    .executeTakeFirst()

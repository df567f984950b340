/** Statements on goals. */
import { type Ctx, personOf } from '#platform/context'

const goals = (ctx: Ctx) =>
  ctx.db
    .selectFrom('goalNow')
    .where('centreId', '=', ctx.centreId)
    .select(['id', 'schoolId', 'school', 'words', 'year', 'ownerId', 'owner', 'ownerLeftAt'])
export type GoalRow = Awaited<ReturnType<ReturnType<typeof goals>['executeTakeFirstOrThrow']>>

export const allGoals = (ctx: Ctx): Promise<GoalRow[]> =>
  goals(ctx)
    .orderBy('schoolId', (order) => order.asc().nullsFirst())
    .orderBy('year', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()
export const goalById = (ctx: Ctx, id: number): Promise<GoalRow | undefined> =>
  goals(ctx).where('id', '=', id).executeTakeFirst()

type Form = { words: string; year: number; ownerId: number }
export const insertGoal = (ctx: Ctx, goal: Form & { schoolId: number | null }) =>
  ctx.db
    .insertInto('goal')
    .values({ ...goal, centreId: ctx.centreId, setBy: personOf(ctx), setAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()

/** Locked, with what it said before. */
export const lockGoal = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('goal')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('givenUpAt', 'is', null)
    .select(['id', 'schoolId', 'words', 'year', 'ownerId'])
    .forUpdate()
    .executeTakeFirst()

export const updateGoal = (ctx: Ctx, id: number, goal: Form) =>
  ctx.db.updateTable('goal').set(goal).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()

export const endGoal = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('goal')
    .set({ givenUpAt: ctx.at, givenUpBy: personOf(ctx) })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()

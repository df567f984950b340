import type { Ctx } from '#platform/context'
import { hotOne, type HotCtx } from '#platform/db/hot'

const scripts = (ctx: HotCtx) =>
  ctx.db
    .selectFrom('script as s')
    .leftJoin('personNamed as p', 'p.id', 's.writtenBy')
    .select(['s.id', 's.listId', 's.version', 's.body', 'p.name as writtenBy', 's.writtenAt'])
    .where('s.centreId', '=', ctx.centreId)
export type Row = Awaited<ReturnType<ReturnType<typeof scripts>['executeTakeFirstOrThrow']>>
export const scriptsOf = (ctx: Ctx, listId: number) =>
  scripts(ctx).where('s.listId', '=', listId).orderBy('s.version', 'desc').execute()
const newest = hotOne((ctx, { listId }: { listId: number }) =>
  scripts(ctx).where('s.listId', '=', listId).orderBy('s.version', 'desc').limit(1),
)
export const newestOf = (ctx: Ctx, listId: number) => newest(ctx, { listId })
const byId = hotOne((ctx, { id }: { id: number }) => scripts(ctx).where('s.id', '=', id))
export const scriptById = (ctx: Ctx, id: number) => byId(ctx, { id })
/** False when that version is there already. */
export const insertScript = async (
  ctx: Ctx,
  row: { listId: number; version: number; body: string; writtenBy: number | null },
): Promise<boolean> => {
  const done = await ctx.db
    .insertInto('script')
    .values({ centreId: ctx.centreId, ...row, writtenAt: ctx.at })
    .onConflict((conflict) => conflict.columns(['centreId', 'listId', 'version']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return done !== undefined
}
export const listExists = async (ctx: Ctx, listId: number): Promise<boolean> =>
  (await ctx.db
    .selectFrom('listNow')
    .select('id')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', listId)
    .executeTakeFirst()) !== undefined

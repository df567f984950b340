/** Statements on ideas for courses and forms of teaching. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'

type State = 'new' | 'looking' | 'became' | 'not-now'
const ideas = (ctx: Ctx) =>
  ctx.db
    .selectFrom('teachingIdea as i')
    .innerJoin('personNamed as b', 'b.id', 'i.putBy')
    .leftJoin('personNamed as f', 'f.id', 'i.followerId')
    .where('i.centreId', '=', ctx.centreId)
    .select(['i.id', 'i.title', 'i.told', 'i.putBy', 'b.name as by', 'i.putAt', 'i.followerId', 'f.name as follower'])
    .select(['i.cameOf', 'i.version', sql<State>`i.state`.as('state')])
    .select(sql<string>`(i.put_at at time zone 'Europe/Copenhagen')::date::text`.as('on'))
export type IdeaRow = Awaited<ReturnType<ReturnType<typeof ideas>['executeTakeFirstOrThrow']>>
export const ideaById = (ctx: Ctx, id: number): Promise<IdeaRow | undefined> =>
  ideas(ctx).where('i.id', '=', id).executeTakeFirst()
/** Open ones first, then the latest. */
export const ideaRows = (ctx: Ctx): Promise<IdeaRow[]> =>
  ideas(ctx)
    .orderBy(sql`i.state in ('new', 'looking')`, 'desc')
    .orderBy('i.changedAt', 'desc')
    .orderBy('i.id', 'desc')
    .limit(200)
    .execute()
export const openOf = (ctx: Ctx, followerId: number): Promise<IdeaRow[]> =>
  ideas(ctx).where('i.followerId', '=', followerId).where('i.state', 'in', ['new', 'looking']).orderBy('i.id').execute()
export const insertIdea = (ctx: Ctx, idea: { title: string; told: string }) =>
  ctx.db
    .insertInto('teachingIdea')
    .values({ ...idea, centreId: ctx.centreId, putBy: personOf(ctx), putAt: ctx.at, changedAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()
type Change = { state?: State; followerId?: number | null; cameOf?: string }
/** As it was seen; undefined when it is another meanwhile. */
export const updateIdea = (ctx: Ctx, id: number, change: Change, version: number) =>
  ctx.db
    .updateTable('teachingIdea')
    .set({ ...change, version: version + 1, changedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
export const unfollow = (ctx: Ctx, followerId: number) =>
  ctx.db
    .updateTable('teachingIdea')
    .set({ followerId: null })
    .where('centreId', '=', ctx.centreId)
    .where('followerId', '=', followerId)
    .where('state', 'in', ['new', 'looking'])
    .execute()

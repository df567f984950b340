import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hot, hotOne } from '#platform/db/hot'
import type { AnswerWord } from '../may-contact/answers.schema.ts'
import type { Change } from './choosing.shared.ts'

/** One who changes the list at a time: an empty one has no row to hold. */
export const lockList = (ctx: Ctx) =>
  sql`select pg_advisory_xact_lock(hashtext('own answers'), ${ctx.centreId})`.execute(ctx.db)

/** Its own short list, in order. */
const reasons = (of: string) => sql<{ id: number; name: string }[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name) order by r.position, r.id), '[]')
  from own_answer_reason r where r.centre_id = ${sql.ref(`${of}.centreId`)} and r.own_answer_id = ${sql.ref(`${of}.id`)})`

export const allOwn = (ctx: Ctx) =>
  ctx.db
    .selectFrom('ownAnswer as a')
    .leftJoin('personNamed as p', 'p.id', 'a.saidBy')
    .select(['a.id', 'a.base as answer', 'a.name', 'a.months', 'a.shorterWhy', 'a.version', 'a.firstId'])
    .select(['p.name as saidBy', 'a.saidAt', 'a.endedAt'])
    .select(reasons('a').as('reasons'))
    .$narrowType<{ answer: AnswerWord }>()
    .where('a.centreId', '=', ctx.centreId)
    .orderBy(sql`a.ended_at desc nulls first`)
    .orderBy('a.position')
    .orderBy('a.id')
    .limit(500)
    .execute()

/** As they were offered at a moment. */
const offered = hot((ctx, { at }: { at: string }) =>
  ctx.db
    .selectFrom('ownAnswer')
    .select(['id', 'base as answer', 'name', 'months'])
    .select(reasons('ownAnswer').as('reasons'))
    .$narrowType<{ answer: AnswerWord }>()
    .where('centreId', '=', ctx.centreId)
    .where('saidAt', '<=', at)
    .where((eb) => eb.or([eb('endedAt', 'is', null), eb('endedAt', '>', at)]))
    .orderBy('position')
    .orderBy('id'),
)
export const offeredAt = (ctx: Ctx, at: string) => offered(ctx, { at })

/** One that is offered, or was when a call began. */
const one = hotOne((ctx, { id, since }: { id: number; since: string }) =>
  ctx.db
    .selectFrom('ownAnswer')
    .select(['id', 'base as answer', 'name', 'months'])
    .select(reasons('ownAnswer').as('reasons'))
    .$narrowType<{ answer: AnswerWord }>()
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('endedAt', 'is', null), eb('endedAt', '>=', since)])),
)
export const offeredSince = (ctx: Ctx, of: { id: number; since: string }) => one(ctx, of)

/** Who ends makes room for the name before another takes it. Gives the place of one whose name stands already, as the database reads letters: then all is to be taken back. */
export const writeChange = async (ctx: Ctx, { ended, kept, added }: Change): Promise<number | undefined> => {
  if (ended.length > 0)
    await ctx.db
      .updateTable('ownAnswer')
      .set({ endedAt: ctx.at, endedBy: ctx.personId })
      .where('centreId', '=', ctx.centreId)
      .where('id', 'in', ended)
      .execute()
  for (const { id, position } of kept)
    await ctx.db
      .updateTable('ownAnswer')
      .set({ position })
      .where('centreId', '=', ctx.centreId)
      .where('id', '=', id)
      .execute()
  for (const { answer, reasons: names, ...row } of added) {
    const made = await ctx.db
      .insertInto('ownAnswer')
      .values({ centreId: ctx.centreId, base: answer, ...row, saidBy: ctx.personId, saidAt: ctx.at })
      .onConflict((same) => same.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return row.position
    if (names.length > 0)
      await ctx.db
        .insertInto('ownAnswerReason')
        .values(names.map((name, at) => ({ centreId: ctx.centreId, ownAnswerId: made.id, name, position: at + 1 })))
        .onConflict((same) => same.doNothing())
        .execute()
  }
  return undefined
}

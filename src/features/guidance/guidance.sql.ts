import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Who } from './guidance.schema.ts'
import type { Way } from './ways.table.ts'

export const countGuidance = (ctx: Ctx, who: Who, way: Way) =>
  ctx.db
    .insertInto('guidanceCount')
    .values({ centreId: ctx.centreId, month: `${ctx.today.slice(0, 7)}-01`, who, way, shown: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['centreId', 'month', 'who', 'way'])
        .doUpdateSet({ shown: sql<number>`guidance_count.shown + 1` }),
    )
    .execute()

export const guidanceByMonth = (ctx: Ctx) =>
  ctx.db
    .selectFrom('guidanceCount')
    .where('centreId', '=', ctx.centreId)
    .select(['month', sql<Who>`who`.as('who'), sql<number>`sum(shown)::int`.as('shown')])
    .groupBy(['month', 'who'])
    .orderBy('month', 'desc')
    .orderBy('who')
    .limit(48)
    .execute()

/** Statements on one's own profile: row-level security lets nobody but its owner at it. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { ProfileField, Step } from './fields.table.ts'

export const stepsOf = (ctx: Ctx, personId: number) =>
  ctx.db
    .selectFrom('ownStep')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', personId)
    .select(['field', 'step', 'words', 'version', 'saidAt'])
    .$narrowType<{ field: ProfileField; step: Step | null }>()
    .execute()

type Said = { step: Step | null; words: string }
/** The new version; undefined: something else was said since `seen`, and it is not the same. */
export const sayStep = async (
  ctx: Ctx,
  personId: number,
  field: ProfileField,
  said: Said,
  seen: string | null,
): Promise<string | undefined> => {
  const row = { ...said, saidAt: ctx.at, version: sql<string>`gen_random_uuid()` }
  const kept = await ctx.db
    .insertInto('ownStep')
    .values({ centreId: ctx.centreId, personId, field, ...row })
    .onConflict((key) =>
      key
        .columns(['centreId', 'personId', 'field'])
        .doUpdateSet(row)
        .where((eb) =>
          eb.or([
            eb('ownStep.version', '=', seen),
            eb.and([eb('ownStep.step', 'is not distinct from', said.step), eb('ownStep.words', '=', said.words)]),
          ]),
        ),
    )
    .returning('version')
    .executeTakeFirst()
  return kept?.version
}

export const clearSteps = (ctx: Ctx, personId: number) =>
  ctx.db.deleteFrom('ownStep').where('centreId', '=', ctx.centreId).where('personId', '=', personId).execute()

/** Visits that were told of, whoever wrote the report, by industry as it was then. */
export const visitedBy = (ctx: Ctx, personId: number) =>
  ctx.db
    .selectFrom('visitReported as r')
    .where('r.centreId', '=', ctx.centreId)
    .where((eb) =>
      eb.or([
        eb('r.personId', '=', personId),
        eb.exists(
          eb
            .selectFrom('visitorEver as w')
            .select('w.personId')
            .whereRef('w.centreId', '=', 'r.centreId')
            .whereRef('w.bookingId', '=', 'r.bookingId')
            .where('w.personId', '=', personId),
        ),
      ]),
    )
    .select((eb) => ['r.industry', eb.cast<number>(eb.fn.countAll(), 'integer').as('visits')])
    .groupBy('r.industry')
    .execute()

/** Trade areas that he was asked about since a moment, and does not share. */
export const declinedSince = async (ctx: Ctx, personId: number, at: string): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom('declinedTrade')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', personId)
    .where('declinedAt', '>', at)
    .select('trade')
    .execute()
  return rows.map(({ trade }) => trade)
}
export const decline = (ctx: Ctx, personId: number, trade: string) =>
  ctx.db
    .insertInto('declinedTrade')
    .values({ centreId: ctx.centreId, personId, trade, declinedAt: ctx.at })
    .onConflict((key) => key.columns(['centreId', 'personId', 'trade']).doUpdateSet({ declinedAt: ctx.at }))
    .execute()
export const undecline = (ctx: Ctx, personId: number, trade: string) =>
  ctx.db
    .deleteFrom('declinedTrade')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', personId)
    .where('trade', '=', trade)
    .execute()

/** What people want to learn at a visit. The database shows it to the two who go, and to nobody else. */
import { type Ctx, personOf } from '#platform/context'

type Pair = { bookingId: number; learnerId: number; otherId: number }
/** Of these two; what was written with another before is theirs. */
export const aimOf = (ctx: Ctx, { bookingId, learnerId, otherId }: Pair) =>
  ctx.db
    .selectFrom('learningAim as a')
    .innerJoin('personNamed as w', 'w.id', 'a.writtenBy')
    .where('a.centreId', '=', ctx.centreId)
    .where('a.bookingId', '=', bookingId)
    .where('a.learnerId', '=', learnerId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('myCircle as c')
          .whereRef('c.centreId', '=', 'a.centreId')
          .whereRef('c.circleId', '=', 'a.circleId')
          .where('c.personId', '=', otherId)
          .select('c.personId'),
      ),
    )
    .select(['a.id', 'a.circleId', 'a.words', 'a.writtenBy', 'w.name as writer', 'a.writtenAt'])
    .executeTakeFirst()
type New = { bookingId: number; learnerId: number; circleId: number; words: string }
export const insertAim = (ctx: Ctx, row: New) =>
  ctx.db
    .insertInto('learningAim')
    .values({ ...row, centreId: ctx.centreId, writtenBy: personOf(ctx), writtenAt: ctx.at })
    .execute()
export const updateAim = (ctx: Ctx, id: number, words: string) =>
  ctx.db
    .updateTable('learningAim')
    .set({ words, writtenBy: personOf(ctx), writtenAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()

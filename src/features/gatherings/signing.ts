/** Signing up and off, and who came. */
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { writeTo } from './gathering-mail.ts'
import { invitedTo } from './gatherings.sql.ts'
import { isFor, lockAhead, lockOne, runs, showGathering, tell, type Whole } from './one-gathering.ts'
import * as store from './places.sql.ts'
import { leave, seat } from './seats.ts'

/** Twice is once. Of two at the last seat the second waits in turn. Throws gathering-busy where something else lies in one's own time. */
export const signUp = async (ctx: Ctx, id: number, timeId: number): Promise<Whole> => {
  const me = personOf(ctx)
  const { row, time } = await lockAhead(ctx, id, timeId)
  if (!isFor(ctx, await invitedTo(ctx, id))) throw problem('not-allowed')
  if (!(await store.insertPlace(ctx, time))) return showGathering(ctx, id)
  if ((await store.freeSeat(ctx, timeId)) !== null) {
    if (!(await seat(ctx, row, time, { personId: me, schoolId: ctx.schoolId }))) throw problem('gathering-busy')
    await writeTo(ctx, row, time, [me], 'in')
  }
  await tell(ctx, row, 'signed-up')
  return showGathering(ctx, id)
}
/** Twice is once. */
export const signOff = async (ctx: Ctx, id: number, timeId: number): Promise<Whole> => {
  const { row, time } = await lockAhead(ctx, id, timeId)
  if (await leave(ctx, row, time, personOf(ctx))) await tell(ctx, row, 'signed-off')
  return showGathering(ctx, id)
}

type Said = { personId: number; came: boolean }
/** The own, or anybody's by whoever hosts it; of what took place alone. */
export const sayWhoCame = async (ctx: Ctx, id: number, timeId: number, { personId, came }: Said): Promise<Whole> => {
  const { row, time } = await lockOne(ctx, id, timeId)
  if (row.calledOffAt !== null) throw problem('gathering-over')
  if (time.startsAt > ctx.at) throw problem('gathering-not-yet')
  if (personId !== ctx.personId && !runs(ctx, row)) throw problem('not-allowed')
  if (!(await store.updatePlace(ctx, timeId, personId, { came, cameAt: ctx.at, cameBy: personOf(ctx) })))
    throw problem('not-found')
  await tell(ctx, row, 'attended')
  return showGathering(ctx, id)
}

export const putAwayNews = async (ctx: Ctx, id: number, timeId: number): Promise<Record<string, never>> => {
  const { time } = await lockOne(ctx, id, timeId)
  if (!(await store.updatePlace(ctx, time.id, personOf(ctx), { news: null, newsAt: null }))) throw problem('not-found')
  return {}
}

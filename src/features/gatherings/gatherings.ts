/** Front door: what consultants come together for. What must hold: no seat has two, whoever has one has the time for it, and whoever is signed up hears what happens to it. */
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { freeTime } from '../diaries/diaries.ts'
import { invite } from './gathering-mail.ts'
import type * as contract from './gatherings.schema.ts'
import * as store from './gatherings.sql.ts'
import { aboutOf, lockWhole, mustBe, runs, showGathering, tell } from './one-gathering.ts'
import * as places from './places.sql.ts'
import { refuseWrong } from './refusing.ts'
import { kind, tellPerson } from './seats.ts'

export { moveGathering } from './moving.ts'
export { mustBe as mustBeGathering, runs as runsGathering, showGathering } from './one-gathering.ts'
export { kind as gatheringTime, travelFor } from './seats.ts'
export { answerTurn, askToTakeTurn, listTakers, putAwayNews, sayWhoCame, signOff, signUp } from './places.ts'
export { gatheringById, type Row as GatheringRow } from './gatherings.sql.ts'
export { between as gatheringsBetween, knownUids as whichAreGatherings } from './places.sql.ts'

export const listGatherings = async (ctx: Ctx, over: boolean) => ({
  rows: (await store.gatheringRows(ctx, over)).map((row) => ({
    ...aboutOf(ctx, row),
    ...{ place: row.place, times: row.times, free: row.seats - row.seated, waiting: row.waiting },
    mine: row.mySeats > 0 ? ('seat' as const) : row.myWaits > 0 ? ('waits' as const) : null,
  })),
})

type Form = z.output<NonNullable<(typeof contract.makeGathering)['body']>>
export const makeGathering = async (ctx: Ctx, form: Form): Promise<contract.Whole> => {
  await refuseWrong(ctx, form)
  const { times, ...made } = form
  const id = await store.insertGathering(ctx, made, times)
  await tell(ctx, { id, title: form.title }, 'made')
  const [row, [time]] = await Promise.all([mustBe(ctx, id), places.timesOf(ctx, id)])
  if (time) await invite(ctx, row, time, form.invited)
  return showGathering(ctx, id)
}

export const callOffGathering = async (ctx: Ctx, id: number, why: string): Promise<contract.Whole> => {
  const { row, times, people } = await lockWhole(ctx, id)
  if (!runs(ctx, row)) throw problem('not-allowed')
  if (row.calledOffAt !== null || row.startsAt <= ctx.at) throw problem('gathering-over')
  await store.updateGathering(ctx, id, { calledOffAt: ctx.at, calledOffBy: personOf(ctx), calledOffWhy: why })
  for (const time of times) {
    await freeTime(ctx, { kind, id: time.id })
    await places.endAskings(ctx, time.id)
  }
  for (const { timeId, personId } of people) {
    const time = times.find((one) => one.id === timeId)
    if (time) await tellPerson(ctx, row, time, personId, 'off')
  }
  await tell(ctx, row, 'called-off')
  return showGathering(ctx, id)
}

/** Its row held, so that the second of two sees what the first did. */
const lockRow = async (ctx: Ctx, id: number) => {
  await store.lockGathering(ctx, id)
  return mustBe(ctx, id)
}
export const holdGathering = async (ctx: Ctx, id: number): Promise<contract.Whole> => {
  const row = await lockRow(ctx, id)
  if (row.heldById !== null || row.calledOffAt !== null || row.endsAt <= ctx.at) throw problem('gathering-over')
  await store.updateGathering(ctx, id, { heldBy: personOf(ctx) })
  await tell(ctx, row, 'held')
  return showGathering(ctx, id)
}

const same = (one: readonly string[], other: readonly string[]) => JSON.stringify(one) === JSON.stringify(other)
export const writeLearnt = async (
  ctx: Ctx,
  id: number,
  { lines, seen }: { lines: string[]; seen: readonly string[] },
): Promise<contract.Whole> => {
  const row = await lockRow(ctx, id)
  if (!runs(ctx, row)) throw problem('not-allowed')
  if (row.calledOffAt !== null || row.endsAt > ctx.at) throw problem('gathering-not-yet')
  if (same(row.learnt, lines)) return showGathering(ctx, id)
  if (!same(row.learnt, seen)) throw problem('changed-meanwhile', {}, { theirs: row.learnt, yours: lines })
  await store.updateGathering(ctx, id, { learnt: lines, learntAt: ctx.at, learntBy: personOf(ctx) })
  await tell(ctx, row, 'learnt')
  return showGathering(ctx, id)
}

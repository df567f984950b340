/** What people do with their places: sign up and off, have a colleague take a turn with a yes, and say who came. */
import { type Ctx, personOf } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import * as m from '#texts'
import { staff } from '../centre/roles.ts'
import { freeFor, freeOne } from '../diaries/diaries.ts'
import { writeTo } from './gathering-mail.ts'
import { invitedTo, peopleOf } from './gatherings.sql.ts'
import type { Whole } from './gatherings.schema.ts'
import { isFor, lockAhead, lockOne, mustBe, runs, showGathering, tell } from './one-gathering.ts'
import * as store from './places.sql.ts'
import { kind, leave, seat, travelFor } from './seats.ts'

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

/** Whom it is for, who is not signed up then. */
const takers = async (ctx: Ctx, id: number, people: readonly store.PlaceRow[]) => {
  const invited = await invitedTo(ctx, id)
  const all = await peopleOf(ctx, staff, [])
  return all.filter((one) => isFor(one, invited) && !people.some(({ personId }) => personId === one.personId))
}
export const listTakers = async (ctx: Ctx, id: number, timeId: number) => {
  const [row, time, people] = await Promise.all([
    mustBe(ctx, id),
    store.timeById(ctx, timeId),
    store.placesOf(ctx, [timeId]),
  ])
  if (time?.gatheringId !== id) throw problem('not-found')
  const rows: { id: number; name: string }[] = []
  for (const { personId, name, schoolId } of await takers(ctx, id, people)) {
    const { startsAt, endsAt } = time
    const free = await freeFor(ctx, { personId, startsAt, endsAt, travelMinutes: travelFor(row, schoolId) }, 0)
    if (free) rows.push({ id: personId, name })
  }
  return { rows }
}

/** Asked again, the one before is asked no more. */
export const askToTakeTurn = async (ctx: Ctx, id: number, timeId: number, toId: number): Promise<Whole> => {
  const { row, people } = await lockAhead(ctx, id, timeId, [toId])
  const mine = people.find(({ personId }) => personId === ctx.personId)
  if (row.kind !== 'stand' || !mine || mine.seat === null) throw problem('not-allowed')
  if (!(await takers(ctx, id, people)).some(({ personId }) => personId === toId))
    throw problemAt('wrong-input', '/body/toId', m.gatherings_problem_taker({}, { locale: ctx.language }), 'not-here')
  await store.updatePlace(ctx, timeId, personOf(ctx), { askedId: toId, askedAt: ctx.at })
  await tell(ctx, row, 'turn-asked')
  return showGathering(ctx, id)
}

type Answer = { fromId: number; yes: boolean }
/** With a yes the turn and its time are the other's, all at once. */
export const answerTurn = async (ctx: Ctx, id: number, timeId: number, answer: Answer): Promise<Whole> => {
  const me = personOf(ctx)
  const { row, time, people } = await lockAhead(ctx, id, timeId)
  const from = people.find(({ personId }) => personId === answer.fromId)
  if (from?.askedId !== me) throw problem('not-allowed')
  await store.updatePlace(ctx, timeId, from.personId, { askedId: null, askedAt: null })
  if (answer.yes) {
    if (people.some(({ personId }) => personId === me)) throw problem('not-allowed')
    await freeOne(ctx, { kind, id: timeId }, from.personId)
    await store.updatePlace(ctx, timeId, from.personId, { personId: me, seat: null })
    if (!(await seat(ctx, row, time, { personId: me, schoolId: ctx.schoolId }))) throw problem('gathering-busy')
    await writeTo(ctx, row, time, [me], 'in')
    await writeTo(ctx, row, time, [from.personId], 'given')
  }
  await tell(ctx, row, answer.yes ? 'turn-taken' : 'turn-refused')
  return showGathering(ctx, id)
}
/** Who leaves is signed up no more, and asked no more. */
export const endPlacesOf = async (ctx: Ctx, personId: number) => {
  for (const { timeId, personId: whose } of await store.placesAhead(ctx, personId)) {
    const time = await store.lockTime(ctx, timeId)
    if (!time) continue
    if (whose === personId) await leave(ctx, await mustBe(ctx, time.gatheringId), time, personId)
    else await store.updatePlace(ctx, timeId, whose, { askedId: null, askedAt: null })
  }
}

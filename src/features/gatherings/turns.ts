/** Turns at a stand: a colleague takes one with a yes, and the time goes along. */
import { type Ctx, personOf } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import * as m from '#texts'
import { staff } from '../centre/roles.ts'
import { freeFor, freeOne } from '../diaries/diaries.ts'
import { writeTo } from './gathering-mail.ts'
import * as store from './gatherings.sql.ts'
import { isFor, lockAhead, mustBe, showGathering, tell, type Whole } from './one-gathering.ts'
import * as places from './places.sql.ts'
import { kind, leave, seat, travelFor } from './seats.ts'

/** Whom it is for, who is not signed up then. */
const takers = async (ctx: Ctx, id: number, people: readonly places.PlaceRow[]) => {
  const invited = await store.invitedTo(ctx, id)
  const all = await store.peopleOf(ctx, staff, [])
  return all.filter((one) => isFor(one, invited) && !people.some(({ personId }) => personId === one.personId))
}
export const listTakers = async (ctx: Ctx, id: number, timeId: number) => {
  const [row, time, people] = await Promise.all([
    mustBe(ctx, id),
    places.timeById(ctx, timeId),
    places.placesOf(ctx, [timeId]),
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
  await places.updatePlace(ctx, timeId, personOf(ctx), { askedId: toId, askedAt: ctx.at })
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
  await places.updatePlace(ctx, timeId, from.personId, { askedId: null, askedAt: null })
  if (answer.yes) {
    if (people.some(({ personId }) => personId === me)) throw problem('not-allowed')
    await freeOne(ctx, { kind, id: timeId }, from.personId)
    await places.updatePlace(ctx, timeId, from.personId, { personId: me, seat: null })
    if (!(await seat(ctx, row, time, { personId: me, schoolId: ctx.schoolId }))) throw problem('gathering-busy')
    await writeTo(ctx, row, time, [me], 'in')
    await writeTo(ctx, row, time, [from.personId], 'given')
  }
  await tell(ctx, row, answer.yes ? 'turn-taken' : 'turn-refused')
  return showGathering(ctx, id)
}
/** Who leaves is signed up no more, and asked no more. */
export const endPlacesOf = async (ctx: Ctx, personId: number) => {
  for (const { timeId, personId: whose } of await places.placesAhead(ctx, personId)) {
    const time = await places.lockTime(ctx, timeId)
    if (!time) continue
    if (whose === personId) await leave(ctx, await mustBe(ctx, time.gatheringId), time, personId)
    else await places.updatePlace(ctx, timeId, whose, { askedId: null, askedAt: null })
  }
}

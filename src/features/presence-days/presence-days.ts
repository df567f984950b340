/** Front door: regular days at a partner's. What must hold: nobody is promised who has something else then, and no figure under five is told, nor one from which it can be reckoned. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import type { Message } from '#platform/text/language'
import * as m from '#texts'
import { runsCentre, visitors } from '../centre/roles.ts'
import { partnerNow } from '../partners/partners.ts'
import { sayDayOff, workingTimeNow } from '../working-days/working-days.ts'
import { countedWhere, lastTold } from './counting.sql.ts'
import * as days from './days.sql.ts'
import { closedDates, endOf, giveInTurn, lockPeople, tellingWhose, tend } from './giving.ts'
import { shapeOf, tellOf } from './one-day.ts'
import { presenceDaysEvents } from './presence-days-events.table.ts'
import type * as contract from './presence-days.schema.ts'
import * as store from './presence-days.sql.ts'

export { countPresence } from './counting.ts'
export { tendPresences } from './giving.ts'
export { moveClosedDate, movePresenceDay } from './moving.ts'
export { visitorsNow } from './presence-days.sql.ts'
export { showPresenceDay } from './one-day.ts'
export {
  acceptPresenceDay,
  askColleague,
  callOffPresenceDay,
  givePresenceDay,
  stopAskingColleague,
} from './swapping.ts'

const record = recorder(presenceDaysEvents)
type Shape = z.infer<typeof contract.Presence>
type Form = store.Form & { personIds: readonly number[] }

const shapesOf = async (ctx: Ctx, rows: readonly store.PresenceRow[]): Promise<Shape[]> => {
  const ids = rows.map(({ id }) => id)
  const takers = await store.takersOf(ctx, ids, visitors)
  const ahead = await days.daysOf(ctx, ids)
  const countedAt = await countedWhere(ctx)
  const time = await workingTimeNow(ctx)
  const shapes: Shape[] = []
  for (const whole of rows) {
    const { partnerId, partner, ...row } = whole
    const closed = await closedDates(ctx, whole, time)
    shapes.push({
      ...row,
      partner: { id: partnerId, name: partner },
      people: takers.filter(({ presenceId }) => presenceId === row.id).map(({ personId: id, name }) => ({ id, name })),
      days: ahead.filter(({ presenceId }) => presenceId === row.id).map((day) => shapeOf(ctx, day)),
      closed: closed.map(({ onDay, off }) => ({ onDay, why: sayDayOff(ctx, off) })),
      told: countedAt.has(partnerId) ? null : ((await lastTold(ctx, partnerId)) ?? null),
      can: { change: runsCentre(ctx), seeTold: !countedAt.has(partnerId) },
    })
  }
  return shapes
}
export const listPresences = async (ctx: Ctx) => ({
  rows: await shapesOf(ctx, await store.allPresences(ctx)),
  visitors: await store.visitorsNow(ctx, visitors),
  can: { add: runsCentre(ctx) },
})
const mustBe = async (ctx: Ctx, id: number) => {
  const row = await store.presenceById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}
const showPresence = async (ctx: Ctx, id: number): Promise<Shape> => {
  const [shape] = await shapesOf(ctx, [await mustBe(ctx, id)])
  if (!shape) throw problem('not-found')
  return shape
}

const refuseWrong = async (ctx: Ctx, { startsAt, endsAt, fromOn, untilOn, personIds }: Form) => {
  const wrong = (pointer: string, says: Message) =>
    problemAt('wrong-input', pointer, says({}, { locale: ctx.language }), 'custom')
  if (endsAt <= startsAt) throw wrong('/body/endsAt', m.presence_days_problem_backwards)
  if (untilOn !== null && untilOn < fromOn) throw wrong('/body/untilOn', m.presence_days_problem_until)
  const here = new Set((await store.visitorsNow(ctx, visitors)).map(({ id }) => id))
  if (personIds.some((id) => !here.has(id))) throw wrong('/body/personIds', m.presence_days_problem_visitor)
}

export const addPresence = async (ctx: Ctx, { partnerId, ...form }: Form & { partnerId: number }): Promise<Shape> => {
  const partner = await partnerNow(ctx, partnerId)
  if (!partner) throw problemAt('wrong-input', '/body/partnerId', String(partnerId), 'unknown')
  await refuseWrong(ctx, form)
  const { personIds, ...rest } = form
  const { id } = await store.insertPresence(ctx, partnerId, rest)
  await store.replaceTakers(ctx, id, [...new Set(personIds)])
  await tend(ctx, await mustBe(ctx, id), await workingTimeNow(ctx))
  await record(ctx, { verb: 'added', subject: 'presence', subjectId: id, after: { what: partner.name, ...form } })
  await tellOf(ctx, partnerId)
  return showPresence(ctx, id)
}

/** Days ahead that fit still stay with who has them, swaps too; those of people who take turns no more are given anew. */
export const changePresence = async (ctx: Ctx, id: number, form: Form): Promise<Shape> => {
  await refuseWrong(ctx, form)
  await lockPeople(ctx, id, form.personIds)
  if (!(await store.lockPresence(ctx, id))) throw problem('not-found')
  const before = await store.takersOf(ctx, [id], visitors)
  const { personIds, ...rest } = form
  await store.updatePresence(ctx, id, rest)
  await store.replaceTakers(ctx, id, [...new Set(personIds)])
  const [row, time] = [await mustBe(ctx, id), await workingTimeNow(ctx)]
  await tend(ctx, row, time)
  const out = new Set(before.map(({ personId }) => personId).filter((personId) => !personIds.includes(personId)))
  for (const day of await days.daysOf(ctx, [id]))
    if (day.startsAt > ctx.at && day.personId !== null && out.has(day.personId))
      await tellingWhose(ctx, day.id, () => giveInTurn(ctx, id, day, time))
  await record(ctx, { verb: 'changed', subject: 'presence', subjectId: id, after: { what: row.partner, ...form } })
  await tellOf(ctx, row.partnerId)
  return showPresence(ctx, id)
}

export const endPresence = async (ctx: Ctx, id: number) => {
  if (!(await store.lockPresence(ctx, id))) throw problem('not-found')
  const row = await mustBe(ctx, id)
  await endOf(ctx, row)
  await record(ctx, { verb: 'ended', subject: 'presence', subjectId: id, before: { what: row.partner } })
  return {}
}

/** What lies in people's calendars: when, and at whose. */
export const presenceDaysBetween = (ctx: Ctx, asked: { from: string; to: string; personIds: readonly number[] }) =>
  days.daysBetween(ctx, asked)

/** Which events of a calendar elsewhere, by their numbers, are days of ours that came back. */
export const whichAreDays = days.knownUids

/** What the partner sees: who comes when, and how many came as far as it may be told. No number of a row. */
export const presenceOfPartner = async (ctx: Ctx, partnerId: number) => ({
  days: (await days.daysAheadOf(ctx, partnerId)).map((row) => ({
    ...{ startsAt: row.startsAt, endsAt: row.endsAt, place: row.place, calledOff: row.calledOffAt !== null },
    movedFrom: row.movedFrom,
    who: row.personId === null || row.person === null ? null : { name: row.person, school: row.school },
  })),
  told: (await lastTold(ctx, partnerId)) ?? null,
})

/** A day changes hands: a colleague is asked and says yes, who runs the centre gives it to someone, or whoever had it leaves. */
import { type Ctx, personOf } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import type { LooseEnds } from '#platform/room'
import { isOneOf } from '#platform/typed.shared'
import * as m from '#texts'
import { runsCentre, visitors } from '../centre/roles.ts'
import { lockConsultant } from '../diaries/diaries.ts'
import { memberNow } from '../members/members.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import * as store from './days.sql.ts'
import * as giving from './giving.ts'
import { isAhead, lockAhead, maySayNotHeld, mustBe, showPresenceDay, tellDay, type Whole } from './one-day.ts'
import { leaveTurns } from './presence-days.sql.ts'

const refuseStranger = async (ctx: Ctx, personId: number, pointer: string) => {
  const member = await memberNow(ctx, personId)
  if (member && isOneOf(visitors, member.role)) return
  throw problemAt('wrong-input', pointer, m.presence_days_problem_visitor({}, { locale: ctx.language }), 'not-here')
}
type Asking = { toId: number; inReturnId: number | null }

export const askColleague = async (ctx: Ctx, id: number, { toId, inReturnId }: Asking): Promise<Whole> => {
  const row = await lockAhead(ctx, id)
  if (row.personId !== ctx.personId && !runsCentre(ctx)) throw problem('not-allowed')
  if (row.askedId !== null) throw problem('presence-day-changed')
  await refuseStranger(ctx, toId, '/body/toId')
  const wrong = (pointer: string) =>
    problemAt('wrong-input', pointer, m.presence_days_problem_theirs({}, { locale: ctx.language }), 'not-here')
  if (toId === row.personId) throw wrong('/body/toId')
  const back = inReturnId === null ? undefined : await store.dayById(ctx, inReturnId)
  const theirs = back?.personId === toId && back.presenceId === row.presenceId && isAhead(ctx, back)
  if (inReturnId !== null && !theirs) throw wrong('/body/inReturnId')
  await store.setAsked(ctx, id, { toId, returnId: inReturnId })
  await tellDay(ctx, row, 'asked', { toId })
  return showPresenceDay(ctx, id)
}

export const stopAskingColleague = async (ctx: Ctx, id: number): Promise<Whole> => {
  const row = await lockAhead(ctx, id)
  const mine = ctx.personId !== null && [row.askedId, row.askedBy, row.personId].includes(ctx.personId)
  if (row.askedId === null || !(mine || runsCentre(ctx))) throw problem('not-allowed')
  await store.dropAsked(ctx, id)
  await tellDay(ctx, row, row.askedId === ctx.personId ? 'declined' : 'not-asked')
  return showPresenceDay(ctx, id)
}

/** People first, then days: whoever leaves takes them in the same order. */
const lockSwap = async (ctx: Ctx, id: number) => {
  const before = await mustBe(ctx, id)
  const people = [personOf(ctx), ...(before.personId === null ? [] : [before.personId])]
  for (const personId of people.toSorted((a, b) => a - b)) await lockConsultant(ctx, personId)
  return lockAhead(ctx, id, before.returnId === null ? [] : [before.returnId])
}

/** Both days change hands, or neither; of who has left meanwhile the day is taken all the same, and nothing given in return. */
export const acceptPresenceDay = async (ctx: Ctx, id: number): Promise<Whole> => {
  const row = await lockSwap(ctx, id)
  const me = personOf(ctx)
  if (row.askedId !== me) throw problem('not-allowed')
  const back = row.returnId === null ? undefined : await store.dayById(ctx, row.returnId)
  if (back && (back.personId !== me || !isAhead(ctx, back))) throw problem('presence-day-changed')
  const time = await workingTimeNow(ctx)
  if (!(await giving.giveTo(ctx, row, { personId: me, time }))) throw problem('presence-day-busy')
  if (back && row.personId !== null) {
    if (!(await giving.giveTo(ctx, back, { personId: row.personId, time }))) throw problem('presence-day-busy')
    await tellDay(ctx, back, 'taken', { personId: row.personId })
  }
  await tellDay(ctx, row, 'taken', { personId: me })
  return showPresenceDay(ctx, id)
}

export const givePresenceDay = async (ctx: Ctx, id: number, personId: number | null): Promise<Whole> => {
  if (personId !== null) await refuseStranger(ctx, personId, '/body/personId')
  // People before the day, as a swap has it.
  await giving.lockPeople(ctx, (await mustBe(ctx, id)).presenceId, personId === null ? [] : [personId])
  const row = await lockAhead(ctx, id)
  const time = await workingTimeNow(ctx)
  if (personId === null) await giving.giveInTurn(ctx, row.presenceId, row, time)
  else if (!(await giving.giveTo(ctx, row, { personId, time }))) throw problem('presence-day-busy')
  await tellDay(ctx, row, 'given', { personId })
  return showPresenceDay(ctx, id)
}

/** Ahead: nobody comes. Over and not counted: nobody was there, and nothing is waited for. */
export const callOffPresenceDay = async (ctx: Ctx, id: number): Promise<Whole> => {
  await store.lockDays(ctx, [id])
  const row = await mustBe(ctx, id)
  const notHeld = maySayNotHeld(ctx, row)
  if (!notHeld && !runsCentre(ctx)) throw problem('not-allowed')
  if (!notHeld && (!isAhead(ctx, row) || row.calledOffAt !== null)) throw problem('presence-day-over')
  await giving.callOff(ctx, id)
  await tellDay(ctx, row, notHeld ? 'not-held' : 'called-off')
  return showPresenceDay(ctx, id)
}

/** Days of someone who leaves: who is named takes those he has the time for, the others wait with who runs the centre. None is dropped. */
export const presenceDaysOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('personId' in ended)) return []
    // Who takes a day this moment is waited for: what he took stands open too.
    await lockConsultant(ctx, ended.personId)
    const rows = await store.openOf(ctx, ended.personId)
    return rows.map((row) => ({
      kind: row.personId === ended.personId ? 'presence-day' : 'presence-asking',
      sourceId: row.id,
      company: null,
      personId: ended.personId,
      since: row.addedAt,
      values: { what: row.partner, at: row.startsAt },
    }))
  },
  handOn: async (ctx, ended, to) => {
    if (!('personId' in ended)) return
    const rows = await store.openOf(ctx, ended.personId)
    const time = await workingTimeNow(ctx)
    await leaveTurns(ctx, ended.personId)
    await store.dropAsking(ctx, { personId: ended.personId })
    for (const row of rows.filter(({ personId }) => personId === ended.personId)) {
      const heir = to && 'personId' in to && isAhead(ctx, row) ? to.personId : null
      if (heir === null || !(await giving.giveTo(ctx, row, { personId: heir, time }))) await giving.letGo(ctx, row.id)
      await tellDay(ctx, row, 'released')
    }
  },
  words: {
    'presence-day': (count, locale) =>
      count === 1 ? m.presence_days_open_one({}, { locale }) : m.presence_days_open_many({ count }, { locale }),
    'presence-asking': (count, locale) =>
      count === 1 ? m.presence_days_asking_one({}, { locale }) : m.presence_days_asking_many({ count }, { locale }),
  },
}

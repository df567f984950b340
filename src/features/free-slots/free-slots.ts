/** Front door: when somebody could come, and the time of a meeting: checked, and taken for good or not at all. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import * as m from '#texts'
import { fullAt } from '../capacity/capacity.ts'
import { showRules } from '../centre/centre.ts'
import { sayDayOff, workingTimeNow } from '../working-days/working-days.ts'
import { dateAt, findConsultant, insideHours, minute, takeTime, type Time } from '../diaries/diaries.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import { factsAbout } from './fitting.ts'
import { dropHoldsOf, isHeldByAnother } from './holds.sql.ts'
import { type Place, placeOf } from './free-slots.sql.ts'
import { drivingTo, listFreeSlots } from './proposing.ts'

export { type Could, type During, factsOfCompany, freeDuring, type Hinders, whoDuring } from './during.ts'
export { reasonsOf } from './fitting.ts'
export { type Facts, pointsAlong, pointsOfLead, pointsTogether, sumOf, teaches } from './points.ts'
export { holdSlot, letSlotGo } from './holds.ts'
export { listFreeSlots } from './proposing.ts'

type Chosen = { personIds: readonly number[]; why: string | null | undefined; except?: readonly number[] }
/** Who is chosen although his field has nothing to do with the company is chosen for a reason. Throws field-unrelated without one; gives what is kept. */
export const whyChosen = async (
  ctx: Ctx,
  companyId: number,
  { personIds, why, except = [] }: Chosen,
): Promise<string | null> => {
  const place = await placeOf(ctx, companyId)
  const factsOf = place && (await factsAbout(ctx, place))
  let kept: string | null = null
  for (const [n, personId] of personIds.entries()) {
    if (except.includes(personId)) continue
    const who = await findConsultant(ctx, personId)
    const facts = who && factsOf?.(who)
    // Who comes along may come to learn.
    if (!facts || facts.fits || (n > 0 && facts.learns)) continue
    if (!why) throw problem('field-unrelated', { who: who.name })
    kept = why
  }
  return kept
}

/** `endsAt`: as was agreed before; else it lasts as long as a new one. */
type Wanted = { personId: number; startsAt: string; endsAt?: string; form: MeetingForm }
/** The wanted time, checked against what no other booker can change: the clock, the days off, the working hours. Throws slot-passed, day-off, outside-working-hours, not-found. */
export const timeFor = async (
  ctx: Ctx,
  place: Pick<Place, 'municipality'>,
  { personId, startsAt, endsAt, form }: Wanted,
): Promise<MeetingTime> => {
  const who = await findConsultant(ctx, personId)
  if (!who) throw problem('not-found')
  const start = Date.parse(startsAt)
  if (start <= ctx.now.epochMilliseconds) throw problem('slot-passed')
  const end = endsAt === undefined ? start + (await showRules(ctx)).visitMinutes * minute : Date.parse(endsAt)
  const off = (await workingTimeNow(ctx)).offOn(dateAt(start), who.schoolId)
  if (off) throw problem('day-off', { who: who.name, why: sayDayOff(ctx, off) })
  if (!insideHours(who.hours, { from: start, to: end })) throw problem('outside-working-hours', { who: who.name })
  const driving = drivingTo(place, form, who.municipality)
  return {
    personId,
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(end).toISOString(),
    ...{ travelMinutes: driving.minutes, travelKnown: driving.known },
  }
}

/** A time, and whether the driving kept free around it is known or only supposed. */
export type MeetingTime = Time & { travelKnown: boolean }
const agreedOf = {
  any: m.free_slots_agreed_any,
  visit: m.free_slots_agreed_visit,
  online: m.free_slots_agreed_online,
  phone: m.free_slots_agreed_phone,
}
type Going = { startsAt: string; form: MeetingForm; personIds: readonly [number, ...number[]] }
/** The same of all who go, in order. */
export const timesFor = async (
  ctx: Ctx,
  place: Pick<Place, 'municipality'>,
  { startsAt, form, personIds: [first, ...others] }: Going,
): Promise<[MeetingTime, ...MeetingTime[]]> => {
  const times: [MeetingTime, ...MeetingTime[]] = [await timeFor(ctx, place, { personId: first, startsAt, form })]
  for (const personId of new Set(others))
    if (personId !== first) times.push(await timeFor(ctx, place, { personId, startsAt, form }))
  return times
}

type Taking = {
  /** What takes the time: `booking`. */
  kind: string
  times: readonly [Time, ...Time[]]
  companyId: number
  form: MeetingForm
  /** Its number, when it is moved. */
  moved?: number
  write: () => Promise<number>
}
/** Somebody else is speaking about it with a company. */
class SpokenAbout extends Error {}
const anyHeld = async (ctx: Ctx, times: readonly Time[], buffer: number) => {
  for (const time of times) if (await isHeldByAnother(ctx, time, buffer)) return true
  return false
}

/** Throws slot-taken, or week-full, with the times that are free now, so that whoever is on the phone can offer another at once. */
export const takeMeetingTime = async (
  ctx: Ctx,
  { kind, times, companyId, form, moved, write }: Taking,
): Promise<number> => {
  const buffer = (await showRules(ctx)).bufferMinutes
  // Asked once more under the lock that holders take too.
  const unheld = async () => {
    if (await anyHeld(ctx, times, buffer)) throw new SpokenAbout()
    return write()
  }
  const id = await takeTime(ctx, { kind, times, form, moved, buffer, write: unheld }).catch((error: unknown) => {
    if (error instanceof SpokenAbout) return null
    throw error
  })
  if (id !== null) {
    if (ctx.personId !== null) await dropHoldsOf(ctx, ctx.personId)
    return id
  }
  const except = moved === undefined ? undefined : { kind, id: moved }
  const secondId = moved === undefined ? times[1]?.personId : undefined
  const { rows } = await listFreeSlots(ctx, { companyId, every: false, except, form, secondId })
  const full = await fullAt(ctx, times, { form, except })
  if (!full) throw problem('slot-taken', {}, { slots: rows })
  const who = (await findConsultant(ctx, full.personId))?.name ?? ''
  const what = agreedOf[full.form ?? 'any']({}, { locale: ctx.language })
  throw problem('week-full', { who, what, week: full.week }, { slots: rows })
}

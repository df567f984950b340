/** Front door: what each call centre called, and what bought calls come to. What must hold: what is counted is what the ledger charges, and of the centre's own no figure is one caller's. */
import type { AnswerOf } from '#platform/endpoint'
import { daysAfter, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { holdOpen } from '../call-centres/call-centres.ts'
import { mondayOf } from '../capacity/capacity.ts'
import { listSchools } from '../centre/centre.ts'
import { runsCentre } from '../centre/roles.ts'
import { chargedBetween, quarterOf } from '../fair-shares/fair-shares.ts'
import { callCostsEvents } from './call-costs-events.table.ts'
import type * as contract from './call-costs.schema.ts'
import { fewest } from './call-costs.schema.ts'
import * as store from './call-costs.sql.ts'
import { priceOn, reckonCost } from './reckon.ts'

const record = recorder(callCostsEvents)
type Shape = AnswerOf<typeof contract.showCallCosts>['centres'][number]
type Called = Awaited<ReturnType<typeof store.calledBetween>>[number]
type Seconds = Awaited<ReturnType<typeof chargedBetween>>[number]

type Group = { id: number | null; name: string | null; outside: boolean; of: readonly (number | null)[] }
type Centres = Awaited<ReturnType<typeof store.callCentres>>
/** Each call centre by itself; the centre's own in one where any of them is of fewer than three: what is left of a sum tells as much. */
const groupsOf = (centres: Centres, called: readonly Called[], seconds: readonly Seconds[]): Group[] => {
  const isCalled = (id: number | null) => [...called, ...seconds].some(({ callCentreId }) => callCentreId === id)
  const own = [...centres.flatMap(({ id, outside }) => (outside ? [] : [id])), null].filter(isCalled)
  const callersAt = (id: number | null) => called.find(({ callCentreId }) => callCentreId === id)?.callers ?? 0
  const apart = own.every((id) => callersAt(id) >= fewest)
  const named = (id: number | null): Group => {
    const name = centres.find((one) => one.id === id)?.name ?? null
    return { id, name, outside: false, of: [id] }
  }
  const bought = centres.filter(({ id, outside, closedOn }) => outside && (closedOn === null || isCalled(id)))
  return [
    ...(apart ? own.map(named) : [{ id: null, name: null, outside: false, of: own }]),
    ...bought.map(({ id, name, outside }) => ({ id, name, outside, of: [id] })),
  ]
}
const minutes = (rows: readonly Seconds[]) => Math.round(rows.reduce((sum, { seconds }) => sum + seconds, 0) / 60)

type Told = { called: readonly Called[]; seconds: readonly Seconds[] }
/** Of few people nothing is told of the centre's own; of a bureau what is paid for. */
const figuresOf = ({ outside, of }: Group, { called, seconds }: Told) => {
  const its = called.filter(({ callCentreId }) => of.includes(callCentreId))
  const few = new Set(its.flatMap(({ people }) => people)).size < fewest
  return {
    calls: few && !outside ? null : its.reduce((sum, one) => sum + one.calls, 0),
    minutes: few && !outside ? null : minutes(seconds.filter(({ callCentreId }) => of.includes(callCentreId))),
    meetings: few ? null : its.reduce((sum, one) => sum + one.meetings, 0),
  }
}
const priceShape = ({ id, per, kroner, from, saidBy }: store.SaidPrice) => ({ id, per, kroner, from, saidBy })
/** What holds with a bureau that is open, and what will. */
const agreedNow = (ctx: Ctx, agreed: readonly store.SaidPrice[], closed: boolean) => {
  const price = closed ? undefined : priceOn(agreed, ctx.today)
  const later = closed ? [] : agreed.filter(({ from }) => from > ctx.today)
  return {
    price: price ? priceShape(price) : null,
    later: later.toSorted((one, other) => one.from.localeCompare(other.from) || one.id - other.id).map(priceShape),
    last: agreed.at(-1)?.id ?? null,
  }
}

/** What each call centre called this quarter, as the last week closed it: the same for all schools. */
export const showCallCosts = async (ctx: Ctx): Promise<AnswerOf<typeof contract.showCallCosts>> => {
  const closes = mondayOf(ctx.today)
  const from = quarterOf(daysAfter(closes, -1))
  const between = { from: momentOf(from, '00:00').toString(), to: momentOf(closes, '00:00').toString() }
  const told = { called: await store.calledBetween(ctx, between), seconds: await chargedBetween(ctx, between) }
  const centres = await store.callCentres(ctx)
  const prices = await store.allPrices(ctx)
  const schools = (await listSchools(ctx)).rows
  const shown = (group: Group): Shape => {
    const { id, name, outside } = group
    const talked = outside ? told.seconds.filter(({ callCentreId }) => callCentreId === id) : []
    const agreed = outside ? prices.filter(({ callCentreId }) => callCentreId === id) : []
    const closedOn = centres.find((one) => one.id === id)?.closedOn ?? null
    const until = closedOn !== null && closedOn < closes ? closedOn : closes
    const cost = reckonCost({ prices: agreed, talked, from, until })
    const ids = [...schools.map((one) => one.id), null].filter((one) => talked.some(({ schoolId }) => schoolId === one))
    return {
      ...{ id, name, outside, closedOn, ...figuresOf(group, told), ...agreedNow(ctx, agreed, closedOn !== null) },
      can: { change: outside && closedOn === null && runsCentre(ctx) },
      cost: cost?.cost ?? null,
      schools: ids.map((schoolId) => ({
        ...{ schoolId, name: schools.find((one) => one.id === schoolId)?.name ?? null },
        minutes: minutes(talked.filter((one) => one.schoolId === schoolId)),
        kroner: cost ? (cost.schools.get(schoolId) ?? 0) : null,
      })),
    }
  }
  return { from, closes, centres: groupsOf(centres, told.called, told.seconds).map(shown) }
}

/** The same line by line: of a bureau what each got, of the centre's own their sum. */
export const listCallCosts = async (ctx: Ctx): Promise<AnswerOf<typeof contract.listCallCosts>> => {
  const { from, closes, centres } = await showCallCosts(ctx)
  const until = daysAfter(closes, -1)
  const rows = centres.flatMap(({ name: callCentre, outside, schools, minutes: all, cost }) => {
    const whole = { account: null, minutes: all, kroner: cost }
    const parts = schools.map(({ name, ...part }) => ({ account: name, minutes: part.minutes, kroner: part.kroner }))
    return (parts.length > 0 ? parts : [whole]).map((part) => ({ from, until, callCentre, outside, ...part }))
  })
  return { rows }
}

/** A bureau that is open, until this is done: of two who say something of it one waits for the other. Throws not-found. */
const bureauOf = async (ctx: Ctx, id: number) => {
  const centre = await holdOpen(ctx, id)
  if (!centre?.outside) throw problem('not-found')
  const agreed = (await store.allPrices(ctx)).filter(({ callCentreId }) => callCentreId === id)
  return { what: centre.name, agreed, last: agreed.at(-1)?.id ?? null }
}
const topics = ['call-costs']
type Wanted = Parameters<typeof store.insertPrice>[2] & { last: number | null }
/** Throws not-found: no bureau that is open; changed-meanwhile: somebody has said another since it was seen. */
export const sayCallPrice = async (ctx: Ctx, id: number, { last: seen, ...wanted }: Wanted) => {
  const { what, agreed, last } = await bureauOf(ctx, id)
  if (last !== seen) {
    const theirs = agreed.at(-1)
    throw problem('changed-meanwhile', {}, { theirs: theirs ? priceShape(theirs) : null, yours: wanted })
  }
  const said = await store.insertPrice(ctx, id, wanted)
  const verb = wanted.kroner === null ? 'ended' : 'agreed'
  await record(ctx, { verb, subject: 'call_centre_price', subjectId: said.id, after: { what, ...wanted }, topics })
  return said
}
/** Throws not-found: no bureau that is open, or it was taken back already. */
export const takeBackCallPrice = async (ctx: Ctx, id: number, priceId: number) => {
  const { what, agreed } = await bureauOf(ctx, id)
  const was = agreed.find((one) => one.id === priceId)
  if (!was) throw problem('not-found')
  await store.takePriceBack(ctx, priceId)
  const { per, kroner, from } = was
  await record(ctx, {
    ...{ verb: 'taken-back', subject: 'call_centre_price', subjectId: priceId },
    ...{ before: { what, per, kroner, from }, after: { what }, topics },
  })
  return { last: agreed.findLast((one) => one.id !== priceId)?.id ?? null }
}

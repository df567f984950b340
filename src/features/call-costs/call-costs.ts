/** Front door: what each call centre called, and what bought calls come to. What must hold: only what was called is counted, and no figure is one caller's. */
import type { AnswerOf } from '#platform/endpoint'
import { daysAfter, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { mondayOf } from '../capacity/capacity.ts'
import { listSchools } from '../centre/centre.ts'
import { runsCentre } from '../centre/roles.ts'
import { quarterOf } from '../fair-shares/fair-shares.ts'
import { callCostsEvents } from './call-costs-events.table.ts'
import type * as contract from './call-costs.schema.ts'
import * as store from './call-costs.sql.ts'
import { priceOn, reckonCost } from './reckon.ts'

const record = recorder(callCostsEvents)
type Shape = AnswerOf<typeof contract.showCallCosts>['centres'][number]
type Called = Awaited<ReturnType<typeof store.calledBetween>>[number]
type Seconds = Awaited<ReturnType<typeof store.secondsBetween>>[number]

/** Of fewer it would be a person's figure. */
const fewest = 3
type Group = { id: number | null; name: string | null; outside: boolean; of: readonly (number | null)[] }
/** Each call centre by itself; the centre's own in one where any of them is of fewer than three: what is left of a sum tells as much. */
const groupsOf = (centres: Awaited<ReturnType<typeof store.callCentres>>, called: readonly Called[]): Group[] => {
  const isCalled = (id: number | null) => called.some(({ callCentreId }) => callCentreId === id)
  const own = [...centres.flatMap(({ id, outside }) => (outside ? [] : [id])), null].filter(isCalled)
  const apart = called.every(({ callCentreId, callers }) => !own.includes(callCentreId) || callers >= fewest)
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
/** What is agreed from a later day; of one day what was said last. */
const comingOf = (prices: readonly store.SaidPrice[], today: string): Shape['coming'] =>
  prices
    .filter(({ from, id }) => from > today && !prices.some((other) => other.from === from && other.id > id))
    .toSorted((one, other) => one.from.localeCompare(other.from))
    .map(({ per, kroner, from }) => ({ per, kroner, from }))
const minutes = (rows: readonly Seconds[]) => Math.round(rows.reduce((sum, { seconds }) => sum + seconds, 0) / 60)

/** What each call centre called this quarter, as the last week closed it: the same for all schools. */
export const showCallCosts = async (ctx: Ctx): Promise<AnswerOf<typeof contract.showCallCosts>> => {
  const closes = mondayOf(ctx.today)
  const from = quarterOf(daysAfter(closes, -1))
  const between = { from: momentOf(from, '00:00').toString(), to: momentOf(closes, '00:00').toString() }
  const called = await store.calledBetween(ctx, between)
  const seconds = await store.secondsBetween(ctx, between)
  const centres = await store.callCentres(ctx)
  const prices = await store.allPrices(ctx)
  const schools = (await listSchools(ctx)).rows
  const shown = ({ of, ...group }: Group): Shape => {
    const its = called.filter(({ callCentreId }) => of.includes(callCentreId))
    const talked = seconds.filter(({ callCentreId }) => of.includes(callCentreId))
    const callers = new Set(its.flatMap(({ people }) => people)).size
    const agreed = group.outside ? prices.filter(({ callCentreId }) => callCentreId === group.id) : []
    const closed = centres.find(({ id }) => id === group.id)?.closedOn ?? null
    const until = closed !== null && closed < closes ? closed : closes
    const price = closed === null ? priceOn(agreed, ctx.today) : undefined
    const cost = reckonCost({ prices: agreed, talked, from, until })
    // Of its own so few would be a person's day; what a bureau called is what it is paid for.
    const few = !group.outside && callers < fewest
    const ids = [...schools.map(({ id }) => id), null].filter((id) => talked.some(({ schoolId }) => schoolId === id))
    return {
      ...group,
      calls: few ? null : its.reduce((sum, one) => sum + one.calls, 0),
      minutes: few ? null : minutes(talked),
      meetings: callers < fewest ? null : its.reduce((sum, one) => sum + one.meetings, 0),
      price: price?.kroner ? { per: price.per, kroner: price.kroner, from: price.from, saidBy: price.saidBy } : null,
      coming: closed === null ? comingOf(agreed, ctx.today) : [],
      closedOn: closed,
      cost: cost?.cost ?? null,
      schools: group.outside
        ? ids.map((schoolId) => ({
            ...{ schoolId, name: schools.find(({ id }) => id === schoolId)?.name ?? null },
            minutes: minutes(talked.filter((one) => one.schoolId === schoolId)),
            kroner: cost ? (cost.schools.get(schoolId) ?? 0) : null,
          }))
        : [],
    }
  }
  return { from, closes, centres: groupsOf(centres, called).map(shown), can: { change: runsCentre(ctx) } }
}

type Wanted = Parameters<typeof store.insertPrice>[2]
/** Throws not-found: no bureau that is open. */
export const sayCallPrice = async (ctx: Ctx, id: number, wanted: Wanted) => {
  const centre = (await store.callCentres(ctx)).find((one) => one.id === id)
  if (!centre?.outside || centre.closedOn !== null) throw problem('not-found')
  await store.insertPrice(ctx, id, wanted)
  await record(ctx, {
    ...{ verb: 'agreed', subject: 'call_centre_price', subjectId: id },
    ...{ after: { what: centre.name, ...wanted }, topics: ['call-costs'] },
  })
  return {}
}

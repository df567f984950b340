/** A proposal is reckoned: at night for every centre, or when who runs it asks. Nothing of it is applied unseen. */
import type { Ctx } from '#platform/context'
import { daysAfter, momentOf } from '#platform/clock'
import { announce } from '#platform/events'
import { houseJob, job, type Job } from '#platform/jobs'
import { mondayOf, roomAhead } from '../capacity/capacity.ts'
import { showRules } from '../centre/centre.ts'
import { coordinators } from '../centre/roles.ts'
import { factsOfCompany, whoDuring } from '../free-slots/free-slots.ts'
import type { staffStanding } from '../staffing/staffing.ts'
import { tradeAreaCodes } from '../trade-areas/trade-areas.table.ts'
import { tradeAreaOf } from '../trade-areas/trade-areas.ts'
import { weeksAhead } from './ahead.table.ts'
import * as asks from './asks.sql.ts'
import * as store from './lacking.sql.ts'
import { writeProposal } from './proposals.sql.ts'
import { type Looked, proposedBy, standingOf } from './standing-of.ts'

/** Answers that another proposal, or an answer to one, makes stale. */
export const topics = ['staffing', 'waiting']
const thread = new URL('./propose-worker.ts', import.meta.url)

export const untilMoment = (ctx: Ctx) => momentOf(daysAfter(ctx.today, 7 * weeksAhead), '00:00').toString()

/** Who goes in a place, and who is asked to. */
const standsIn = (visit: store.Lacking, asked: readonly asks.Open[]): Looked['stands'] => [
  ...visit.goers.flatMap(({ personId, place, gone }) => (gone ? [] : [{ personId, place, booked: true }])),
  ...asked
    .filter(({ bookingId }) => bookingId === visit.id)
    .map(({ personId, place }) => ({ personId, place, booked: false })),
]

type Out = readonly { bookingId: number; personId: number | null }[]
/** What is known of visits that lack somebody and of everybody who could go, whatever was said of them (`out`) before. */
export const lookAt = async (ctx: Ctx, visits: readonly store.Lacking[], out: Out): Promise<Looked[]> => {
  const asked = await asks.openAsks(ctx)
  const during = visits.map(({ companyId, form, startsAt, endsAt }) => ({ companyId, form, startsAt, endsAt }))
  const [could, known] = await Promise.all([
    whoDuring(ctx, during),
    Promise.all(visits.map(async (visit) => ({ visit, ...(await factsOfCompany(ctx, visit.companyId)) }))),
  ])
  return known.map(({ visit, place, factsOf }, n): Looked => {
    const area = tradeAreaOf(place.industry)?.area
    const left = out.filter(({ bookingId }) => bookingId === visit.id).map(({ personId }) => personId)
    return {
      ...{ bookingId: visit.id, startsAt: visit.startsAt, endsAt: visit.endsAt, lacks: visit.lacks },
      industry: place.industry,
      topic: area ? tradeAreaCodes.indexOf(area) : null,
      stands: standsIn(visit, asked),
      people: (could[n] ?? []).map((one) => ({
        ...one,
        facts: factsOf(one),
        proposable: !left.includes(one.personId),
      })),
    }
  })
}

const noted = (visits: readonly store.Lacking[], looked: readonly Looked[]) =>
  new Map(
    visits.map((visit, n) => {
      const people = looked[n]?.people ?? []
      const unrelated = people.filter(({ facts }) => !facts.fits && !facts.learns).length
      const noTime = people.filter(({ facts, hinders }) => (facts.fits || facts.learns) && hinders !== null)
      const goes = visit.goers.filter(({ gone }) => !gone).map(({ personId }) => personId)
      return [visit.id, { unrelated, noTime: noTime.filter(({ personId }) => !goes.includes(personId)).length }]
    }),
  )

const look = async (ctx: Ctx) => {
  const out = await store.notProposed(ctx)
  const nobody = new Set(out.flatMap(({ bookingId, personId }) => (personId === null ? [bookingId] : [])))
  const all = await store.lackingVisits(ctx, { until: untilMoment(ctx) })
  const visits = all.filter(({ id }) => !nobody.has(id))
  const looked = await lookAt(ctx, visits, out)
  const ids = [...new Set(looked.flatMap(({ people }) => people.map(({ personId }) => personId)))]
  const monday = mondayOf(ctx.today)
  const room = await roomAhead(ctx, ids, { first: monday, weeks: weeksAhead + 1 })
  const buffer = (await showRules(ctx)).bufferMinutes * 60_000
  const asked = standingOf(looked, room, { monday, buffer })
  // Of equals another one on another day.
  const seed = Math.floor(ctx.now.epochMilliseconds / (24 * 3_600_000))
  return {
    visits,
    looked,
    ids: asked.ids,
    from: JSON.stringify({ standing: asked.standing, seed }),
    centreId: ctx.centreId,
  }
}
type Look = Awaited<ReturnType<typeof look>>

const write = async (ctx: Ctx, { visits, looked, ids }: Look, answer: ReturnType<typeof staffStanding>) => {
  const counts = noted(visits, looked)
  const rows = proposedBy(looked, ids, answer).map(({ visit: { bookingId }, leadId, secondId, known }) => {
    const { startsAt = '', endsAt = '', form = 'visit' } = visits.find(({ id }) => id === bookingId) ?? {}
    const { unrelated = 0, noTime = 0 } = counts.get(bookingId) ?? {}
    return { bookingId, startsAt, endsAt, form, leadId, secondId, known, unrelated, noTime }
  })
  await writeProposal(ctx, rows)
  announce(ctx, topics, 'centre', coordinators)
}

type Reach = { in: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>; reckon: Ctx['house']['reckon'] }
/** Read, reckoned with no connection in hand, written. */
export const propose = async (reach: Reach): Promise<void> => {
  const found = await reach.in(look)
  const { from, centreId } = found
  const answer =
    found.visits.length === 0
      ? []
      : await reach.reckon<ReturnType<typeof staffStanding>>({ key: `staffing ${centreId}`, from, thread })
  await reach.in((ctx) => write(ctx, found, answer))
}

/** All of it as one step, for who has one transaction only. */
export const proposeWithin = (ctx: Ctx) => propose({ in: (work) => work(ctx), reckon: ctx.house.reckon })

export const proposeNow: Job<object> = job('propose-staffing', (reach) =>
  propose({ in: (work) => reach.in(work), reckon: reach.database.house.reckon }),
)
/** Before anybody is at work. */
export const proposeAtNight = houseJob(
  'propose-staffing-at-night',
  '45 3 * * *',
  async ({ centreIds, inCentre, house }) => {
    for (const centreId of await centreIds())
      await propose({ in: (work) => inCentre(centreId, work), reckon: house.reckon })
  },
)

/** Somebody is asked to go to a visit that lacks somebody: looked at anew, so that nothing stale is asked. */
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { announceTo, recorder } from '#platform/events'
import { showBooking } from '../bookings/bookings.ts'
import { sumOf, whyChosen } from '../free-slots/free-slots.ts'
import * as asks from './asks.sql.ts'
import * as store from './lacking.sql.ts'
import { openPlaces } from './proposals.sql.ts'
import { lookAt, topics } from './proposing.ts'
import type { Place } from './staffing-ahead.schema.ts'
import { staffingAheadEvents } from './staffing-ahead-events.table.ts'
import { knownOfVisit, type Looked } from './standing-of.ts'
import { candidateOf } from './plan.ts'

const record = recorder(staffingAheadEvents)

/** A meeting that still lacks somebody there. Throws not-found, staffing-filled. */
export const lackingAt = async (ctx: Ctx, id: number, place: Place): Promise<store.Lacking> => {
  const [visit] = await store.lackingVisits(ctx, { id })
  if (visit?.lacks.includes(place)) return visit
  const { visitors } = await showBooking(ctx, id)
  throw problem('staffing-filled', { who: visitors.map(({ name }) => name).join(', ') })
}
const planOf = (place: Place, personId: number) => ({
  leadId: place === 'lead' ? personId : null,
  secondId: place === 'second' ? personId : null,
})

/** Everybody who is free then, the most points first: they are about this visit. */
export const listWhoCouldGo = async (ctx: Ctx, id: number, place: Place) => {
  const visit = await lackingAt(ctx, id, place)
  const [looked] = await lookAt(ctx, [visit], [])
  const free = (looked?.people ?? []).filter(({ hinders }) => hinders === null)
  const rows = free.map((one) => {
    const known = knownOfVisit(looked ?? { industry: null, people: [], stands: [] }, planOf(place, one.personId))
    return candidateOf(ctx, { ...one, place }, { known, hinders: null, drives: visit.form === 'visit' })
  })
  const byPoints = (a: (typeof rows)[number], b: (typeof rows)[number]) =>
    Number(b.fits) - Number(a.fits) || sumOf(b.points) - sumOf(a.points) || a.name.localeCompare(b.name, 'da')
  return { rows: rows.toSorted(byPoints) }
}

type Wish = { personId: number; place: Place; chosenWhy?: string | null | undefined }
/** Null: he is asked already. Throws not-found, staffing-busy, field-unrelated. */
const askOne = async (
  ctx: Ctx,
  visit: store.Lacking,
  looked: Looked | undefined,
  { personId, place, chosenWhy }: Wish,
) => {
  const one = looked?.people.find((person) => person.personId === personId)
  if (!looked || !one) throw problem('not-found')
  if (one.hinders) throw problem('staffing-busy', { who: one.name })
  const first = place === 'second' ? visit.goers.find((goer) => goer.place === 'lead')?.personId : undefined
  const before = first === undefined ? [] : [first]
  const why = await whyChosen(ctx, visit.companyId, {
    personIds: [...before, personId],
    why: chosenWhy,
    except: before,
  })
  const { id: bookingId, startsAt, endsAt, form } = visit
  const known = knownOfVisit(looked, planOf(place, personId))
  const row = { bookingId, place, personId, startsAt, endsAt, form, known, chosenWhy: why, askedBy: personOf(ctx) }
  const asked = await asks.insertAsk(ctx, row)
  if (!asked) return null
  const after = { what: visit.company, who: one.name }
  await record(ctx, { verb: 'asked', subject: 'staffing_ask', subjectId: asked.id, after, topics })
  announceTo(ctx, topics, [personId])
  return { id: asked.id, name: one.name }
}

/** Throws not-found, staffing-moved, staffing-filled, staffing-busy, staffing-asked, field-unrelated. */
export const askToStaff = async (ctx: Ctx, id: number, { startsAt, ...wish }: Wish & { startsAt: string }) => {
  const visit = await lackingAt(ctx, id, wish.place)
  if (Date.parse(visit.startsAt) !== Date.parse(startsAt)) throw problem('staffing-moved')
  const [looked] = await lookAt(ctx, [visit], [])
  const asked = await askOne(ctx, visit, looked, wish)
  if (asked) return asked
  const who = looked?.people.find(({ personId }) => personId === wish.personId)?.name ?? ''
  throw problem('staffing-asked', { who })
}

/** His field has something to do with the company, as far as is said now; who comes along may come to learn. */
const mayBeProposed = ({ facts }: Looked['people'][number], place: Place) =>
  facts.fits || (place === 'second' && facts.learns)
/** All who are proposed: who cannot any more is left, and counted. */
export const askAllProposed = async (ctx: Ctx) => {
  const open = await openPlaces(ctx)
  const all = await store.lackingVisits(ctx, {})
  const visits = all.filter(({ id }) => open.some(({ bookingId }) => bookingId === id))
  const looked = await lookAt(ctx, visits, [])
  let asked = 0
  for (const { bookingId, ...wish } of open) {
    const at = visits.findIndex(({ id }) => id === bookingId)
    const [visit, known] = [visits[at], looked[at]]
    const one = known?.people.find(({ personId }) => personId === wish.personId)
    if (!visit || !one || one.hinders || !mayBeProposed(one, wish.place)) continue
    if (await askOne(ctx, visit, known, wish)) asked += 1
  }
  return { asked, left: open.length - asked }
}

/** Throws not-found, staffing-answered. */
export const withdrawAsking = async (ctx: Ctx, id: number) => {
  const ask = await asks.askById(ctx, id)
  if (!ask) throw problem('not-found')
  if (!(await asks.endAsk(ctx, id, { withdrawnAt: ctx.at }))) throw problem('staffing-answered')
  const { company } = await showBooking(ctx, ask.bookingId)
  const after = { what: company, who: ask.name }
  await record(ctx, { verb: 'withdrawn', subject: 'staffing_ask', subjectId: id, after, topics })
  announceTo(ctx, topics, [ask.personId])
  return {}
}

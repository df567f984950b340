/** Who of ours could go to a company, and what speaks for each: fields, whom they have met, who has it. */
import type { Ctx } from '#platform/context'
import type { Stop } from '#platform/room'
import { sayMinutes } from '#platform/text/duration.shared'
import * as m from '#texts'
import type { Consultant, Driving, Source } from '../diaries/diaries.ts'
import { runsCentre } from '../centre/roles.ts'
import { fields } from '../enquiries/enquiry-words.table.ts'
import { municipalityName } from '../official-codes/official-codes.ts'
import { inSentence, tradeAreas } from '../trade-areas/trade-areas.table.ts'
import { tradeAreaOf, whoKnows } from '../trade-areas/trade-areas.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import type { Place } from './free-slots.sql.ts'
import type { Facts } from './points.ts'

type Person = Pick<Consultant, 'personId' | 'schoolId'>

/** What is reckoned of a person, once: each of hundreds is asked of again for every time and every companion. */
export const eachOnce = <One extends Pick<Person, 'personId'>, Told>(reckon: (person: One) => Told) => {
  const known = new Map<number, Told>()
  return (person: One): Told => {
    const there = known.get(person.personId)
    if (there !== undefined) return there
    const told = reckon(person)
    known.set(person.personId, told)
    return told
  }
}

/** What each room tells of whom people have met. */
const met = async (ctx: Ctx, place: Place) => {
  const before = new Set<number>()
  const companies = new Map<number, number>()
  const divisions = tradeAreaOf(place.industry)?.divisions
  for (const { metBefore, metInTrade } of ctx.house.rooms.flatMap(({ encounters }) => encounters ?? [])) {
    for (const personId of await metBefore(ctx, place.cvr)) before.add(personId)
    for (const one of divisions ? await metInTrade(ctx, divisions) : [])
      companies.set(one.personId, (companies.get(one.personId) ?? 0) + one.companies)
  }
  return { before, companies }
}

/** Who has the company, or stands in, as each room tells it that knows. */
const havers = async (ctx: Ctx, place: Place) => {
  const of = { cvr: place.cvr, companyId: place.id }
  const told = await Promise.all(ctx.house.rooms.flatMap(({ fits }) => (fits ? [fits(ctx, of)] : [])))
  return new Map(told.flat().map(({ personId, why }) => [personId, why]))
}

/** What is known of each person and this company; `fits`: may be proposed, for his field, or because he has it or has met it. */
export const factsAbout = async (ctx: Ctx, place: Place) => {
  const [{ before, companies }, has, knows] = await Promise.all([
    met(ctx, place),
    havers(ctx, place),
    whoKnows(ctx, place.industry),
  ])
  return eachOnce(({ personId, schoolId }: Person): Facts => {
    const knowledge = knows({ personId, schoolId })
    return {
      ...knowledge,
      fits: knowledge.fits || before.has(personId) || has.has(personId),
      has: has.get(personId) ?? null,
      metBefore: before.has(personId),
      companies: companies.get(personId) ?? 0,
      first: before.size === 0,
    }
  })
}

/** Where people go between two moments, as each room tells it that knows. */
export const stopsOf = async (ctx: Ctx, between: { from: string; to: string; except?: Source | undefined }) => {
  const stops: Stop[] = []
  for (const { encounters } of ctx.house.rooms) if (encounters) stops.push(...(await encounters.stops(ctx, between)))
  return stops
}

/** From how many on it is worth saying. */
const few = 3
const ofTrade = (ctx: Ctx, facts: Facts, place: Pick<Place, 'industry'>): string | null => {
  const options = { locale: ctx.language }
  const area = tradeAreaOf(place.industry)?.area
  if (area && facts.companies >= few) return m.free_slots_why_met({ count: facts.companies }, options)
  if (facts.first && facts.generalist) return m.free_slots_why_generalist({}, options)
  if (area && facts.trade) return m.free_slots_why_trade({ trade: inSentence(tradeAreas[area]({}, options)) }, options)
  if (facts.kind) return m.free_slots_why_kind({ kind: fields[facts.kind]({}, options) }, options)
  return null
}

/** Why this one goes to this company: who he is to it, else what he knows of its trade. Null: nothing is known. */
const whyHe = (ctx: Ctx, facts: Facts, place: Pick<Place, 'industry'>): string | null => {
  const options = { locale: ctx.language }
  if (facts.has === 'deputy') return m.free_slots_why_deputy({}, options)
  if (facts.has) return m.free_slots_why_has({}, options)
  if (facts.metBefore) return m.free_slots_why_before({}, options)
  return ofTrade(ctx, facts, place)
}

/** All that speaks for him, each in a sentence: who he is to the company, then what he knows of its trade. */
export const reasonsOf = (ctx: Ctx, facts: Facts, place: Pick<Place, 'industry'>): string[] => {
  const he = facts.has || facts.metBefore ? whyHe(ctx, facts, place) : null
  const trade = ofTrade(ctx, facts, place)
  return [he, trade].filter((why) => why !== null)
}

const most = 3
/** Whom to ask when nobody who fits is free: those who fit, else who would like to learn the trade, else who runs the centre. */
export const whoMayBeAsked = (
  ctx: Ctx,
  place: Place,
  people: readonly Consultant[],
  factsOf: (person: Person) => Facts,
) => {
  const options = { locale: ctx.language }
  const area = tradeAreaOf(place.industry)?.area
  const told = people.map((person) => ({ person, facts: factsOf(person), runs: runsCentre(person) }))
  const asked = (rows: typeof told, why: (facts: Facts) => string) =>
    rows.slice(0, most).map(({ person: { name, school }, facts }) => ({ name, school, why: why(facts) }))
  const fitting = told.filter(({ facts, runs }) => facts.fits && !runs)
  if (fitting.length > 0)
    return asked(fitting, (facts) => whyHe(ctx, facts, place) ?? m.free_slots_ask_no_time({}, options))
  const learning = told.filter(({ facts }) => facts.learns)
  if (area && learning.length > 0)
    return asked(learning, () => m.free_slots_ask_learns({ trade: inSentence(tradeAreas[area]({}, options)) }, options))
  return asked(
    told.filter(({ runs }) => runs),
    () => m.free_slots_ask_runs({}, options),
  )
}

type Reasons = {
  person: Consultant
  place: Place
  form: MeetingForm
  facts: Facts
  stop: Stop | undefined
  driving: Driving
}
/** Why this one and this day, in one or two sentences about this company. */
export const reasonFor = (ctx: Ctx, { person, place, form, facts, stop, driving }: Reasons): string => {
  const options = { locale: ctx.language }
  const he = whyHe(ctx, facts, place)
  const nearby =
    form === 'visit' &&
    stop &&
    m.free_slots_why_nearby({ town: stop.town ?? municipalityName(stop.municipality) ?? '' }, options)
  if (he) return nearby ? `${he} ${nearby}` : he
  if (form !== 'visit') return person.knows ?? m.free_slots_why_free({}, options)
  if (nearby) return nearby
  const home = municipalityName(person.municipality)
  if (home && person.municipality === place.municipality) return m.free_slots_why_home({ town: home }, options)
  if (person.knows) return person.knows
  return driving.known
    ? m.free_slots_why_travel({ time: sayMinutes(driving.minutes, options) }, options)
    : m.free_slots_why_unknown({ time: sayMinutes(driving.minutes, options) }, options)
}

/** Whom to ask about what someone leaves: who was there, is at the same school, knows the trade, drives least; reasons as facts. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { runsCentre, visitors } from '../centre/roles.ts'
import { drivingBetween } from '../diaries/diaries.ts'
import { whoKnows } from '../trade-areas/trade-areas.ts'
import type { LeavingThing } from './leavings.schema.ts'
import type { LeavingRow, PlaceRow, Taker } from './leavings.sql.ts'
import * as store from './leavings.sql.ts'

type Proposal = z.infer<typeof LeavingThing>['proposed'][number]
export type Proposer = (place: PlaceRow | undefined, may: (one: Proposal) => boolean) => Promise<Proposal[]>

/** One, and three others. */
const most = 4
const weight = { contact: 32, deputy: 16, visited: 8, sameSchool: 4, trade: 3, anHour: -4, aCompany: -0.1, runs: -6 }

const minutesTo = (from: number | null, to: number | null): number | null => {
  const { minutes, known } = drivingBetween(from, to)
  return known ? minutes : null
}

const weigh = (taker: Taker, { contact, deputy, visited, sameSchool, knowsTrade, minutes, companies }: Proposal) =>
  (contact ? weight.contact : 0) +
  (deputy ? weight.deputy : 0) +
  (visited ? weight.visited : 0) +
  (sameSchool ? weight.sameSchool : 0) +
  (knowsTrade ? weight.trade : 0) +
  ((minutes ?? 60) / 60) * weight.anHour +
  companies * weight.aCompany +
  (runsCentre(taker) ? weight.runs : 0)

/** Who has the company, who stands in for it, and who has been there, as every room knows it. */
const known = async (ctx: Ctx, { cvr, id: companyId }: PlaceRow) => {
  const [contacts, deputies, met] = [new Set<number>(), new Set<number>(), new Set<number>()]
  for (const { fits, encounters } of ctx.house.rooms) {
    for (const { personId, why } of (await fits?.(ctx, { cvr, companyId })) ?? []) {
      if (why === 'deputy') deputies.add(personId)
      if (why === 'regular-contact') contacts.add(personId)
    }
    for (const personId of (await encounters?.metBefore(ctx, cvr)) ?? []) met.add(personId)
  }
  return { contacts, deputies, met }
}

const nothingKnown: Awaited<ReturnType<typeof known>> = { contacts: new Set(), deputies: new Set(), met: new Set() }

/** Asked once a page: the people are the same for each thing, and what is known of a company is asked once. */
export const proposer = async (ctx: Ctx, leaving: LeavingRow): Promise<Proposer> => {
  const takers = (await store.takersNow(ctx, visitors)).filter(({ id, leaves }) => id !== leaving.personId && !leaves)
  const places = new Map<number, Promise<{ taker: Taker; proposal: Proposal }[]>>()
  const reckon = async (place: PlaceRow | undefined) => {
    const { contacts, deputies, met } = place ? await known(ctx, place) : nothingKnown
    const knows = await whoKnows(ctx, place?.industry ?? null)
    return takers.map((taker) => ({
      taker,
      proposal: {
        ...{ id: taker.id, name: taker.name, school: taker.school, companies: taker.companies },
        contact: contacts.has(taker.id),
        visited: met.has(taker.id),
        deputy: deputies.has(taker.id),
        sameSchool: leaving.schoolId !== null && taker.schoolId === leaving.schoolId,
        knowsTrade: place !== undefined && knows({ ...taker, personId: taker.id }).trade !== null,
        minutes: place ? minutesTo(taker.municipality, place.municipality) : null,
      },
    }))
  }
  return async (place, may) => {
    const key = place?.id ?? 0
    const found = places.get(key) ?? reckon(place)
    places.set(key, found)
    return (await found)
      .filter(({ proposal }) => may(proposal))
      .toSorted((a, b) => weigh(b.taker, b.proposal) - weigh(a.taker, a.proposal))
      .slice(0, most)
      .map(({ proposal }) => proposal)
  }
}

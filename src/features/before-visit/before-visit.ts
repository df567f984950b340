/** Front door: what is known before a visit. What must hold: whoever reads it goes there, and reads nothing here that he may not read elsewhere. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { showBooking } from '../bookings/bookings.ts'
import { runsCentre } from '../centre/roles.ts'
import { showCompany } from '../companies/companies.ts'
import { listPeople } from '../company-people/company-people.ts'
import { guideNow } from '../guides/guides.ts'
import { showLearningAim } from '../learning-aims/learning-aims.ts'
import { showLookUp } from '../look-up/look-up.ts'
import { listNotes } from '../notes/notes.ts'
import { promisesOf } from '../promises/promises.ts'
import { contactOf } from '../regular-contacts/regular-contacts.ts'
import { tradeAreaOf } from '../trade-areas/trade-areas.ts'
import { visitsOf } from '../visits/visits.ts'
import type { BeforeVisit } from './before-visit.schema.ts'
import { offersFor, sentencesOf } from './offers.ts'

type Meeting = Awaited<ReturnType<typeof showBooking>>
type Visits = Awaited<ReturnType<typeof visitsOf>>
const mostVisits = 3
const mostNotes = 5

const going = ({ visitors }: Meeting) => visitors.filter(({ releasedAt }) => releasedAt === null)
const mine = (ctx: Ctx, meeting: Meeting) => going(meeting).find(({ personId }) => personId === ctx.personId)

/** What they said when it was agreed; where nothing was noted, what they said last on the phone. */
const saidLast = async (
  ctx: Ctx,
  { note, bookedBy, bookedAt, cvr, companyId }: Meeting,
): Promise<BeforeVisit['said']> => {
  if (note !== '') return { words: note, who: bookedBy, at: bookedAt }
  for (const room of ctx.house.rooms) {
    const said = await room.saidLast?.(ctx, { cvr, companyId })
    if (said && said.note !== '') return { words: said.note, who: null, at: said.at }
  }
  return null
}

/** Whom one meets: who it was agreed with first, and who else is known there; each by those ways that he allows. */
const peopleOf = async (
  ctx: Ctx,
  { companyId, companyPersonId, contactName }: Meeting,
): Promise<BeforeVisit['people']> => {
  const { rows } = await listPeople(ctx, companyId)
  const known = rows
    .filter(({ leftOn }) => leftOn === null)
    .map(({ id, name, title, note, phone, mail }) => ({
      ...{ id, name, title, note, agreed: id === companyPersonId },
      phone: phone.allowed ? phone.value : null,
      mail: mail.allowed ? mail.value : null,
    }))
    .toSorted((a, b) => Number(b.agreed) - Number(a.agreed))
  if (companyPersonId !== null || contactName === '') return known
  // Only a name: how he may be reached is told by him.
  return [{ id: null, name: contactName, title: '', note: '', phone: null, mail: null, agreed: true }, ...known]
}

const knowing = async (ctx: Ctx, meeting: Meeting, visits: Visits): Promise<BeforeVisit['knows']> => {
  const contact = await contactOf(ctx, meeting)
  const here = new Set(going(meeting).map(({ personId }) => personId))
  const has = contact ? [{ id: contact.personId, name: contact.name, school: contact.school, has: true }] : []
  const were = visits.map(({ by }) => ({ ...by, has: false }))
  return [...new Map([...were.toReversed(), ...has].map((one) => [one.id, one])).values()]
    .filter(({ id }) => !here.has(id))
    .map(({ name, school, has: hasIt }) => ({ name, school, has: hasIt }))
    .toReversed()
}

const aimOf = async (ctx: Ctx, bookingId: number): Promise<BeforeVisit['aim']> => {
  const { aim } = await showLearningAim(ctx, bookingId)
  return aim && aim.words !== '' ? { learner: aim.learner.name, words: aim.words } : null
}

const companyFacts = async (ctx: Ctx, companyId: number) => {
  const { street, town, postalCode, industryText, industry, form, standing, judgement, ...sizes } = await showCompany(
    ctx,
    companyId,
  )
  const { employees, employeesFrom, employeesTo } = sizes
  const stops = judgement.all.filter(({ word }) => word === 'do-not-contact' || word === 'closed')
  return {
    facts: { street, town, postalCode, industryText, form, employees, employeesFrom, employeesTo, standing },
    warnings: stops.map(({ sentence }) => sentence),
    trade: tradeAreaOf(industry)?.area ?? null,
  }
}

const needsOf = ({ needs }: Visits[number]) => needs.filter(({ state }) => state === 'open').map(({ words }) => words)
const earlier = (visits: Visits): BeforeVisit['visits'] =>
  visits.slice(0, mostVisits).map((visit) => ({
    id: visit.id,
    visitedAt: visit.visitedAt,
    by: visit.by.name,
    about: visit.about,
    needs: needsOf(visit),
  }))

/** Throws not-found; visit-of-others with who goes, for whoever goes no more or never did. */
const meetingOf = async (ctx: Ctx, id: number) => {
  const meeting = await showBooking(ctx, id)
  if (!mine(ctx, meeting) && !runsCentre(ctx))
    throw problem('visit-of-others', {
      who:
        going(meeting)
          .map(({ name }) => name)
          .join(', ') || '–',
    })
  return meeting
}

/** The whole page in one answer. */
export const showBeforeVisit = async (ctx: Ctx, id: number): Promise<BeforeVisit> => {
  const meeting = await meetingOf(ctx, id)
  const { companyId, company, startsAt, endsAt, form, place, cancelledAt } = meeting
  const driver = mine(ctx, meeting)
  const { facts, warnings, trade } = await companyFacts(ctx, companyId)
  const visits = await visitsOf(ctx, companyId)
  const said = await saidLast(ctx, meeting)
  const notes = (await listNotes(ctx, companyId)).rows.slice(0, mostNotes)
  const lookUp = await showLookUp(ctx)
  const theirWords = [said?.words ?? '', ...visits.flatMap(needsOf), ...visits.slice(0, 1).map(({ about }) => about)]
  const { id: guideId, questions } = await guideNow(ctx)
  return {
    ...{
      bookingId: id,
      companyId,
      company,
      ...facts,
      warnings,
      startsAt,
      endsAt,
      meetingForm: form,
      place,
      cancelledAt,
    },
    driving: form === 'visit' && driver?.travelKnown ? driver.travelMinutes : null,
    visitors: going(meeting).map(({ personId, name, school }, nth) => ({ personId, name, school, learns: nth > 0 })),
    people: await peopleOf(ctx, meeting),
    said,
    knows: await knowing(ctx, meeting, visits),
    visits: earlier(visits),
    promises: (await promisesOf(ctx, companyId))
      .filter(({ state }) => state === 'open')
      .map(({ id: promise, what, owner, dueOn, daysLate, promisedBy }) => ({
        ...{ id: promise, what, owner: owner.name, dueOn, late: daysLate > 0, promisedBy },
      })),
    notes: notes.map(({ words, who, visibility }) => ({ words, who, visibility })),
    aim: await aimOf(ctx, id),
    guide: { id: guideId, questions },
    occasion: visits.length > 0 ? 'follow-up' : 'first',
    trade,
    offers: offersFor(lookUp, theirWords.flatMap(sentencesOf)),
    offersAt: lookUp.importedAt,
  }
}

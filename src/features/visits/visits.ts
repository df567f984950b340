import { Temporal } from 'temporal-polyfill'
import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { visitsEvents } from './visits-events.table.ts'
import { markReported } from '../bookings/bookings.ts'
import { runsCentre, visitors } from '../centre/roles.ts'
import { whoTookPart } from '../company-people/company-people.ts'
import type { Asked } from '../guides/guides.schema.ts'
import { hasGuide } from '../guides/guides.ts'
import { lockCompanies, setMark } from '../may-contact/may-contact.ts'
import { removeMailed } from '../mailed-words/mailed-words.ts'
import { makePromises } from '../promises/promises.ts'
import { keepPart, removePart, restrictedPartsOf, writePart } from '../restricted-parts/restricted-parts.ts'
import { takeOrClaim } from '../regular-contacts/regular-contacts.ts'
import { mayReport, placeOf, wentThere } from './drafts.ts'
import { forLists } from './for-lists.ts'
import { markOpenNeeds, shapeOfNeed } from './needs.ts'
import { replaceNeeds } from './needs.sql.ts'
import type * as contract from './visits.schema.ts'
import * as store from './visits.sql.ts'
import { deleteDraft } from './drafts.sql.ts'

export { dropDraft, saveDraft, showReportForm } from './drafts.ts'
export { forLists, isReport, speaksOfDyslexia } from './for-lists.ts'
export { answerNeed, closeNeed, reopenNeed } from './needs.ts'

const record = recorder(visitsEvents)

type Shape = z.infer<typeof contract.Visit>
type Listed = z.infer<typeof contract.VisitRow>
type Report = z.output<NonNullable<(typeof contract.reportVisit)['body']>>
type Change = z.output<NonNullable<(typeof contract.changeVisit)['body']>>
type PartForm = z.output<NonNullable<(typeof contract.keepRestrictedPart)['body']>>
type Query = z.output<NonNullable<(typeof contract.listVisits)['query']>>

const topics = ['visits', 'reports', 'visit-drafts', 'bookings', 'calendar', 'companies']
const whoReports: readonly string[] = visitors
const reports = (ctx: Ctx) => whoReports.includes(ctx.role)

const shape = (ctx: Ctx, row: store.VisitRow): Omit<Shape, 'restricted'> => ({
  ...row,
  by: { id: row.personId, name: row.person, school: row.school },
  tookPart: row.tookPart.map(({ personId, name }) => ({
    personId,
    name: name ?? m.visits_took_part_forgotten({}, { locale: ctx.language }),
  })),
  needs: row.needs.map((need) => shapeOfNeed(ctx, need)),
  topics: row.topics.map(({ topic }) => topic),
  can: { change: reports(ctx) && (row.personId === ctx.personId || runsCentre(ctx)) },
})

/** A report. Throws not-found. */
export const showVisit = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await store.visitRow(ctx, id)
  if (!row) throw problem('not-found')
  return { ...shape(ctx, row), restricted: await restrictedPartsOf(ctx, id) }
}

type Details = Pick<Report, 'needs' | 'topics'>
/** A need that leads to FVU was talked about: nobody ticks it twice. */
const topicsIn = ({ needs, topics: ticked }: Details) =>
  [...new Set([...ticked, ...needs.flatMap(({ education }) => (education ? [education] : []))])].toSorted()

/** What a list may find it by: all that was written, but what no list names. */
const noteSought = (ctx: Ctx, id: number, { about, needs }: Pick<Report, 'about' | 'needs'>) => {
  const told = forLists({ about, needs, topics: [] })
  return store.noteSought(ctx, id, [told.about, ...told.needs.map(({ words }) => words)].join('\n'))
}

/** A guide that is not there (any more) leaves its words. */
const keepAsked = async (ctx: Ctx, visitId: number, { guideId, questions }: Asked) => {
  if (questions.length === 0) return
  const known = guideId !== null && (await hasGuide(ctx, guideId))
  await store.insertAsked(ctx, visitId, { guideId: known ? guideId : null, questions })
}

/** When it was, and whose: one who went reports it as his own, a coordinator on behalf of who went first. */
const visitOf = async (ctx: Ctx, report: Report) => {
  const place = await placeOf(ctx, report)
  const { booking } = place
  if (booking && !mayReport(ctx, booking)) throw problem('not-allowed')
  if (booking?.cancelledAt) throw problem('booking-cancelled')
  const visitedAt = booking?.startsAt ?? report.visitedAt ?? ctx.at
  if (Temporal.Instant.compare(Temporal.Instant.from(visitedAt), ctx.now) > 0) throw problem('visit-in-future')
  const personId = booking && !wentThere(ctx, booking) ? booking.personId : personOf(ctx)
  return {
    bookingId: booking?.id ?? null,
    companyId: place.companyId,
    cvr: place.cvr,
    listId: booking?.listId ?? null,
    personId,
    visitedAt,
    municipality: place.municipality,
    industry: place.industry,
    employees: place.employees,
  }
}

/**
 * Writes the report and what was agreed, in one go. One report a meeting: throws visit-reported, also when two send at
 * once; visit-in-future; booking-cancelled; wrong-input for personal numbers and owners who are not of the centre.
 */
export const reportVisit = async (ctx: Ctx, given: Report): Promise<Shape> => {
  const visit = await visitOf(ctx, given)
  await lockCompanies(ctx, [visit.cvr])
  const made = await store.insertVisit(ctx, { ...visit, about: given.about })
  if (!made) throw problem('visit-reported')
  const { companyId, cvr, visitedAt, personId } = visit
  const spoken = topicsIn(given)
  await replaceNeeds(ctx, made.id, given.needs)
  await noteSought(ctx, made.id, given)
  await store.replaceTopics(ctx, made.id, spoken)
  const pointer = '/body/tookPart'
  await store.replaceTookPart(ctx, made.id, await whoTookPart(ctx, companyId, given.tookPart ?? [], { pointer }))
  const about = { companyId: visit.companyId, cvr: visit.cvr, origin: { kind: 'visit', id: made.id } }
  if (visit.bookingId !== null) await markReported(ctx, visit.bookingId)
  await deleteDraft(ctx, visit)
  // What came by mail and does not stand in it is shown beside the report.
  if (visit.bookingId !== null) await removeMailed(ctx, visit.bookingId, given.mails ?? [])
  const promises = await makePromises(ctx, about, given.promises, '/body/promises')
  if (given.regularContact)
    await takeOrClaim(ctx, {
      companyId,
      followUp: given.regularContact.followUp,
      origin: { kind: 'visit', id: made.id },
    })
  // Marks come after every row.
  await setMark(ctx, { kind: 'visited', sourceId: made.id, companyId, cvr, since: visitedAt, endsAt: null, personId })
  await markOpenNeeds(ctx, made.id)
  if (given.asked) await keepAsked(ctx, made.id, given.asked)
  if (given.restricted) await writePart(ctx, made.id, given.restricted, { pointer: '/body/restricted' })
  const after = { visitedAt: visit.visitedAt, needs: given.needs.length, promises: promises.length }
  await record(ctx, { verb: 'reported', subject: 'visit', subjectId: made.id, cvr, companyId, after, topics })
  return showVisit(ctx, made.id)
}

/** Mends a report. `version` is the one the writer saw: throws changed-meanwhile with both versions when it is not the latest. */
export const changeVisit = async (ctx: Ctx, id: number, given: Change): Promise<Shape> => {
  const seen = await showVisit(ctx, id)
  // Another need, and nobody is handed the company in the same moment.
  await lockCompanies(ctx, [seen.cvr])
  const held = await store.lockVisit(ctx, id)
  if (!held) throw problem('not-found')
  if (held.personId !== ctx.personId && !runsCentre(ctx)) throw problem('not-allowed')
  const before = await showVisit(ctx, id)
  if (held.version !== given.version) throw problem('changed-meanwhile', {}, { now: before, yours: given })
  const spoken = topicsIn(given)
  await store.updateVisit(ctx, id, given.about)
  await replaceNeeds(ctx, id, given.needs)
  await noteSought(ctx, id, given)
  await store.replaceTopics(ctx, id, spoken)
  if (given.tookPart) {
    const stood = before.tookPart.map(({ personId }) => personId)
    const people = await whoTookPart(ctx, held.companyId, given.tookPart, { pointer: '/body/tookPart', stood })
    await store.replaceTookPart(ctx, id, people)
  }
  await markOpenNeeds(ctx, id)
  await record(ctx, {
    verb: 'report-changed',
    subject: 'visit',
    subjectId: id,
    cvr: held.cvr,
    companyId: held.companyId,
    before: { about: before.about, needs: before.needs, topics: before.topics },
    after: { about: given.about, needs: given.needs, topics: spoken },
    topics,
  })
  return showVisit(ctx, id)
}

/** My sensitive part of a report, written or changed; nobody is told but its readers. Throws not-allowed, changed-meanwhile with both versions. */
export const keepRestrictedPart = async (ctx: Ctx, id: number, form: PartForm): Promise<Shape> => {
  const { can } = await showVisit(ctx, id)
  if (!can.change) throw problem('not-allowed')
  await keepPart(ctx, id, form, { pointer: '/body' })
  return showVisit(ctx, id)
}
/** Whoever may not mend the report any more still takes away what he wrote. */
export const removeRestrictedPart = async (ctx: Ctx, id: number): Promise<Record<string, never>> => {
  await showVisit(ctx, id)
  await removePart(ctx, id)
  return {}
}

/** Reports of a company, newest visit first, as they may stand in a list beside it. */
export const listVisits = async (ctx: Ctx, query: Query): Promise<{ rows: Listed[]; next: string | null }> => {
  const { limit, cursor, companyId } = query
  const keys = readCursor(cursor, 2)
  const before = keys && ([String(keys[0]), Number(keys[1])] as const)
  const rows = await store.visitRows(ctx, { companyId, before, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => forLists(shape(ctx, row))),
    next: rows.length > limit && last ? writeCursor([last.visitedAt, last.id]) : null,
  }
}

/** Visits to one company with the needs that were found, newest first, for its thread. At most 200. */
export const visitsOf = async (ctx: Ctx, companyId: number): Promise<Listed[]> => {
  const rows = await store.visitRows(ctx, { ofPlace: companyId, limit: 200 })
  return rows.map((row) => forLists(shape(ctx, row)))
}

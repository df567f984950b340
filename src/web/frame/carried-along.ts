import { useEffect } from 'react'
import type { Endpoint } from '#platform/endpoint'
import { visitsOf } from '../../features/companies/CompanyNeeds.tsx'
import { promisesOf } from '../../features/companies/CompanyRunning.tsx'
import { listCompanyEvents, showCompany } from '../../features/companies/one-company.schema.ts'
import { showCalendar } from '../../features/calendar/calendar.schema.ts'
import { listCompanyCalls } from '../../features/calls/calls.schema.ts'
import { listCompanyPeople } from '../../features/company-people/company-people.schema.ts'
import { listWaiting } from '../../features/home/home.schema.ts'
import { showMe } from '../../features/members/members.schema.ts'
import { notesOf } from '../../features/notes/NoteDialog.tsx'
import { listNotes } from '../../features/notes/notes.schema.ts'
import { listPromises } from '../../features/promises/promises.schema.ts'
import { showCompanyContact } from '../../features/regular-contacts/regular-contacts.schema.ts'
import { listVisits, reportVisit } from '../../features/visits/visits.schema.ts'
import { showBeforeVisit } from '../../features/before-visit/before-visit.schema.ts'
import { showLookUp } from '../../features/look-up/look-up.schema.ts'
import { showReportForm } from '../../features/visits/drafts.schema.ts'
import { listReportReaders } from '../../features/restricted-parts/restricted-parts.schema.ts'
import type { InputArg } from '#web/data/address.ts'
import { call } from '#web/data/api.ts'
import { carriedAt, carry } from '#web/data/carried-answers.ts'
import { addDays, today } from '#web/parts/dates.ts'
import { useMay } from './me.ts'

const fetchOne = async <E extends Endpoint>(endpoint: E, input?: InputArg<E>) => {
  const answer = await call(endpoint, input)
  await carry(endpoint, input, answer)
  return answer
}

const quarter = 15 * 60_000
const day = 24 * 3_600_000
/** A weekend and the day after it. */
const daysAhead = 4
/** More than anybody visits in so many days and has left unwritten in a week; those nearest to now count. */
const most = 12
/** The schools' classes are many, and new once a day: they are not fetched each quarter of an hour. */
const classesFor = 4 * 3_600_000

/** My visits of the next days, and those of the last week that I have not written about; `soon`: begun, or within a day. */
const myVisits = async () => {
  const now = Date.now()
  const { bookings } = await call(showCalendar, {
    query: { from: addDays(today(), -7), days: 7 + daysAhead, who: 'mine' },
  })
  return bookings
    .filter(({ cancelledAt, notMetAt, reported }) => !cancelledAt && !notMetAt && !reported)
    .toSorted((a, b) => Math.abs(Date.parse(a.startsAt) - now) - Math.abs(Date.parse(b.startsAt) - now))
    .slice(0, most)
    .map(({ id, companyId, startsAt }) => ({ id, companyId, soon: Date.parse(startsAt) < now + day }))
}

const carryCard = async (companyId: number) => {
  await fetchOne(showCompany, { params: { id: companyId } })
  await fetchOne(listCompanyCalls, { params: { companyId } })
  await fetchOne(listCompanyEvents, { params: { id: companyId }, query: { limit: 100 } })
  await fetchOne(listVisits, visitsOf(companyId))
  await fetchOne(listPromises, promisesOf(companyId))
  await fetchOne(listNotes, notesOf(companyId))
  await fetchOne(listCompanyPeople, { params: { companyId } })
  await fetchOne(showCompanyContact, { params: { companyId } })
}

const carryClasses = async () => {
  const at = await carriedAt(showLookUp)
  if (at === undefined || Date.now() - Date.parse(at) > classesFor) await fetchOne(showLookUp)
}

/** One after the other, so that what somebody waits for goes first; what cannot be fetched holds up no other. */
const carryAlong = async () => {
  await fetchOne(showMe)
  await fetchOne(listWaiting, { query: {} })
  await fetchOne(listReportReaders)
  const visits = await myVisits()
  const parts = [
    ...visits.flatMap(({ id: bookingId }) => [
      () => fetchOne(showBeforeVisit, { params: { id: bookingId } }),
      () => fetchOne(showReportForm, { query: { bookingId } }),
    ]),
    ...[...new Set(visits.filter(({ soon }) => soon).map(({ companyId }) => companyId))].map(
      (companyId) => () => carryCard(companyId),
    ),
    ...(visits.length > 0 ? [carryClasses] : []),
  ]
  // oxlint-disable-next-line no-await-in-loop -- on purpose
  for (const part of parts) await part().catch(() => undefined)
}

/** Who visits companies has the pages, and what the next visits need, along where there is no network. */
export const useCarriedAlong = () => {
  const visits = useMay()(reportVisit)
  useEffect(() => {
    if (!visits || !import.meta.env.PROD || !('serviceWorker' in navigator)) return undefined
    // A browser that lets no page keep anything has nothing along; all else works.
    navigator.serviceWorker.register('/shell-worker.js').catch(() => undefined)
    const look = () => {
      if (navigator.onLine && !document.hidden) carryAlong().catch(() => undefined)
    }
    const first = setTimeout(look, 3000)
    const every = setInterval(look, quarter)
    return () => {
      clearTimeout(first)
      clearInterval(every)
    }
  }, [visits])
}

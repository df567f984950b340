/** What somebody must take up: a company that says stop with something ahead, and companies that a school struck. */
import { acknowledgeBooking, bookMeeting } from '../../src/features/bookings/bookings.ts'
import { strikeCompanies } from '../../src/features/hearings/hearings.ts'
import { stopContact } from '../../src/features/may-contact/may-contact.ts'
import { listStruckCompanies, takeStruckCompany } from '../../src/features/struck-companies/struck-companies.ts'
import { iso, minutes } from './seed-calendar.ts'
import { companyOf, listOf, type Stories } from './seed-stories.ts'

/** Thy Beslag says stop on its own page, with a meeting and a promise ahead: Fatima and the coordinators are told. */
const planStop = (stories: Stories): void => {
  const { agenda, cast, calendar, diaries } = stories
  const { id: companyId, cvr } = companyOf(stories, 'thy-beslag')
  const fatima = cast.as('Fatima Haddad')
  // She works from Monday to Thursday.
  let ahead = 7
  while (new Date(calendar.day(-ahead)).getUTCDay() > 4) ahead++
  const start = calendar.at(-ahead, '12:30')
  diaries.kept.push({ name: 'Fatima Haddad', from: start - minutes(240), to: start + minutes(300) })
  agenda.plan(calendar.at(6, '12:40'), fatima, async (ctx) => {
    const note = 'Taler videre om kurser, der kan holdes i Thisted. Han er alene i værkstedet efter middag.'
    const meeting = { personId: fatima.personId, startsAt: iso(start), contactName: 'Jens Thy', note }
    const { id } = await bookMeeting(ctx, {
      ...meeting,
      companyId,
      contactEmail: 'smedjen@thy-beslag-og-smedevaerk.example',
    })
    await acknowledgeBooking(ctx, id)
  })
  agenda.plan(calendar.at(1, '16:20'), cast.company, async (ctx) => {
    const words = 'Jeg går på pension til nytår og lukker værkstedet. Tak for hjælpen, men ring ikke mere.'
    await stopContact(ctx, { companyId, cvr, words })
  })
}

/** Mette has one of her own from a hearing that is over, and is asked to go on with it; a colleague has gone on with another. */
const planStruck = (stories: Stories): void => {
  const { agenda, cast, calendar } = stories
  const drawn = listOf(stories, 'haandvaerk')
  const { cvr } = companyOf(stories, 'holm-murer')
  agenda.plan(calendar.at(19, '10:15'), cast.as('Mette Lauridsen'), async (ctx) => {
    const ids = drawn.companies.filter((one) => one.cvr === cvr).map((one) => one.companyId)
    await strikeCompanies(ctx, drawn.hearingId, ids, 'De tager en lærling fra januar; jeg taler med mester hver uge')
  })
  agenda.plan(calendar.at(11, '08:20'), cast.as('Peter Vang'), async (ctx) => {
    const { rows } = await listStruckCompanies(ctx, { limit: 50 })
    const own = rows.find(({ struckBy }) => struckBy === 'Peter Vang')
    if (own) await takeStruckCompany(ctx, own.id)
  })
}

export const planLooseEnds = (stories: Stories): void => {
  planStop(stories)
  planStruck(stories)
}

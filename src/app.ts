/** The product's table of contents: every room, in the one order of the house. A room enters only rooms that stand before it. */
import type { Hono } from 'hono'
import { room as officialCodes } from './features/official-codes/room.ts'
import { room as centre } from './features/centre/room.ts'
import { room as workingDays } from './features/working-days/room.ts'
import { room as members } from './features/members/room.ts'
import { room as circles } from './features/circles/room.ts'
import { room as signIn } from './features/sign-in/room.ts'
import { room as myAccess } from './features/my-access/room.ts'
import { room as measures } from './features/measures/room.ts'
import { room as imports } from './features/imports/room.ts'
import { room as lookUp } from './features/look-up/room.ts'
import { room as beforeVisit } from './features/before-visit/room.ts'
import { room as referrals } from './features/referrals/room.ts'
import { room as competenceProfiles } from './features/competence-profiles/room.ts'
import { room as groups } from './features/groups/room.ts'
import { room as register } from './features/register/room.ts'
import { room as leaderships } from './features/leaderships/room.ts'
import { room as mayContact } from './features/may-contact/room.ts'
import { room as phoneNumbers } from './features/phone-numbers/room.ts'
import { room as companyPeople } from './features/company-people/room.ts'
import { room as links } from './features/links/room.ts'
import { room as mails } from './features/mails/room.ts'
import { room as incomingMails } from './features/incoming-mails/room.ts'
import { room as diaries } from './features/diaries/room.ts'
import { room as schoolContacts } from './features/school-contacts/room.ts'
import { room as catalogue } from './features/catalogue/room.ts'
import { room as promises } from './features/promises/room.ts'
import { room as regularContacts } from './features/regular-contacts/room.ts'
import { room as contactQuestions } from './features/contact-questions/room.ts'
import { room as companyMessages } from './features/company-messages/room.ts'
import { room as notes } from './features/notes/room.ts'
import { room as guidance } from './features/guidance/room.ts'
import { room as enquiries } from './features/enquiries/room.ts'
import { room as goals } from './features/goals/room.ts'
import { room as lists } from './features/lists/room.ts'
import { room as linkage } from './features/linkage/room.ts'
import { room as matching } from './features/matching/room.ts'
import { room as hearings } from './features/hearings/room.ts'
import { room as hearingShares } from './features/hearing-shares/room.ts'
import { room as struckCompanies } from './features/struck-companies/room.ts'
import { room as capacity } from './features/capacity/room.ts'
import { room as tradeAreas } from './features/trade-areas/room.ts'
import { room as fairShares } from './features/fair-shares/room.ts'
import { room as handIn } from './features/hand-in/room.ts'
import { room as handedIn } from './features/handed-in/room.ts'
import { room as freeSlots } from './features/free-slots/room.ts'
import { room as staffing } from './features/staffing/room.ts'
import { room as newTimes } from './features/new-times/room.ts'
import { room as bookings } from './features/bookings/room.ts'
import { room as staffingAhead } from './features/staffing-ahead/room.ts'
import { room as learningAims } from './features/learning-aims/room.ts'
import { room as forecast } from './features/forecast/room.ts'
import { room as reminders } from './features/reminders/room.ts'
import { room as calendarFeeds } from './features/calendar-feeds/room.ts'
import { room as otherCalendars } from './features/other-calendars/room.ts'
import { room as calendar } from './features/calendar/room.ts'
import { room as mailedWords } from './features/mailed-words/room.ts'
import { room as restrictedParts } from './features/restricted-parts/room.ts'
import { room as guides } from './features/guides/room.ts'
import { room as visits } from './features/visits/room.ts'
import { room as mailedReports } from './features/mailed-reports/room.ts'
import { room as movedPlaces } from './features/moved-places/room.ts'
import { room as scripts } from './features/scripts/room.ts'
import { room as ownAnswers } from './features/own-answers/room.ts'
import { room as answeringHours } from './features/answering-hours/room.ts'
import { room as queue } from './features/queue/room.ts'
import { room as emptyQueue } from './features/empty-queue/room.ts'
import { room as stillAgreed } from './features/still-agreed/room.ts'
import { room as training } from './features/training/room.ts'
import { room as calls } from './features/calls/room.ts'
import { room as overruling } from './features/overruling/room.ts'
import { room as callCosts } from './features/call-costs/room.ts'
import { room as callCentres } from './features/call-centres/room.ts'
import { room as networks } from './features/networks/room.ts'
import { room as contactModels } from './features/contact-models/room.ts'
import { room as campaigns } from './features/campaigns/room.ts'
import { room as announcedCampaigns } from './features/announced-campaigns/room.ts'
import { room as partners } from './features/partners/room.ts'
import { room as presenceDays } from './features/presence-days/room.ts'
import { room as jointVisits } from './features/joint-visits/room.ts'
import { room as meetingDates } from './features/meeting-dates/room.ts'
import { room as teachingIdeas } from './features/teaching-ideas/room.ts'
import { room as consultantMeetings } from './features/consultant-meetings/room.ts'
import { room as gatherings } from './features/gatherings/room.ts'
import { room as stands } from './features/stands/room.ts'
import { room as leavings } from './features/leavings/room.ts'
import { room as tips } from './features/tips/room.ts'
import { room as mailedTips } from './features/mailed-tips/room.ts'
import { room as partnerPage } from './features/partner-page/room.ts'
import { room as companies } from './features/companies/room.ts'
import { room as companyPage } from './features/company-page/room.ts'
import { room as reports } from './features/reports/room.ts'
import { room as home } from './features/home/room.ts'
import { room as notices } from './features/notices/room.ts'
import { room as evaluation } from './features/evaluation/room.ts'
import { firstQuestions } from './features/home/first-questions.shared.ts'
import { openMeasures } from './features/measures/measures.ts'
import { recordTakenOut } from './features/members/members.ts'
import { prove } from './features/sign-in/sign-in.ts'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db/open'
import type { House } from '#platform/http/exchange'
import { mountPlainPages } from '#platform/http/plain-pages'
import { makeServer } from '#platform/http/server'
import { strangersIn } from '#platform/http/turns'
import type { Log } from '#platform/log'
import { openMail } from '#platform/mail/mail-server'
import { openMailbox } from '#platform/mailbox/mailbox'
import { fetchingOutside } from '#platform/outside/fetch-outside'
import { openSealing } from '#platform/sealing'
import type { Room } from '#platform/room'

export const rooms: readonly Room[] = [
  officialCodes,
  centre,
  workingDays,
  members,
  circles,
  signIn,
  myAccess,
  measures,
  imports,
  register,
  leaderships,
  mayContact,
  phoneNumbers,
  companyPeople,
  links,
  mails,
  incomingMails,
  diaries,
  schoolContacts,
  catalogue,
  promises,
  regularContacts,
  contactQuestions,
  companyMessages,
  notes,
  guidance,
  enquiries,
  goals,
  lists,
  linkage,
  matching,
  hearings,
  hearingShares,
  struckCompanies,
  capacity,
  tradeAreas,
  callCentres,
  fairShares,
  handedIn,
  handIn,
  freeSlots,
  staffing,
  newTimes,
  bookings,
  staffingAhead,
  learningAims,
  forecast,
  reminders,
  partners,
  presenceDays,
  jointVisits,
  meetingDates,
  gatherings,
  stands,
  calendarFeeds,
  otherCalendars,
  calendar,
  mailedWords,
  restrictedParts,
  guides,
  visits,
  lookUp,
  referrals,
  competenceProfiles,
  groups,
  mailedReports,
  movedPlaces,
  ownAnswers,
  answeringHours,
  scripts,
  queue,
  emptyQueue,
  stillAgreed,
  calls,
  overruling,
  callCosts,
  training,
  networks,
  contactModels,
  campaigns,
  announcedCampaigns,
  tips,
  mailedTips,
  partnerPage,
  companies,
  companyPage,
  beforeVisit,
  leavings,
  reports,
  teachingIdeas,
  consultantMeetings,
  home,
  notices,
  evaluation,
]

export const jobs = rooms.flatMap((room) => room.jobs ?? [])
export const houseJobs = rooms.flatMap((room) => room.houseJobs ?? [])
export const sweeps = rooms.flatMap((room) => room.sweeps ?? [])
export const importKinds = rooms.flatMap((room) => room.imports ?? [])
const plainPages = rooms.flatMap((room) => room.plainPages ?? [])
export const served = rooms.flatMap((room) => room.routes)

/** Tells the database what every rule may know of the house around it; gives what the HTTP side needs. */
export const houseOf = (database: Database, config: Config, demo: boolean): House => {
  // Made-up companies have made-up addresses: a demo's mails never leave the house, and none come in.
  const mail = demo ? null : openMail(config)
  database.house = {
    baseUrl: config.baseUrl,
    demo,
    examples: config.examplesUrl || null,
    clock: database.clock,
    mail,
    mailFrom: config.mailFrom,
    mailbox: demo ? null : openMailbox(config),
    ...{ guessing: database.house.guessing, reckon: database.house.reckon },
    sealing: openSealing(config),
    fetchOutside: fetchingOutside({ anywhere: config.calendarsAnywhere }),
    asksAnywhere: config.calendarsAnywhere,
    rooms,
  }
  return {
    database,
    config,
    demo,
    prove,
    recordTakenOut,
    measure: openMeasures(database),
    strangers: strangersIn(config.pool),
  }
}

/** What every page of someone signed in begins with: who is here, and what waits. */
export const asksFirst = firstQuestions.map(({ path }) => path)

/** The HTTP side of the whole product. */
export const makeApp = (house: House, log: Log, mount: (app: Hono) => void = () => {}) =>
  makeServer(house, served, log, (app) => {
    mountPlainPages(app, house, plainPages)
    mount(app)
  })

import { keysOf } from '#platform/typed.shared'
import { bookingsWaiting } from '../bookings/bookings-waiting.table.ts'
import { capacityWaiting } from '../capacity/capacity-waiting.table.ts'
import { queueWaiting } from '../queue/queue-waiting.table.ts'
import { campaignsWaiting } from '../campaigns/campaigns-waiting.table.ts'
import { diariesWaiting } from '../diaries/diaries-waiting.table.ts'
import { catalogueWaiting } from '../catalogue/catalogue-waiting.table.ts'
import { companyPeopleWaiting } from '../company-people/company-people-waiting.table.ts'
import { linksWaiting } from '../links/links-waiting.table.ts'
import { hearingsWaiting } from '../hearings/hearings-waiting.table.ts'
import { listsWaiting } from '../lists/lists-waiting.table.ts'
import { mailsWaiting } from '../mails/mails-waiting.table.ts'
import { incomingMailsWaiting } from '../incoming-mails/incoming-mails-waiting.table.ts'
import { measuresWaiting } from '../measures/measures-waiting.table.ts'
import { membersWaiting } from '../members/members-waiting.table.ts'
import { promisesWaiting } from '../promises/promises-waiting.table.ts'
import { referralsWaiting } from '../referrals/referrals-waiting.table.ts'
import { groupsWaiting } from '../groups/groups-waiting.table.ts'
import { regularContactsWaiting } from '../regular-contacts/regular-contacts-waiting.table.ts'
import { companyMessagesWaiting } from '../company-messages/company-messages-waiting.table.ts'
import { contactQuestionsWaiting } from '../contact-questions/contact-questions-waiting.table.ts'
import { enquiriesWaiting } from '../enquiries/enquiries-waiting.table.ts'
import { handedInWaiting } from '../handed-in/handed-in-waiting.table.ts'
import { goalsWaiting } from '../goals/goals-waiting.table.ts'
import { hearingSharesWaiting } from '../hearing-shares/hearing-shares-waiting.table.ts'
import { struckCompaniesWaiting } from '../struck-companies/struck-companies-waiting.table.ts'
import { newTimesWaiting } from '../new-times/new-times-waiting.table.ts'
import { stillAgreedWaiting } from '../still-agreed/still-agreed-waiting.table.ts'
import { staffingAheadWaiting } from '../staffing-ahead/staffing-ahead-waiting.table.ts'
import { partnersWaiting } from '../partners/partners-waiting.table.ts'
import { jointVisitsWaiting } from '../joint-visits/joint-visits-waiting.table.ts'
import { gatheringsWaiting } from '../gatherings/gatherings-waiting.table.ts'
import { presenceDaysWaiting } from '../presence-days/presence-days-waiting.table.ts'
import { tipsWaiting } from '../tips/tips-waiting.table.ts'
import { mailedTipsWaiting } from '../mailed-tips/mailed-tips-waiting.table.ts'
import { mailedReportsWaiting } from '../mailed-reports/mailed-reports-waiting.table.ts'
import { movedPlacesWaiting } from '../moved-places/moved-places-waiting.table.ts'
import { otherCalendarsWaiting } from '../other-calendars/other-calendars-waiting.table.ts'
import { leavingsWaiting } from '../leavings/leavings-waiting.table.ts'
import { consultantMeetingsWaiting } from '../consultant-meetings/consultant-meetings-waiting.table.ts'
import { visitsWaiting } from '../visits/visits-waiting.table.ts'

/** Every room's kinds of waiting things, for the contract and the page; the server asks the house, and a test compares. */
const tables: readonly { names: readonly string[] }[] = [
  measuresWaiting,
  membersWaiting,
  companyPeopleWaiting,
  linksWaiting,
  mailsWaiting,
  incomingMailsWaiting,
  campaignsWaiting,
  diariesWaiting,
  catalogueWaiting,
  promisesWaiting,
  regularContactsWaiting,
  contactQuestionsWaiting,
  companyMessagesWaiting,
  enquiriesWaiting,
  listsWaiting,
  hearingsWaiting,
  goalsWaiting,
  handedInWaiting,
  partnersWaiting,
  presenceDaysWaiting,
  jointVisitsWaiting,
  gatheringsWaiting,
  tipsWaiting,
  mailedTipsWaiting,
  hearingSharesWaiting,
  struckCompaniesWaiting,
  capacityWaiting,
  newTimesWaiting,
  bookingsWaiting,
  staffingAheadWaiting,
  otherCalendarsWaiting,
  visitsWaiting,
  referralsWaiting,
  groupsWaiting,
  mailedReportsWaiting,
  movedPlacesWaiting,
  leavingsWaiting,
  consultantMeetingsWaiting,
  queueWaiting,
  stillAgreedWaiting,
]
export const waitingKinds = {
  ...measuresWaiting.kinds,
  ...membersWaiting.kinds,
  ...companyPeopleWaiting.kinds,
  ...linksWaiting.kinds,
  ...mailsWaiting.kinds,
  ...incomingMailsWaiting.kinds,
  ...campaignsWaiting.kinds,
  ...diariesWaiting.kinds,
  ...catalogueWaiting.kinds,
  ...promisesWaiting.kinds,
  ...regularContactsWaiting.kinds,
  ...contactQuestionsWaiting.kinds,
  ...companyMessagesWaiting.kinds,
  ...enquiriesWaiting.kinds,
  ...listsWaiting.kinds,
  ...hearingsWaiting.kinds,
  ...goalsWaiting.kinds,
  ...handedInWaiting.kinds,
  ...partnersWaiting.kinds,
  ...presenceDaysWaiting.kinds,
  ...jointVisitsWaiting.kinds,
  ...gatheringsWaiting.kinds,
  ...tipsWaiting.kinds,
  ...mailedTipsWaiting.kinds,
  ...hearingSharesWaiting.kinds,
  ...struckCompaniesWaiting.kinds,
  ...capacityWaiting.kinds,
  ...newTimesWaiting.kinds,
  ...bookingsWaiting.kinds,
  ...staffingAheadWaiting.kinds,
  ...otherCalendarsWaiting.kinds,
  ...visitsWaiting.kinds,
  ...referralsWaiting.kinds,
  ...groupsWaiting.kinds,
  ...mailedReportsWaiting.kinds,
  ...stillAgreedWaiting.kinds,
  ...movedPlacesWaiting.kinds,
  ...leavingsWaiting.kinds,
  ...consultantMeetingsWaiting.kinds,
  ...queueWaiting.kinds,
}
export type WaitingKindName = keyof typeof waitingKinds
/** Every value that some room's words use. */
export const waitingNames: readonly string[] = tables.flatMap(({ names }) => names)
export const waitingKindNames = keysOf(waitingKinds)
export const isWaitingKind = (kind: string): kind is WaitingKindName => kind in waitingKinds

import type { EventTable, EventWords } from '#platform/events.shared'
import { bookingsEvents } from '../bookings/bookings-events.table.ts'
import { callsEvents } from '../calls/calls-events.table.ts'
import { hearingsEvents } from '../hearings/hearings-events.table.ts'
import { leadershipsEvents } from '../leaderships/leaderships-events.table.ts'
import { phoneNumbersEvents } from '../phone-numbers/phone-numbers-events.table.ts'
import { companyPeopleEvents } from '../company-people/company-people-events.table.ts'
import { linksEvents } from '../links/links-events.table.ts'
import { mayContactEvents } from '../may-contact/may-contact-events.table.ts'
import { promisesEvents } from '../promises/promises-events.table.ts'
import { queueEvents } from '../queue/queue-events.table.ts'
import { groupsEvents } from '../groups/groups-events.table.ts'
import { referralsEvents } from '../referrals/referrals-events.table.ts'
import { regularContactsEvents } from '../regular-contacts/regular-contacts-events.table.ts'
import { contactQuestionsEvents } from '../contact-questions/contact-questions-events.table.ts'
import { companyMessagesEvents } from '../company-messages/company-messages-events.table.ts'
import { notesEvents } from '../notes/notes-events.table.ts'
import { enquiriesEvents } from '../enquiries/enquiries-events.table.ts'
import { hearingSharesEvents } from '../hearing-shares/hearing-shares-events.table.ts'
import { struckCompaniesEvents } from '../struck-companies/struck-companies-events.table.ts'
import { newTimesEvents } from '../new-times/new-times-events.table.ts'
import { stillAgreedEvents } from '../still-agreed/still-agreed-events.table.ts'
import { movedPlacesEvents } from '../moved-places/moved-places-events.table.ts'
import { visitsEvents } from '../visits/visits-events.table.ts'

/** The rooms whose events are about companies, in their order. */
const tables: readonly EventTable[] = [
  leadershipsEvents,
  mayContactEvents,
  phoneNumbersEvents,
  companyPeopleEvents,
  linksEvents,
  promisesEvents,
  regularContactsEvents,
  contactQuestionsEvents,
  companyMessagesEvents,
  notesEvents,
  enquiriesEvents,
  hearingsEvents,
  hearingSharesEvents,
  struckCompaniesEvents,
  newTimesEvents,
  bookingsEvents,
  visitsEvents,
  referralsEvents,
  groupsEvents,
  stillAgreedEvents,
  movedPlacesEvents,
  queueEvents,
  callsEvents,
]

/** What an event is called, in the words of the room that recorded it. */
export const wordsOf = ({ subject, verb }: { subject: string; verb: string }): EventWords | undefined =>
  tables.map((table) => table[subject]?.[verb]).find((words) => words !== undefined)

import { asRoom } from '#platform/room'
import { goesWithPlace } from '../register/register.ts'
import { forgetPerson } from './enquiries.sql.ts'
import { enquiriesEvents } from './enquiries-events.table.ts'
import { enquiriesWaiting } from './enquiries-waiting.table.ts'
import { enquiriesRoutes } from './enquiries.routes.ts'
import { enquiriesOpen } from './loose-ends.ts'

export const room = asRoom({
  name: 'enquiries',
  owns: ['enquiry', 'school_field', 'school_area', 'enquiries_waiting'],
  routes: enquiriesRoutes,
  waiting: { view: 'enquiries_waiting', kinds: enquiriesWaiting.kinds },
  looseEnds: enquiriesOpen,
  whenLeaving: { enquiry: 'coordinators' },
  verbs: enquiriesEvents,
  forgetsPerson: forgetPerson,
  moves: goesWithPlace('enquiry'),
})

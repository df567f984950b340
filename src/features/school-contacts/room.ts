import { asRoom } from '#platform/room'
import { contactFiles } from './contact-uploads.ts'
import { schoolContactsEvents } from './school-contacts-events.table.ts'
import { schoolContactsRoutes } from './school-contacts.routes.ts'

export const room = asRoom({
  name: 'school-contacts',
  owns: ['school_contact', 'school_contact_now', 'contact_key'],
  routes: schoolContactsRoutes,
  verbs: schoolContactsEvents,
  imports: [contactFiles],
})

import { asRoom } from '#platform/room'
import { schoolContactsRoutes } from './school-contacts.routes.ts'

export const room = asRoom({
  name: 'school-contacts',
  owns: ['school_contact'],
  routes: schoolContactsRoutes,
})

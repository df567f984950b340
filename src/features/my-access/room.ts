import { asRoom } from '#platform/room'
import { myAccessEvents } from './my-access-events.table.ts'
import { myAccessRoutes } from './my-access.routes.ts'
import { endPasswordLinksOf } from './password-links.ts'

export const room = asRoom({
  name: 'my-access',
  owns: ['password_link'],
  routes: myAccessRoutes,
  credentials: [{ table: 'password_link', endsWith: endPasswordLinksOf }],
  verbs: myAccessEvents,
})

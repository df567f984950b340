import { asRoom } from '#platform/room'
import { goesWithPlace } from '../register/register.ts'
import { linksRoutes } from './links.routes.ts'
import { renewLinks } from './renewing.ts'
import { linksEvents } from './links-events.table.ts'

export const room = asRoom({
  name: 'links',
  owns: ['link', 'link_miss'],
  routes: linksRoutes,
  sweeps: [renewLinks],
  credentials: [{ table: 'link', endsWith: null }],
  verbs: linksEvents,
  moves: goesWithPlace('link'),
})

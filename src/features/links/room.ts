import { asRoom } from '#platform/room'
import { goesWithPlace } from '../register/register.ts'
import { linksRoutes } from './links.routes.ts'
import { endLinksOf, forgetPerson } from './links.ts'
import { renewLinks } from './renewing.ts'
import { linksWaiting } from './links-waiting.table.ts'
import { linksEvents } from './links-events.table.ts'

export const room = asRoom({
  name: 'links',
  owns: ['link', 'link_miss', 'link_named', 'links_waiting'],
  routes: linksRoutes,
  sweeps: [renewLinks],
  credentials: [{ table: 'link', endsWith: endLinksOf }],
  waiting: { view: 'links_waiting', kinds: linksWaiting.kinds },
  verbs: linksEvents,
  forgetsPerson: forgetPerson,
  moves: goesWithPlace('link'),
})

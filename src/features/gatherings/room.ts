import { asRoom } from '#platform/room'
import { gatheringsEvents } from './gatherings-events.table.ts'
import { gatheringsRoutes } from './gatherings.routes.ts'
import { gatheringsWaiting } from './gatherings-waiting.table.ts'
import { gatheringsOpen } from './loose-ends.ts'

export const room = asRoom({
  name: 'gatherings',
  owns: ['gathering', 'gathering_invited', 'gathering_time', 'gathering_place', 'gatherings_waiting'],
  routes: gatheringsRoutes,
  waiting: { view: 'gatherings_waiting', kinds: gatheringsWaiting.kinds, topics: ['gatherings'] },
  looseEnds: gatheringsOpen,
  whenLeaving: { gathering: 'coordinators', 'gathering-place': 'ends' },
  verbs: gatheringsEvents,
})

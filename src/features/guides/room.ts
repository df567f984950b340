import { asRoom } from '#platform/room'
import { guidesEvents } from './guides-events.table.ts'
import { guidesRoutes } from './guides.routes.ts'

export const room = asRoom({ name: 'guides', owns: ['guide'], routes: guidesRoutes, verbs: guidesEvents })

import { asRoom } from '#platform/room'
import { competenceProfilesRoutes } from './competence-profiles.routes.ts'

export const room = asRoom({
  name: 'competence-profiles',
  owns: ['own_step', 'declined_trade', 'unsafe_own_steps_go'],
  routes: competenceProfilesRoutes,
})

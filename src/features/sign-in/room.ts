import { asRoom } from '#platform/room'
import { endSessionsOf } from './sign-in.ts'
import { signInRoutes } from './sign-in.routes.ts'

export const room = asRoom({
  name: 'sign-in',
  owns: ['session', 'sign_in_try', 'first_run_word', 'unsafe_asker_of_session'],
  routes: signInRoutes,
  credentials: [{ table: 'session', endsWith: endSessionsOf }],
})

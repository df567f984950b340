import { asRoom } from '#platform/room'
import { listsRoutes } from './lists.routes.ts'

export const room = asRoom({
  name: 'lists',
  owns: ['contact_list', 'draw', 'list_company', 'list_closing'],
  routes: listsRoutes,
})

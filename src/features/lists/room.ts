import { asRoom } from '#platform/room'
import { listsWaiting } from './waiting.ts'
import { listsRoutes } from './lists.routes.ts'

export const room = asRoom({
  name: 'lists',
  owns: [
    ...['contact_list', 'draw', 'list_company', 'list_hearing', 'list_opening', 'list_closing'],
    ...['list_now', 'listed_company', 'calling_list'],
  ],
  routes: listsRoutes,
  waiting: listsWaiting,
})

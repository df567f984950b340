import { asRoom } from '#platform/room'
import { moveListed } from './lists.sql.ts'
import { listsWaiting } from './lists-waiting.table.ts'
import { listsRoutes } from './lists.routes.ts'
import { listsEvents } from './lists-events.table.ts'

export const room = asRoom({
  name: 'lists',
  owns: [
    ...['contact_list', 'draw', 'list_company', 'list_hearing', 'list_opening', 'list_closing'],
    ...['list_now', 'listed_company', 'calling_list', 'lists_waiting'],
  ],
  routes: listsRoutes,
  waiting: { view: 'lists_waiting', kinds: listsWaiting.kinds },
  verbs: listsEvents,
  moves: moveListed,
})

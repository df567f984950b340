import { asRoom } from '#platform/room'
import { goesWithPlace } from '../register/register.ts'
import { companyMessagesEvents } from './company-messages-events.table.ts'
import { companyMessagesWaiting } from './company-messages-waiting.table.ts'
import { companyMessagesRoutes } from './company-messages.routes.ts'
import { messagesOpen } from './loose-ends.ts'

export const room = asRoom({
  name: 'company-messages',
  owns: ['company_message', 'company_message_now', 'company_messages_waiting'],
  routes: companyMessagesRoutes,
  waiting: { view: 'company_messages_waiting', kinds: companyMessagesWaiting.kinds },
  looseEnds: messagesOpen,
  verbs: companyMessagesEvents,
  moves: goesWithPlace('company_message'),
})

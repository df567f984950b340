import { asRoom } from '#platform/room'
import { eraseMails } from './incoming-mails.ts'
import { incomingMailsEvents } from './incoming-mails-events.table.ts'
import { incomingMailsWaiting } from './incoming-mails-waiting.table.ts'
import { incomingMailsRoutes } from './incoming-mails.routes.ts'
import { pickUpMails } from './picking-up.ts'

export const room = asRoom({
  name: 'incoming-mails',
  owns: [
    ...['mailbox', 'mailbox_seen', 'incoming_address', 'incoming_address_old', 'incoming_address_of'],
    ...['incoming_mail', 'incoming_dropped'],
    ...['incoming_mail_kept', 'runs_centre', 'incoming_mails_waiting'],
  ],
  routes: incomingMailsRoutes,
  houseJobs: [pickUpMails],
  sweeps: [eraseMails],
  waiting: { view: 'incoming_mails_waiting', kinds: incomingMailsWaiting.kinds },
  verbs: incomingMailsEvents,
})

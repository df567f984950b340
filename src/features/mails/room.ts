import { retryMails, sendMails } from '#platform/mail/sending'
import { asRoom } from '#platform/room'
import { forgetMailsTo } from './mails.sql.ts'
import { mailsEvents } from './mails-events.table.ts'
import { mailsWaiting } from './mails-waiting.table.ts'
import { mailsRoutes } from './mails.routes.ts'

export const room = asRoom({
  name: 'mails',
  owns: ['outbox', 'mail_pause', 'mails_waiting', 'mail_brought'],
  routes: mailsRoutes,
  jobs: [sendMails],
  sweeps: [retryMails],
  waiting: { view: 'mails_waiting', kinds: mailsWaiting.kinds },
  verbs: mailsEvents,
  forgetsPerson: forgetMailsTo,
})

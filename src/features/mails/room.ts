import { retryMails, sendMails } from '#platform/mail/sending'
import { asRoom } from '#platform/room'
import { mailsRoutes } from './mails.routes.ts'

export const room = asRoom({
  name: 'mails',
  owns: ['outbox'],
  routes: mailsRoutes,
  jobs: [sendMails],
  sweeps: [retryMails],
})

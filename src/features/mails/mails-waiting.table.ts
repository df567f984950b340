import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'

/** What waits in mails (`mails_waiting`): those that could not be delivered. */
export const mailsWaiting = waitingTable(['to', 'subject'], {
  'mail-given-up': {
    icon: 'mail',
    title: m.mails_waiting_given_up,
    text: m.mails_waiting_given_up_text,
    button: m.mails_waiting_given_up_button,
    when: () => 'today',
    href: ({ id }) => `/udbakke?mail=${id}`,
    newestFirst: true,
  },
})

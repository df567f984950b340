import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

const said = {
  icon: 'mail',
  title: m.incoming_mails_waiting,
  button: m.incoming_mails_waiting_button,
  when: byDay(),
  href: () => '/tip-i-mails',
} as const

/** What waits of mails that come in (`incoming_mails_waiting`): a mailbox that has not been read for an hour, and for a week a mail that could not be had. */
export const incomingMailsWaiting = waitingTable(['since'], {
  'mailbox-away': { ...said, text: m.incoming_mails_waiting_away },
  'mailbox-shut': { ...said, text: m.incoming_mails_waiting_shut },
  'mailbox-left': {
    ...said,
    title: m.incoming_mails_waiting_left,
    text: m.incoming_mails_waiting_left_text,
    when: () => 'week',
  },
})

import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

const said = {
  icon: 'mail',
  title: m.incoming_mails_waiting,
  button: m.incoming_mails_waiting_button,
  when: byDay(),
  href: () => '/tip-i-mails',
} as const

/** What waits of mails that come in (`incoming_mails_waiting`): a mailbox that has not been read for an hour; until somebody has looked there, or for a week, what did not come in. */
export const incomingMailsWaiting = waitingTable(['since', 'mails'], {
  'mailbox-away': { ...said, text: m.incoming_mails_waiting_away },
  'mailbox-shut': { ...said, text: m.incoming_mails_waiting_shut },
  'mailbox-left': {
    ...said,
    title: m.incoming_mails_waiting_left,
    text: m.incoming_mails_waiting_left_text,
    when: () => 'week',
  },
  'mailbox-crowded': {
    ...said,
    title: ({ since, mails }, said) =>
      mails === '1'
        ? m.incoming_mails_waiting_crowded_one({ since }, said)
        : m.incoming_mails_waiting_crowded({ since, mails }, said),
    text: m.incoming_mails_waiting_crowded_text,
    when: () => 'week',
  },
})

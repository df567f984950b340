import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

const said = {
  icon: 'call-back',
  text: ({ subject }: { subject: string }) => subject || m.incoming_mails_no_subject(),
  button: m.mailed_tips_waiting_read,
  href: ({ id }: { id: number }) => `/tip-i-mails?mail=${id}`,
} as const

/** What waits of tips in mails (`mailed_tips_waiting`): until someone has read each. */
export const mailedTipsWaiting = waitingTable(['from', 'subject'], {
  'mailed-tip': { ...said, title: m.mailed_tips_waiting_tip, when: byDay(2) },
  'mailed-stranger': {
    ...said,
    title: ({ from }, said) =>
      from ? m.mailed_tips_waiting_stranger({ from }, said) : m.mailed_tips_waiting_nobody({}, said),
    when: () => 'week',
  },
})

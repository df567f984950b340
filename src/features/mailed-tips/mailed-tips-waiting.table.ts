import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

const said = {
  icon: 'call-back',
  text: m.mailed_tips_waiting_text,
  button: m.mailed_tips_waiting_read,
  href: ({ id }: { id: number }) => `/tip-i-mails?mail=${id}`,
} as const

/** What waits of tips in mails (`mailed_tips_waiting`): until someone has read each. */
export const mailedTipsWaiting = waitingTable(['from', 'subject'], {
  'mailed-tip': { ...said, title: m.mailed_tips_waiting_tip, when: byDay(2) },
  'mailed-stranger': { ...said, title: m.mailed_tips_waiting_stranger, when: () => 'week' },
})

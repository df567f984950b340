import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'

const message = {
  icon: 'mail',
  title: m.company_messages_waiting,
  text: (v: { what: string }) => v.what,
  button: m.company_messages_waiting_read,
  href: ({ companyId }: { companyId: number | null }) => `/virksomheder/${companyId ?? ''}`,
} as const

/** What waits of messages (`company_messages_waiting`). */
export const companyMessagesWaiting = waitingTable(['company', 'what'], {
  'company-message': { ...message, when: ({ passed }) => (passed ? 'over' : 'today'), othersWhenAsked: true },
  'company-message-late': { ...message, title: m.company_messages_waiting_late, when: () => 'today' },
})

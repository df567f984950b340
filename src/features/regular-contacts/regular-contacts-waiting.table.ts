import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

const href = ({ companyId }: { companyId: number | null }) => `/virksomheder/${companyId ?? ''}`

/** What waits in regular contacts (`regular_contacts_waiting`). */
export const regularContactsWaiting = waitingTable(['company', 'who', 'what', 'has', 'date', 'near', 'mine'], {
  'contact-orphan': {
    icon: 'handover',
    of: 'regular-contact',
    adds: m.regular_contacts_waiting_orphan_adds,
    title: m.regular_contacts_waiting_orphan,
    text: m.regular_contacts_waiting_orphan_text,
    button: m.regular_contacts_waiting_orphan_button,
    when: () => 'today',
    href,
  },
  'contact-offer': {
    icon: 'handover',
    title: m.regular_contacts_waiting_offer,
    text: (v) => v.what || m.regular_contacts_waiting_offer_text(v),
    button: m.regular_contacts_waiting_offer_button,
    when: () => 'today',
    href,
  },
  'contact-claim': {
    icon: 'handover',
    title: m.regular_contacts_waiting_claim,
    text: m.regular_contacts_waiting_claim_text,
    button: m.regular_contacts_waiting_claim_button,
    when: () => 'today',
    href,
  },
  'contact-claimed': {
    icon: 'handover',
    title: m.regular_contacts_waiting_claimed,
    text: m.regular_contacts_waiting_claimed_text,
    button: m.regular_contacts_waiting_see,
    when: () => 'week',
    href,
  },
  'follow-up-overdue': {
    icon: 'call-back',
    title: m.regular_contacts_waiting_follow_up_late,
    text: m.regular_contacts_waiting_follow_up_text,
    button: m.regular_contacts_waiting_see,
    when: byDay(),
    href,
  },
  'follow-up-due': {
    icon: 'call-back',
    title: m.regular_contacts_waiting_follow_up,
    text: m.regular_contacts_waiting_follow_up_text,
    button: m.regular_contacts_waiting_see,
    when: byDay(),
    href,
    othersWhenAsked: true,
  },
  'contact-lapses': {
    icon: 'call',
    title: m.regular_contacts_waiting_lapses,
    text: m.regular_contacts_waiting_lapses_text,
    button: m.regular_contacts_waiting_see,
    when: () => 'later',
    href,
    othersWhenAsked: true,
  },
})

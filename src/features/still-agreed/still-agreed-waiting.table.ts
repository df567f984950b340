import * as m from '#texts'
import { byDay, type SaidIn, waitingTable } from '#platform/waiting.shared'

type Said = { company: string; since: string; why: string; who: string; what: string; mine: string; date: string }
const titles: Record<string, (v: Said, said?: SaidIn) => string> = {
  stop: m.still_agreed_waiting_stop,
  closed: m.still_agreed_waiting_closed,
  ceased: m.still_agreed_waiting_ceased,
  bankrupt: m.still_agreed_waiting_bankrupt,
  'being-dissolved': m.still_agreed_waiting_being_dissolved,
}
const title = (v: Said, said?: SaidIn) => (titles[v.why] ?? m.still_agreed_waiting_stop)(v, said)
const whose = (text: string, { mine, who }: Said) =>
  mine === '1' || who === '' ? text : `${text} ${m.still_agreed_waiting_who({ who })}`
const shared = {
  title,
  button: m.still_agreed_waiting_button,
  href: ({ companyId }: { companyId: number | null }) => `/virksomheder/${companyId}`,
} as const

/** What waits in still-agreed (`still_agreed_waiting`): what was agreed with companies that said stop or do not go on. */
export const stillAgreedWaiting = waitingTable(['company', 'since', 'why', 'who', 'what', 'mine', 'date'], {
  'agreed-meeting': {
    ...shared,
    of: 'meeting',
    standsForOthers: true,
    icon: 'meeting',
    text: (v) => whose(m.still_agreed_waiting_meeting(v), v),
    when: byDay(),
  },
  'agreed-promise': {
    ...shared,
    of: 'promise',
    standsForOthers: true,
    icon: 'promise',
    text: (v) => whose(m.still_agreed_waiting_promise(v), v),
    when: byDay(),
  },
  'agreed-need': {
    ...shared,
    icon: 'report',
    text: (v) => whose(m.still_agreed_waiting_need(), v),
    when: () => 'week',
  },
  'agreed-time': {
    ...shared,
    of: 'new-time',
    standsForOthers: true,
    icon: 'meeting',
    text: (v) => whose(m.still_agreed_waiting_time(), v),
    when: () => 'today',
  },
  'agreed-back': {
    ...shared,
    icon: 'call-back',
    text: (v) => whose(m.still_agreed_waiting_back(v), v),
    when: byDay(),
  },
  'agreed-wish': {
    ...shared,
    icon: 'call-back',
    text: (v) => whose(m.still_agreed_waiting_wish(), v),
    when: () => 'week',
  },
  'agreed-later': {
    ...shared,
    icon: 'call-back',
    text: (v) => whose(m.still_agreed_waiting_later(v), v),
    when: byDay(),
  },
  'agreed-contact': {
    ...shared,
    of: 'regular-contact',
    standsForOthers: true,
    icon: 'handover',
    text: (v) => whose(m.still_agreed_waiting_contact(), v),
    when: () => 'week',
  },
})

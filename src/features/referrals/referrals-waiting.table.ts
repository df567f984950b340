import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

const href = ({ id }: { id: number }) => `/henvisninger?nr=${id}`
const said = { icon: 'handover', href, when: byDay(), othersWhenAsked: true } as const

/** What waits in referrals (`referrals_waiting`): an answer, a talk, an end; who runs the centre finds someone. */
export const referralsWaiting = waitingTable(['company', 'giver', 'who', 'date'], {
  'referral-stopped': {
    ...said,
    title: m.referrals_waiting_stopped,
    text: m.referrals_waiting_stopped_text,
    button: m.referrals_waiting_see,
    when: () => 'today',
  },
  'referral-late': {
    ...said,
    title: m.referrals_waiting_late,
    text: m.referrals_waiting_late_text,
    button: m.referrals_waiting_see,
    when: () => 'over',
  },
  'referral-nobody': {
    ...said,
    title: m.referrals_waiting_nobody,
    text: m.referrals_waiting_nobody_text,
    button: m.referrals_waiting_find,
    when: () => 'today',
  },
  'referral-reminded': {
    ...said,
    title: m.referrals_waiting_reminded,
    text: m.referrals_waiting_asked_text,
    button: m.referrals_waiting_answer,
    when: ({ days }) => (days < 0 ? 'over' : 'today'),
  },
  'referral-asked': {
    ...said,
    title: m.referrals_waiting_asked,
    text: m.referrals_waiting_asked_text,
    button: m.referrals_waiting_answer,
  },
  'referral-mine': {
    ...said,
    icon: 'call',
    title: m.referrals_waiting_mine,
    text: m.referrals_waiting_mine_text,
    button: m.referrals_waiting_see,
  },
  'referral-unheard': {
    ...said,
    title: m.referrals_waiting_unheard,
    text: m.referrals_waiting_unheard_text,
    button: m.referrals_waiting_see,
  },
  'referral-answered': {
    ...said,
    title: m.referrals_waiting_answered,
    text: m.referrals_waiting_answered_text,
    button: m.referrals_waiting_tell,
  },
  'referral-talked': {
    ...said,
    title: m.referrals_waiting_talked,
    text: m.referrals_waiting_talked_text,
    button: m.referrals_waiting_close,
    when: () => 'today',
  },
})

import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { saysDate, saysNearMoment } from '#web/parts/dates.ts'
import type { showQueue } from './queue.schema.ts'

export type Queue = AnswerOf<typeof showQueue>
export type Row = Queue['next'][number]

const blockedSays: Record<Queue['blocked'][number]['reason'], (values: { count: number }) => string> = {
  'do-not-contact': m.queue_blocked_do_not_contact,
  closed: m.queue_blocked_closed,
  bankrupt: m.queue_blocked_bankrupt,
  'being-dissolved': m.queue_blocked_being_dissolved,
  protected: m.queue_blocked_protected,
  struck: m.queue_blocked_struck,
  running: m.queue_blocked_running,
  'has-meeting': m.queue_blocked_has_meeting,
  wait: m.queue_blocked_wait,
  'in-hearing': m.queue_blocked_in_hearing,
  'no-phone': m.queue_blocked_no_phone,
  answered: m.queue_blocked_answered,
  'under-call': m.queue_blocked_under_call,
  'call-back': m.queue_blocked_call_back,
  'no-answer': m.queue_blocked_no_answer,
  'other-language': m.queue_blocked_other_language,
  skipped: m.queue_blocked_skipped,
  paused: m.queue_paused_now,
  'not-in-list': m.queue_blocked_closed,
}
/** "12 har ro. Den første må ringes op igen 28. februar." */
export const blockedWords = ({ reason, count, nextOn, nextAt }: Queue['blocked'][number]) => {
  const when = nextOn ? saysDate(nextOn) : nextAt && reason !== 'under-call' ? saysNearMoment(nextAt) : null
  return {
    what: blockedSays[reason]({ count }),
    again: when ? m.queue_blocked_next({ when }) : m.queue_blocked_no_date(),
  }
}

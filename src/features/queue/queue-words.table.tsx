import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { saysDate, saysNearMoment } from '#web/parts/dates.ts'
import type { showQueue } from './queue.schema.ts'

export type Queue = AnswerOf<typeof showQueue>
export type Row = Queue['next'][number]

const blockedSays: Record<Queue['blocked'][number]['reason'], (values: { count: number }) => string> = {
  'do-not-contact': m.calls_blocked_do_not_contact,
  closed: m.calls_blocked_closed,
  protected: m.calls_blocked_protected,
  struck: m.calls_blocked_struck,
  'has-meeting': m.calls_blocked_has_meeting,
  waiting: m.calls_blocked_waiting,
  'in-hearing': m.calls_blocked_in_hearing,
  'no-phone': m.calls_blocked_no_phone,
  answered: m.calls_blocked_answered,
  'under-call': m.calls_blocked_under_call,
  'call-back': m.calls_blocked_call_back,
  'no-answer': m.calls_blocked_no_answer,
  skipped: m.calls_blocked_skipped,
  'not-in-list': m.calls_blocked_closed,
}
/** "12 har ro. Den første må ringes op igen 28. februar." */
export const blockedWords = ({ reason, count, nextOn, nextAt }: Queue['blocked'][number]) => {
  const when = nextOn ? saysDate(nextOn) : nextAt && reason !== 'under-call' ? saysNearMoment(nextAt) : null
  return {
    what: blockedSays[reason]({ count }),
    again: when ? m.calls_blocked_next({ when }) : m.calls_blocked_no_date(),
  }
}

export const sizeSays = (row: Pick<Row, 'employees' | 'employeesFrom' | 'employeesTo'>): string | null => {
  if (row.employees !== null) return String(row.employees)
  if (row.employeesFrom === null) return null
  return row.employeesTo === null ? `${row.employeesFrom}+` : `${row.employeesFrom}-${row.employeesTo}`
}

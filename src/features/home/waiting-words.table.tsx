import {
  IconCalendarPlus,
  IconClipboardText,
  IconEar,
  IconHeartHandshake,
  IconListDetails,
  IconPhone,
  IconPhoneIncoming,
  IconTransfer,
  IconUsersPlus,
} from '@tabler/icons-react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { first, saysDate, saysNear, saysNearMoment } from '#web/parts/dates.ts'
import type { Tone } from '#web/parts/StateTag.tsx'
import type { listWaiting } from './home.schema.ts'

export type WaitingRow = AnswerOf<typeof listWaiting>['rows'][number]
const names = [
  'company',
  'what',
  'who',
  'list',
  'count',
  'known',
  'left',
  'answered',
  'schools',
  'contact',
  'course',
  'provider',
  'needs',
  'enrolled',
  'minimum',
  'date',
  'near',
] as const
type Values = Record<(typeof names)[number], string>
type Words = {
  /** Said instead when the promise is mine. */
  mine?: (v: Values) => string
  /** Said instead when nothing was recognised. */
  none?: (v: Values) => string

  icon: typeof IconEar
  title: (v: Values) => string
  text: (v: Values) => string
  button: () => string
  tone?: Tone
}

/** The row's values as words, with its date said; a missing one is left out rather than shown as "undefined". */
const valuesOf = (row: WaitingRow): Values => {
  const { values } = row
  const moment = [values['at'], row.date].find((one) => typeof one === 'string' && one.includes('T'))
  const given: Partial<Record<string, string | number>> = {
    ...values,
    ...(values['school'] && { who: `${values['who']}, ${values['school']}` }),
    ...(row.date && { date: saysDate(row.date), near: saysNear(row.date) }),
    ...(moment && { near: saysNearMoment(String(moment)) }),
  }
  return Object.fromEntries(names.map((name) => [name, String(given[name] ?? '')])) as Values
}

/**
 * What each kind of waiting thing says, with the values that its source gives (`waiting.ts` of the feature): promises `company
 * what who school mine`; hearings `list count known left`, for the coordinator `schools answered`; calls `company list at count`;
 * visits `company who`; bookings `company contact at`; classes `course provider needs enrolled minimum`.
 */
const words: Record<WaitingRow['kind'], Words> = {
  'promise-overdue': {
    icon: IconHeartHandshake,
    title: m.home_waiting_promise_overdue,
    text: m.home_waiting_promise_text,
    mine: m.home_waiting_promise_text_mine,
    button: m.home_waiting_promise_button,
  },
  'promise-due': {
    icon: IconHeartHandshake,
    title: m.home_waiting_promise_due,
    text: m.home_waiting_promise_text,
    mine: m.home_waiting_promise_text_mine,
    button: m.home_waiting_promise_button,
  },
  'promise-orphan': {
    icon: IconHeartHandshake,
    title: m.home_waiting_promise_orphan,
    text: m.home_waiting_promise_orphan_text,
    button: m.home_waiting_promise_orphan_button,
  },
  handover: {
    icon: IconTransfer,
    title: m.home_waiting_handover,
    text: m.home_waiting_handover_text,
    button: m.home_waiting_handover_button,
  },
  'hearing-answer': {
    icon: IconEar,
    title: m.home_waiting_hearing_answer,
    text: m.home_waiting_hearing_answer_text,
    none: m.home_waiting_hearing_answer_text_none,
    button: m.home_waiting_hearing_answer_button,
  },
  'hearing-ends': {
    icon: IconEar,
    title: m.home_waiting_hearing_ends,
    text: m.home_waiting_hearing_ends_text,
    button: m.home_waiting_hearing_ends_button,
  },
  'call-back': {
    icon: IconPhoneIncoming,
    title: m.home_waiting_call_back,
    text: m.home_waiting_call_back_text,
    button: m.home_waiting_call_button,
  },
  'visit-report': {
    icon: IconClipboardText,
    title: m.home_waiting_visit_report,
    text: m.home_waiting_visit_report_text,
    button: m.home_waiting_visit_report_button,
  },
  'booking-new': {
    icon: IconCalendarPlus,
    title: m.home_waiting_booking_new,
    text: m.home_waiting_booking_new_text,
    button: m.home_waiting_booking_new_button,
  },
  'class-short': {
    icon: IconUsersPlus,
    title: m.home_waiting_class_short,
    text: m.home_waiting_class_short_text,
    button: m.home_waiting_class_short_button,
    tone: 'fri',
  },
  'queue-ready': {
    icon: IconPhone,
    title: m.home_waiting_queue_ready,
    text: m.home_waiting_queue_ready_text,
    button: m.home_waiting_call_button,
    tone: 'fri',
  },
  'list-draft': {
    icon: IconListDetails,
    title: m.home_waiting_list_draft,
    text: m.home_waiting_list_draft_text,
    button: m.home_waiting_list_draft_button,
    tone: 'sten',
  },
}

const toneOf = (row: WaitingRow): Tone => (row.when === 'over' ? 'galt' : row.when === 'later' ? 'sten' : 'venter')

/** The sentence under the title. */
const textOf = (row: WaitingRow, { text, mine, none }: Words) => {
  if (mine && row.values['mine'] === 1) return mine
  return none && row.values['known'] === 0 ? none : text
}

/** One waiting thing in words. */
export const saysWaiting = (row: WaitingRow) => {
  const said = words[row.kind]
  const values = valuesOf(row)
  return {
    icon: said.icon,
    title: first(said.title(values)),
    text: first(textOf(row, said)(values)),
    button: said.button(),
    tone: said.tone ?? toneOf(row),
  }
}

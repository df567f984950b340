import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

const said = { icon: 'meeting', href: ({ id }: { id: number }) => `/aktoerer?dag=${id}`, when: byDay() } as const

/** What waits of a partner's regular days (`presence_days_waiting`). */
export const presenceDaysWaiting = waitingTable(['partner', 'hours', 'who', 'date'], {
  'presence-open': {
    ...said,
    title: m.presence_days_waiting_open,
    text: m.presence_days_waiting_text,
    button: m.presence_days_waiting_give,
  },
  'presence-asked': {
    ...said,
    title: m.presence_days_waiting_asked,
    text: m.presence_days_waiting_asked_text,
    button: m.presence_days_waiting_answer,
    othersWhenAsked: true,
  },
  'presence-mine': {
    ...said,
    title: m.presence_days_waiting_mine,
    text: m.presence_days_waiting_text,
    button: m.presence_days_waiting_see,
    othersWhenAsked: true,
  },
  'presence-moved': {
    ...said,
    title: m.presence_days_waiting_moved,
    text: m.presence_days_waiting_text,
    button: m.presence_days_waiting_see,
    othersWhenAsked: true,
  },
  'presence-lost': {
    ...said,
    title: m.presence_days_waiting_lost,
    text: m.presence_days_waiting_lost_text,
    button: m.presence_days_waiting_see,
    othersWhenAsked: true,
  },
  'presence-unasked': {
    ...said,
    title: m.presence_days_waiting_unasked,
    text: m.presence_days_waiting_text,
    button: m.presence_days_waiting_see,
    othersWhenAsked: true,
  },
  'presence-unasked-by': {
    ...said,
    title: m.presence_days_waiting_unasked_by,
    text: m.presence_days_waiting_text,
    button: m.presence_days_waiting_see,
    othersWhenAsked: true,
  },
  'presence-away': {
    ...said,
    title: m.presence_days_waiting_away,
    text: m.presence_days_waiting_text,
    button: m.presence_days_waiting_ask,
  },
  'presence-count': {
    ...said,
    title: m.presence_days_waiting_count,
    text: m.presence_days_waiting_text,
    button: m.presence_days_waiting_write,
    when: () => 'today',
    othersWhenAsked: true,
  },
})

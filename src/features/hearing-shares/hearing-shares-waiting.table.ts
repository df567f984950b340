import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

/** What waits of a review that several share (`hearing_shares_waiting`). */
export const hearingSharesWaiting = waitingTable(['list', 'count', 'who', 'why', 'near'], {
  'hearing-share': {
    icon: 'hearing',
    title: (v, said) =>
      v.count === '1' ? m.hearing_shares_waiting_one(v, said) : m.hearing_shares_waiting_many(v, said),
    text: (v) => (v.why ? m.hearing_shares_waiting_why(v) : m.hearing_shares_waiting_text(v)),
    button: m.hearing_shares_waiting_button,
    when: ({ passed }) => (passed ? 'over' : 'today'),
    href: ({ id }) => `/hoering/${id}`,
    othersWhenAsked: true,
  },
  'hearing-share-back': {
    icon: 'hearing',
    title: (v, said) =>
      v.count === '1' ? m.hearing_shares_waiting_back_one(v, said) : m.hearing_shares_waiting_back_many(v, said),
    text: (v) => (v.why ? m.hearing_shares_waiting_why(v) : m.hearing_shares_waiting_text(v)),
    button: m.hearing_shares_waiting_button,
    when: byDay(6),
    href: ({ id }) => `/hoering/${id}`,
    othersWhenAsked: true,
  },
  'hearing-share-lost': {
    icon: 'hearing',
    title: (v, said) =>
      v.count === '1' ? m.hearing_shares_waiting_lost_one(v, said) : m.hearing_shares_waiting_lost_many(v, said),
    text: m.hearing_shares_waiting_text,
    button: m.hearing_shares_waiting_button,
    when: byDay(6),
    href: ({ id }) => `/hoering/${id}`,
    othersWhenAsked: true,
  },
})

import * as m from '#texts'
import { byDay, type Due, waitingTable } from '#platform/waiting.shared'

const when = ({ days, passed }: Due) => (passed ? 'over' : byDay(6)({ days }))

/** What waits in hearings (`hearings_waiting`): for a school those to answer, for who runs the centre those that end. */
export const hearingsWaiting = waitingTable(['list', 'count', 'known', 'left', 'schools', 'answered', 'near'], {
  'hearing-answer': {
    icon: 'hearing',
    title: m.hearings_waiting_answer,
    text: (v) => (v.known === '0' ? m.hearings_waiting_answer_text_none(v) : m.hearings_waiting_answer_text(v)),
    button: m.hearings_waiting_answer_button,
    when,
    href: ({ id }) => `/hoering/${id}`,
    for: ['hears'],
  },
  'hearing-ends': {
    icon: 'hearing',
    title: m.hearings_waiting_ends,
    text: m.hearings_waiting_ends_text,
    button: m.hearings_waiting_ends_button,
    when,
    href: ({ values }) => `/udtraek/${values['listId']}`,
    for: ['runs'],
  },
})

import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

const said = {
  icon: 'meeting',
  text: m.gatherings_waiting_text,
  button: m.gatherings_waiting_see,
  when: byDay(),
  href: ({ values }: { values: Readonly<Record<string, string | number>> }) =>
    `/arrangementer?nr=${values['gathering']}`,
  othersWhenAsked: true,
} as const

/** What waits of what people come together for (`gatherings_waiting`). */
export const gatheringsWaiting = waitingTable(['what', 'hours', 'who', 'date'], {
  'gathering-up': { ...said, title: m.gatherings_waiting_up },
  'gathering-moved': { ...said, title: m.gatherings_waiting_moved },
  'gathering-lost': { ...said, title: m.gatherings_waiting_lost, text: m.gatherings_waiting_lost_text },
  'gathering-off': { ...said, title: m.gatherings_waiting_off, text: m.gatherings_waiting_off_text },
  'gathering-turn': { ...said, title: m.gatherings_waiting_turn, button: m.gatherings_waiting_answer },
  'gathering-unheld': {
    ...said,
    title: m.gatherings_waiting_unheld,
    text: m.gatherings_waiting_unheld_text,
    button: m.gatherings_waiting_hold,
  },
  'gathering-learnt': {
    ...said,
    title: m.gatherings_waiting_learnt,
    text: m.gatherings_waiting_learnt_text,
    button: m.gatherings_waiting_write,
  },
})

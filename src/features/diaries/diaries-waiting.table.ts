import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'
import { saysProposed } from './proposed-hours.shared.ts'

/** What waits in diaries (`diaries_waiting`): whoever visits first of all, and has said no times yet. */
export const diariesWaiting = waitingTable([], {
  'no-hours': {
    icon: 'meeting',
    title: m.diaries_waiting_no_hours,
    text: () => m.diaries_waiting_no_hours_text(saysProposed),
    button: m.diaries_waiting_no_hours_button,
    when: () => 'today',
    for: ['visits'],
    notFor: ['runs'],
    href: () => '/kalender?hvem=mine',
  },
})

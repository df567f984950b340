import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'

/** What waits of struck companies (`struck_companies_waiting`): whoever struck them is asked to go on with them. */
export const struckCompaniesWaiting = waitingTable(['count', 'list', 'company'], {
  'struck-yours': {
    icon: 'handover',
    title: (v) => (v.count === '1' ? m.struck_companies_waiting_one(v) : m.struck_companies_waiting_many(v)),
    text: m.struck_companies_waiting_text,
    button: m.struck_companies_waiting_button,
    when: () => 'week',
    href: () => '/sorteret-fra',
    for: ['hears'],
  },
})

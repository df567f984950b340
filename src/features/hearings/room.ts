import { asRoom } from '#platform/room'
import { endHearings, openHearingOfList } from './deadlines.ts'
import { lettersDue, writeToContacts } from './hearing-mails.ts'
import { hearingsWaiting } from './hearings-waiting.table.ts'
import { hearingsRoutes } from './hearings.routes.ts'
import { hearingsEvents } from './hearings-events.table.ts'
import { ownStrikesOf } from './strikes.sql.ts'

export const room = asRoom({
  name: 'hearings',
  owns: [
    'hearing',
    'hearing_answer',
    'hearing_asking',
    'hearing_letter_due',
    'strike',
    'strike_origin',
    'kept_on_list',
    'own_strike_now',
    'lapsed_strike',
    'own_decision',
    'own_hearing_open',
    'hearer_now',
    'hearings_waiting',
  ],
  routes: hearingsRoutes,
  jobs: [writeToContacts],
  sweeps: [endHearings, lettersDue],
  waiting: { view: 'hearings_waiting', kinds: hearingsWaiting.kinds },
  looseEnds: openHearingOfList,
  ownStrikes: ownStrikesOf,
  verbs: hearingsEvents,
})

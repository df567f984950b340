import { asRoom } from '#platform/room'
import { lapseContacts } from './lapsing.ts'
import { contactsOpen, deputiesPass, moveContacts } from './loose-ends.ts'
import { contactsPass } from './offers.ts'
import { regularContactsEvents } from './regular-contacts-events.table.ts'
import { regularContactsWaiting } from './regular-contacts-waiting.table.ts'
import { whoFits } from './regular-contacts.ts'
import { regularContactsRoutes } from './regular-contacts.routes.ts'

export const room = asRoom({
  name: 'regular-contacts',
  owns: [
    'regular_contact',
    'follow_up',
    'contact_offer',
    'contact_claim',
    'regular_contact_now',
    'regular_contact_lapses',
    'regular_contacts_waiting',
  ],
  routes: regularContactsRoutes,
  sweeps: [lapseContacts],
  waiting: { view: 'regular_contacts_waiting', kinds: regularContactsWaiting.kinds },
  looseEnds: contactsOpen,
  whenLeaving: {
    'regular-contact': contactsPass,
    deputy: deputiesPass,
    ...{ 'contact-offer': 'ends', 'contact-claim': 'ends' },
  },
  verbs: regularContactsEvents,
  fits: whoFits,
  moves: moveContacts,
})

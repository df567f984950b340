import { asRoom } from '#platform/room'
import { anyPair, forgetAllPairs } from './pairs-said.sql.ts'
import { compareDue, onFiles, resolveAllSoon, resolveContacts } from './resolve-contacts.ts'
import { sealContacts, sealingDue } from './seal-contacts.ts'
import { markPairs } from './seal-contacts.sql.ts'

export const room = asRoom({
  name: 'matching',
  owns: ['contact_match', 'contact_resolved', 'comparison_due', 'pair_said', 'contact_sealing_due'],
  routes: [],
  jobs: [resolveContacts, sealContacts],
  sweeps: [compareDue, sealingDue],
  contactsSealing: markPairs,
  contactsDeleted: forgetAllPairs,
  ofContacts: anyPair,
  filesChanged: onFiles,
  // Whether a workplace is another company than its legal one is weighed with the rest.
  leadershipDecided: resolveAllSoon,
})

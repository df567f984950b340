import { asRoom } from '#platform/room'
import { compareDue, onFiles, resolveAllSoon, resolveContacts } from './resolve-contacts.ts'

export const room = asRoom({
  name: 'matching',
  owns: ['contact_match', 'contact_resolved', 'comparison_due', 'pair_said'],
  routes: [],
  jobs: [resolveContacts],
  sweeps: [compareDue],
  filesChanged: onFiles,
  // Whether a workplace is another company than its legal one is weighed with the rest.
  leadershipDecided: resolveAllSoon,
})

import { asRoom } from '#platform/room'
import { compareDue, onFiles, resolveContacts } from './resolve-contacts.ts'

export const room = asRoom({
  name: 'matching',
  owns: ['contact_match', 'contact_resolved', 'comparison_due', 'pair_said'],
  routes: [],
  jobs: [resolveContacts],
  sweeps: [compareDue],
  filesChanged: onFiles,
})

import { asRoom } from '#platform/room'
import { onFiles, resolveContacts } from './resolve-contacts.ts'

export const room = asRoom({
  name: 'matching',
  owns: ['contact_match', 'contact_resolved', 'pair_said'],
  routes: [],
  jobs: [resolveContacts],
  filesChanged: onFiles,
})

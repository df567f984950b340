import { asRoom } from '#platform/room'
import { ownNotes } from './notes.ts'
import { notesEvents } from './notes-events.table.ts'
import { notesRoutes } from './notes.routes.ts'

export const room = asRoom({
  name: 'notes',
  owns: ['company_note', 'unsafe_leavers_notes_go'],
  routes: notesRoutes,
  personal: ownNotes,
  verbs: notesEvents,
})

import { asRoom } from '#platform/room'
import { notesEvents } from './notes-events.table.ts'
import { notesRoutes } from './notes.routes.ts'

export const room = asRoom({ name: 'notes', owns: ['company_note'], routes: notesRoutes, verbs: notesEvents })

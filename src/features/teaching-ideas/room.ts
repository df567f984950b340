import { asRoom } from '#platform/room'
import { teachingIdeasEvents } from './teaching-ideas-events.table.ts'
import { teachingIdeasRoutes } from './teaching-ideas.routes.ts'
import { ideasOpen } from './teaching-ideas.ts'

export const room = asRoom({
  name: 'teaching-ideas',
  owns: ['teaching_idea', 'teaching_idea_told'],
  routes: teachingIdeasRoutes,
  looseEnds: ideasOpen,
  whenLeaving: { 'teaching-idea': 'coordinators' },
  verbs: teachingIdeasEvents,
})

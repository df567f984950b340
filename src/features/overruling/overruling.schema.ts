/** What was overruled counts again. */
import { endpoint, Id, z } from '#platform/endpoint'
import { Answered } from '../calls/calls.schema.ts'
import { coordinators } from '../centre/roles.ts'

/** A meeting that was called off with the answer is not booked again. */
export const undoCorrection = endpoint({
  name: 'undoCorrection',
  method: 'DELETE',
  path: '/api/calls/{id}/corrections',
  summary: 'The answer was right after all: it counts again, and what took its place is taken back',
  can: coordinators,
  params: z.object({ id: Id }),
  answer: Answered,
  problems: ['not-found', 'not-allowed', 'already-corrected', 'own-answer-over'],
})

/** What the one who comes along wants to learn at a visit: read and written by the two who go. */
import { endpoint, Id, Moment, Words, z } from '#platform/endpoint'
import { showBooking } from '../bookings/bookings.schema.ts'
import { visitors } from '../centre/roles.ts'

const ById = z.object({ id: Id })
export const LearningAim = z.object({
  /** Who comes along, and who goes first. */
  learner: z.object({ personId: z.int(), name: z.string() }),
  other: z.object({ personId: z.int(), name: z.string() }),
  words: z.string(),
  writtenBy: z.nullable(z.string()),
  /** Null: nobody has written one. */
  saidAt: z.nullable(Moment),
  can: z.object({ write: z.boolean() }),
})
export const showLearningAim = endpoint({
  name: 'showLearningAim',
  method: 'GET',
  path: '/api/bookings/{id}/learning-aim',
  within: showBooking,
  summary: 'What the one who comes along wants to learn: for the two who go, and nobody else',
  can: visitors,
  params: ById,
  answer: z.object({ aim: z.nullable(LearningAim) }),
  problems: ['not-found'],
})
export const writeLearningAim = endpoint({
  name: 'writeLearningAim',
  method: 'PUT',
  path: '/api/bookings/{id}/learning-aim',
  within: showBooking,
  summary:
    'Write it: who comes along always, who goes first as long as there is none. `saidAt` is the version that was seen',
  can: visitors,
  params: ById,
  body: z.object({ words: Words(500), saidAt: z.nullable(Moment) }),
  answer: z.object({ aim: z.nullable(LearningAim) }),
  problems: ['not-found', 'not-allowed', 'changed-meanwhile'],
})

/** A workplace that went to another company: whether what the old one said holds for it too. */
import { endpoint, Id, Moment, named, z } from '#platform/endpoint'
import { coordinators, staff } from '../centre/roles.ts'

export const heldKinds = ['wait', 'stop', 'regular-contact'] as const
export const MovedPlace = named(
  'MovedPlace',
  z.object({
    id: z.int(),
    companyId: z.int(),
    /** The company it was of. */
    from: z.string(),
    movedAt: Moment,
    /** What the old company said of all of it, and holds here meanwhile. */
    held: z.array(z.enum(heldKinds)),
    can: z.object({ answer: z.boolean() }),
  }),
)
export const listMovedPlaces = endpoint({
  name: 'listMovedPlaces',
  method: 'GET',
  path: '/api/moved-places',
  summary: 'Whether a workplace went to another company, and what is to be said about it',
  can: staff,
  query: z.object({ companyId: Id }),
  answer: z.object({ rows: z.array(MovedPlace) }),
})
export const answerMovedPlace = endpoint({
  name: 'answerMovedPlace',
  method: 'POST',
  path: '/api/moved-places/{id}/answers',
  summary: 'What the old company said holds here too, or does not',
  can: coordinators,
  status: 201,
  params: z.object({ id: Id }),
  body: z.object({ holds: z.boolean() }),
  answer: z.object({ rows: z.array(MovedPlace) }),
  problems: ['not-found'],
})

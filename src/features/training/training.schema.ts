/** Invented companies to practise on: what a caller would see of them, and what is heard on the phone. */
import { endpoint, named, z } from '#platform/endpoint'
import { callers } from '../centre/roles.ts'
import { Held } from '../calls/calls.schema.ts'
import { FreeSlots } from '../free-slots/free-slots.schema.ts'
import { Answer } from '../may-contact/answers.schema.ts'

export const Exercise = named(
  'Exercise',
  z.object({
    /** As it would stand under call; its number is below zero: no company has it. */
    company: Held,
    /** What the company says when one rings. */
    hears: z.string(),
    /** The answers that fit, the best first. */
    fits: z.array(Answer),
    /** Why those. */
    because: z.string(),
  }),
)
export const showTraining = endpoint({
  name: 'showTraining',
  method: 'GET',
  path: '/api/training',
  summary: 'Invented companies and times to practise calling on; nothing of it can be booked or answered for',
  can: callers,
  answer: z.object({ rows: z.array(Exercise), slots: FreeSlots }),
})

/** Whom a caller asks when there is nobody to call. */
import { endpoint, z } from '#platform/endpoint'
import { callers } from '../centre/roles.ts'

export const listWhomToAsk = endpoint({
  name: 'listWhomToAsk',
  method: 'GET',
  path: '/api/calls/whom-to-ask',
  summary: 'Who runs the outreach, by name: asked when nobody can be called, and another must mend it',
  can: callers,
  answer: z.object({ names: z.array(z.string()) }),
})

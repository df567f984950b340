/** What the callers say, in versions. */
import { endpoint, Id, Moment, named, Words, z } from '#platform/endpoint'
import { callers, coordinators } from '../centre/roles.ts'

export const Script = named(
  'Script',
  z.object({
    id: z.int(),
    listId: z.int(),
    version: z.int(),
    body: z.string(),
    writtenBy: z.nullable(z.string()),
    writtenAt: Moment,
  }),
)
export const listScripts = endpoint({
  name: 'listScripts',
  method: 'GET',
  path: '/api/contact-lists/{listId}/scripts',
  summary: 'Versions of what the callers say, newest first',
  can: callers,
  params: z.object({ listId: Id }),
  answer: z.object({ rows: z.array(Script) }),
  problems: ['not-found'],
})
export const writeScript = endpoint({
  name: 'writeScript',
  method: 'POST',
  path: '/api/contact-lists/{listId}/scripts',
  summary: 'A new version of what the callers say',
  can: coordinators,
  status: 201,
  params: z.object({ listId: Id }),
  body: z.object({ body: Words(6000), version: z.int() }),
  answer: Script,
  problems: ['not-found', 'changed-meanwhile'],
})

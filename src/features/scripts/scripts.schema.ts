/** What the callers say, in versions. */
import { endpoint, Id, Moment, named, Words, z } from '#platform/endpoint'
import { callers, coordinators } from '../centre/roles.ts'
import { showContactList } from '../lists/lists.schema.ts'

/** So long may a script be, a list's and a campaign's. */
export const longestScript = 12_000

export const Script = named(
  'Script',
  z.object({
    /** Null: the default, which nobody has said or changed yet. */
    id: z.nullable(z.int()),
    /** Null: what is said outside any list. */
    listId: z.nullable(z.int()),
    version: z.int(),
    /** Plain text; what begins a block says what it is (steps, what companies may say, questions): `script-parts.shared.ts`. */
    body: z.string(),
    writtenBy: z.nullable(z.string()),
    /** Null as long as `id` is. */
    writtenAt: z.nullable(Moment),
  }),
)
export const listScripts = endpoint({
  name: 'listScripts',
  method: 'GET',
  path: '/api/contact-lists/{listId}/scripts',
  within: showContactList,
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
  body: z.object({ body: Words(longestScript), version: z.int() }),
  answer: Script,
  problems: ['not-found', 'changed-meanwhile'],
})

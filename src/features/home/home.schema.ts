import { endpoint, named, z } from '#platform/endpoint'
import { insiders } from '../centre/roles.ts'
import { waitingKindNames } from './waiting-kinds.table.ts'

const values = z.record(z.string(), z.union([z.string(), z.number()]))
/** One thing to do. Its words are the kind's, in the table of the room it belongs to; values fill them. */
export const Waiting = named(
  'Waiting',
  z.object({
    kind: z.enum(waitingKindNames),
    when: z.enum(['over', 'today', 'week', 'later']),
    values,
    date: z.nullable(z.string()),
    href: z.string(),
    /** What else waits of the same thing, for which this row stands. */
    also: z.array(z.object({ kind: z.enum(waitingKindNames), values })),
  }),
)
export const listWaiting = endpoint({
  name: 'listWaiting',
  method: 'GET',
  path: '/api/waiting',
  summary: 'What waits for me, worst first',
  can: insiders,
  query: z.object({ others: z.optional(z.enum(['true', 'false'])) }),
  answer: z.object({
    rows: z.array(Waiting),
    done: z.array(z.object({ text: z.string(), href: z.string() })),
    /** May ask for what others have. */
    can: z.object({ others: z.boolean() }),
  }),
})

import { endpoint, Moment, named, z } from '#platform/endpoint'
import { Role } from '../centre/centre.schema.ts'
import { beginners } from '../centre/roles.ts'

/** In the order in which a centre usually takes them; any other will do. */
export const firstSteps = ['made', 'people', 'companies', 'rules', 'hours', 'list', 'call', 'contacts'] as const
export const waitsFor = ['companies', 'hours', 'list', 'hearing'] as const
const Step = z.object({
  name: z.enum(firstSteps),
  done: z.boolean(),
  /** So many are done of so many, where there are several. */
  count: z.nullable(z.int()),
  of: z.nullable(z.int()),
  /** What must be there before: only the first call has any. */
  waitsFor: z.array(z.enum(waitsFor)),
})
/** Someone without whom the centre cannot begin: whoever runs it, and one who leads each school. */
const Someone = z.object({
  role: Role,
  school: z.nullable(z.object({ id: z.int(), name: z.string() })),
  name: z.nullable(z.string()),
  state: z.enum(['nobody', 'invited', 'copied', 'opened', 'in']),
  at: z.nullable(Moment),
  invitationId: z.nullable(z.int()),
})
export const FirstDay = named(
  'FirstDay',
  z.object({
    /** Ready: the first call was made, lately enough to be told of. */
    state: z.enum(['under-way', 'ready', 'past']),
    firstCallAt: z.nullable(Moment),
    centre: z.object({ name: z.string(), madeAt: Moment }),
    schools: z.int(),
    /** Who runs or keeps the centre. */
    who: z.array(z.object({ name: z.string(), role: Role })),
    steps: z.array(Step),
    people: z.array(Someone),
    /** Where a made-up centre can be looked at; null: nobody has set one up. */
    examples: z.nullable(z.string()),
  }),
)
export const showFirstDay = endpoint({
  name: 'showFirstDay',
  method: 'GET',
  path: '/api/waiting/first-day',
  summary: 'How far a new centre has come on the way to its first call',
  can: beginners,
  answer: FirstDay,
})

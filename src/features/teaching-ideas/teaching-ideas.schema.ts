/** Ideas for courses and forms of teaching, followed until something came of them. */
import { CalendarDate, endpoint, Id, MaybeWords, named, Words, z } from '#platform/endpoint'
import { visitors } from '../centre/roles.ts'

export const ideaStates = ['new', 'looking', 'became', 'not-now'] as const
const Somebody = z.object({ id: z.int(), name: z.string() })
export const TeachingIdea = named(
  'TeachingIdea',
  z.object({
    id: z.int(),
    title: z.string(),
    told: z.string(),
    by: z.string(),
    on: CalendarDate,
    follower: z.nullable(Somebody),
    state: z.enum(ideaStates),
    cameOf: z.string(),
    version: z.int(),
    can: z.object({ change: z.boolean() }),
  }),
)
const ById = z.object({ id: Id })
export const listTeachingIdeas = endpoint({
  name: 'listTeachingIdeas',
  method: 'GET',
  path: '/api/teaching-ideas',
  summary:
    'Ideas for courses and forms of teaching: open ones first, then the last hundred that something or nothing came of',
  can: visitors,
  answer: z.object({ rows: z.array(TeachingIdea) }),
})
export const putTeachingIdea = endpoint({
  name: 'putTeachingIdea',
  method: 'POST',
  path: '/api/teaching-ideas',
  summary: 'An idea: it stands on each agenda until something came of it, or not now',
  can: visitors,
  status: 201,
  body: z.object({ title: Words(200), told: z._default(MaybeWords(1000), '') }),
  answer: TeachingIdea,
})
export const changeTeachingIdea = endpoint({
  name: 'changeTeachingIdea',
  method: 'PUT',
  path: '/api/teaching-ideas/{id}',
  summary: 'How far an idea is, who follows it, and what came of it',
  can: visitors,
  params: ById,
  body: z.object({
    state: z.enum(ideaStates),
    followerId: z.nullable(z.int()),
    cameOf: MaybeWords(300),
    version: z.int(),
  }),
  answer: TeachingIdea,
  problems: ['not-found', 'not-allowed', 'changed-meanwhile'],
})

import { endpoint, MaybeWords, named, Words, z } from '#platform/endpoint'
import { roles, settlers } from './roles.ts'

const most = 60
const RoleWords = z.object(Object.fromEntries(roles.map((role) => [role, z.optional(MaybeWords(most))])))
/** What a centre calls things, as it writes them, in every language; what is empty is said in our word. */
export const Names = named(
  'Names',
  z.object({
    centre: Words(160),
    hasCouncil: z.boolean(),
    councilName: z.nullable(MaybeWords(most)),
    /** The school that houses the centre, and what that is called. */
    hostSchoolId: z.nullable(z.int()),
    host: z.nullable(MaybeWords(most)),
    roles: RoleWords,
  }),
)
export const showNames = endpoint({
  name: 'showNames',
  method: 'GET',
  path: '/api/names',
  summary: 'What the centre calls its council, its host and its roles',
  can: settlers,
  answer: Names,
})
export const changeNames = endpoint({
  name: 'changeNames',
  method: 'PUT',
  path: '/api/names',
  summary: 'Say what the centre calls things',
  can: settlers,
  body: Names,
  answer: Names,
  problems: ['not-found'],
})

import { endpoint, named, z } from '#platform/endpoint'
import { roles, settlers } from './roles.ts'

export const Role = named('Role', z.enum(roles))
// ---- The centre's rules ----------------------------------------------------------------------------
export const Rules = named(
  'Rules',
  z.object({
    /** What a school's silence at the deadline of a hearing means: its companies go on, or wait for an answer. */
    silence: z.enum(['goes-on', 'waits']),
    laterMonths: z.int().check(z.minimum(1), z.maximum(24)),
    notInterestedMonths: z.int().check(z.minimum(1), z.maximum(36)),
    strikeMonths: z.int().check(z.minimum(1), z.maximum(36)),
    noAnswerHours: z.int().check(z.minimum(1), z.maximum(168)),
    noAnswerTries: z.int().check(z.minimum(1), z.maximum(20)),
    noAnswerRestDays: z.int().check(z.minimum(1), z.maximum(180)),
    visitMinutes: z.int().check(z.minimum(15), z.maximum(240)),
    /** How many workplaces of a company a list takes: of one leadership, and where it is shared. */
    companyPlaces: z.int().check(z.minimum(1), z.maximum(10)),
    sharedPlaces: z.int().check(z.minimum(1), z.maximum(20)),
  }),
)
export const showRules = endpoint({
  name: 'showRules',
  method: 'GET',
  path: '/api/rules',
  summary: 'The rules the centre has chosen',
  can: 'anyone',
  answer: Rules,
})
export const changeRules = endpoint({
  name: 'changeRules',
  method: 'PUT',
  path: '/api/rules',
  summary: 'Choose the rules of the centre',
  can: settlers,
  body: Rules,
  answer: Rules,
})

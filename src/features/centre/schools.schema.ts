import { endpoint, named, Words, z } from '#platform/endpoint'
import { settlers } from './roles.ts'

export const School = named(
  'School',
  z.object({
    id: z.int(),
    name: z.string(),
    kind: z.string(),
    institution: z.nullable(z.string()),
    municipality: z.nullable(z.int()),
    mailDomain: z.nullable(z.string()),
  }),
)
export const schoolKinds = ['technical', 'health', 'business', 'food', 'transport', 'vuc', 'amu', 'other'] as const
const SchoolForm = z.object({
  name: Words(160),
  kind: z.enum(schoolKinds),
  institution: z.optional(z.nullable(z.string().check(z.maxLength(6)))),
  municipality: z.optional(z.nullable(z.int())),
  mailDomain: z.optional(z.nullable(z.string().check(z.maxLength(120)))),
})
export const listSchools = endpoint({
  name: 'listSchools',
  method: 'GET',
  path: '/api/schools',
  summary: 'The schools of the centre',
  can: 'anyone',
  answer: z.object({ rows: z.array(School) }),
})
export const addSchool = endpoint({
  name: 'addSchool',
  method: 'POST',
  path: '/api/schools',
  summary: 'Add a school',
  can: settlers,
  status: 201,
  body: SchoolForm,
  answer: School,
  problems: ['already-exists'],
})

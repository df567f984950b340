import { endpoint, Id, MaybeWords, named, Nothing, Seen, Words, z } from '#platform/endpoint'
import { municipalities } from '../official-codes/municipalities.table.ts'
import { settlers } from './roles.ts'

export const School = named(
  'School',
  z.object({
    id: z.int(),
    name: z.string(),
    /** One of `schoolKinds`, or the centre's own word for what we have none for. */
    kind: z.string(),
    institution: z.nullable(z.string()),
    municipality: z.nullable(z.int()),
    address: z.nullable(z.string()),
    mailDomain: z.nullable(z.string()),
    /** Houses the centre. */
    host: z.boolean(),
    can: z.object({ change: z.boolean() }),
  }),
)
export const schoolKinds = [
  ...['technical', 'health', 'business', 'food', 'transport', 'vuc', 'amu'],
  ...['language', 'fgu', 'academy', 'production', 'other'],
] as const
const codes = new Set(municipalities.map(({ code }) => code))
const SchoolForm = z.object({
  name: Words(160),
  kind: Words(60),
  /** Six signs, the first of some a letter (`A04441`). */
  institution: z.nullable(z.string().check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z\d]\d{5}$/))),
  municipality: z.nullable(z.int().check(z.refine((code) => codes.has(code)))),
  address: z.nullable(MaybeWords(200)),
  mailDomain: z.nullable(z.string().check(z.trim(), z.maxLength(120))),
})
/** Of a new one the rest may be said later. */
const NewSchool = z.extend(z.partial(SchoolForm), { name: SchoolForm.shape.name, kind: SchoolForm.shape.kind })
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
  body: NewSchool,
  answer: School,
  problems: ['already-exists'],
})
export const changeSchool = endpoint({
  name: 'changeSchool',
  method: 'PUT',
  path: '/api/schools/{id}',
  summary: 'Put right what stands of a school',
  can: settlers,
  params: z.object({ id: Id }),
  body: z.extend(SchoolForm, { seen: Seen }),
  answer: School,
  problems: ['already-exists', 'not-found', 'changed-meanwhile'],
})
export const removeSchool = endpoint({
  name: 'removeSchool',
  method: 'DELETE',
  path: '/api/schools/{id}',
  summary: 'A school that nothing hangs on was none of ours',
  can: settlers,
  params: z.object({ id: Id }),
  answer: Nothing,
  problems: ['school-in-use', 'not-found'],
})

/** A note on a company: what does not fit in a report. Who reads it is chosen as it is written. */
import { endpoint, Id, Moment, named, Nothing, Words, z } from '#platform/endpoint'
import { staff } from '../centre/roles.ts'

/** All schools' people, the own school's, or the writer alone. */
export const readers = ['centre', 'school', 'personal'] as const
export const CompanyNote = named(
  'CompanyNote',
  z.object({
    id: z.int(),
    companyId: z.int(),
    words: z.string(),
    visibility: z.enum(readers),
    writtenAt: Moment,
    who: z.string(),
    school: z.nullable(z.string()),
    can: z.object({ remove: z.boolean() }),
  }),
)
export const writeNote = endpoint({
  name: 'writeNote',
  method: 'POST',
  path: '/api/notes',
  summary: 'Write a note on a company, and choose who reads it',
  can: staff,
  status: 201,
  body: z.object({ companyId: z.int(), words: Words(2000), visibility: z.enum(readers) }),
  answer: CompanyNote,
  problems: ['not-found'],
})
export const listNotes = endpoint({
  name: 'listNotes',
  method: 'GET',
  path: '/api/notes',
  summary: 'Notes on a company that who asks may read, the latest first',
  can: staff,
  query: z.object({ companyId: Id }),
  answer: z.object({
    rows: z.array(CompanyNote),
    /** Who may be chosen to read one: who belongs to no school has none. */
    readers: z.array(z.enum(readers)),
  }),
  problems: ['not-found'],
})
export const removeNote = endpoint({
  name: 'removeNote',
  method: 'DELETE',
  path: '/api/notes/{id}',
  summary: 'Take my note away: its words are gone',
  can: staff,
  params: z.object({ id: Id }),
  answer: Nothing,
  problems: ['not-found'],
})

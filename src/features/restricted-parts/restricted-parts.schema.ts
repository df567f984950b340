/** The sensitive part of a report: words, and who reads them beside their writer. */
import { endpoint, Moment, named, Words, z } from '#platform/endpoint'
import { visitors } from '../centre/roles.ts'

/** More than a working group has. */
export const mostReaders = 20
const Readers = z.array(z.int()).check(z.maxLength(mostReaders))

export const RestrictedPartForm = named(
  'RestrictedPartForm',
  z.object({
    words: Words(8000),
    /** People of the schools and the centre; nobody: for its writer alone. */
    readers: Readers,
  }),
)
/** Half-written: nothing is required. */
export const RestrictedPartDraft = z.object({ words: z.string().check(z.maxLength(8000)), readers: Readers })
export type RestrictedPartDraft = z.infer<typeof RestrictedPartDraft>

const Reader = z.object({ id: z.int(), name: z.string() })
/** As its readers see it; for all others it is not there. */
export const RestrictedPart = named(
  'RestrictedPart',
  z.object({
    words: z.string(),
    by: Reader,
    /** Beside its writer. */
    readers: z.array(Reader),
    writtenAt: Moment,
    /** Send it back when changing. */
    version: z.int(),
    /** Whoever asks wrote it. */
    mine: z.boolean(),
  }),
)
export type RestrictedPart = z.infer<typeof RestrictedPart>

export const listReportReaders = endpoint({
  name: 'listReportReaders',
  method: 'GET',
  path: '/api/report-readers',
  summary: 'Who may be let in to the sensitive part of a report: people of the schools and the centre who read reports',
  can: visitors,
  answer: z.object({ rows: z.array(z.extend(Reader, { school: z.nullable(z.string()) })) }),
})

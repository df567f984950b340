/** Searches of reports that somebody keeps for himself. */
import { endpoint, Id, named, Nothing, Words, z } from '#platform/endpoint'
import { staff } from '../centre/roles.ts'
import { ReportFilter } from './reports.schema.ts'

/** Counting stops here: whoever has more looks anyway. */
export const mostFresh = 100
export const ReportSearch = named(
  'ReportSearch',
  z.object({
    id: z.int(),
    name: z.string(),
    filter: z.strictObject(ReportFilter),
    /** Reports of others that have come since I looked, at most `mostFresh`. */
    fresh: z.int(),
  }),
)
const ById = z.object({ id: Id })
export const listReportSearches = endpoint({
  name: 'listReportSearches',
  method: 'GET',
  path: '/api/reports/searches',
  summary: 'My kept searches, by name, with what has come since I looked',
  can: staff,
  answer: z.object({ rows: z.array(ReportSearch) }),
})
export const keepReportSearch = endpoint({
  name: 'keepReportSearch',
  method: 'POST',
  path: '/api/reports/searches',
  summary: 'Keep a search under a name; one of the same name is another from now on',
  can: staff,
  status: 201,
  body: z.object({ name: Words(60), filter: z.strictObject(ReportFilter) }),
  answer: ReportSearch,
  problems: ['too-many-searches'],
})
export const lookAtReportSearch = endpoint({
  name: 'lookAtReportSearch',
  method: 'POST',
  path: '/api/reports/searches/{id}/looks',
  summary: 'I have seen what is there; only I know',
  can: staff,
  status: 201,
  params: ById,
  answer: ReportSearch,
  problems: ['not-found'],
})
export const removeReportSearch = endpoint({
  name: 'removeReportSearch',
  method: 'DELETE',
  path: '/api/reports/searches/{id}',
  summary: 'A kept search is mine no more; the reports stay',
  can: staff,
  params: ById,
  answer: Nothing,
  problems: ['not-found'],
})

import { CalendarDate, endpoint, Id, MaybeWords, Moment, named, Page, PageQuery, z } from '#platform/endpoint'
import { staff, visitors } from '../centre/roles.ts'
import { sizes } from '../companies/companies.schema.ts'
import { showVisit } from '../visits/visits.schema.ts'
import { educationCodes, isSensitive, obstacleCodes, taskCodes } from '../visits/topics.table.ts'

const listed = <Code extends string>(codes: readonly Code[]) => codes.filter((code) => !isSensitive(code))
export const educations = listed(educationCodes)

/**
 * What reports may be found by. Whose they are is no such thing, but for one's own: nobody's are looked for, sorted or counted by who wrote them
 * (domain.md, rule 9). What no list names (dyslexia teaching) cannot be chosen.
 */
export const ReportFilter = {
  /** Words of theirs, or of the company's name. */
  text: z.optional(MaybeWords(100)),
  /** The first digits of an industry code. */
  industry: z.optional(z.string().check(z.regex(/^\d{2,6}$/))),
  municipality: z.optional(z.coerce.number<string | number>().check(z.int(), z.minimum(1), z.maximum(999))),
  /** Of the place visited, as it was on that day. */
  size: z.optional(z.enum(sizes)),
  education: z.optional(z.enum(educations)),
  topic: z.optional(z.enum(taskCodes)),
  obstacle: z.optional(z.enum(obstacleCodes)),
  /** `open`: something they need waits for an answer. */
  needs: z.optional(z.enum(['open'])),
  from: z.optional(CalendarDate),
  to: z.optional(CalendarDate),
  /** Those that I wrote, or went along to. */
  whose: z.optional(z.enum(['mine'])),
}
const Filter = z.strictObject(ReportFilter)
export type ReportFilter = z.output<typeof Filter>
/** In the order in which a sentence says them. */
export const filterKeys = [
  'text',
  'industry',
  'municipality',
  'size',
  'education',
  'topic',
  'obstacle',
  'needs',
  'from',
  'to',
  'whose',
] as const satisfies readonly (keyof ReportFilter)[]

/** A report as a list shows it: the company's words first. Without what no list names. */
export const ReportRow = named(
  'ReportRow',
  z.object({
    id: z.int(),
    companyId: z.int(),
    company: z.string(),
    town: z.nullable(z.string()),
    /** As it was on that day, as are municipality and industry. */
    employees: z.nullable(z.int()),
    municipality: z.nullable(z.string()),
    industry: z.nullable(z.string()),
    /** It wants no advertising: a list that leaves the house says so. */
    protected: z.boolean(),
    visitedAt: Moment,
    /** Their own words; open ones first. */
    quotes: z.array(z.object({ words: z.string(), education: z.nullable(z.string()), open: z.boolean() })),
    /** The beginning of the report, where no need was written down. */
    about: z.string(),
    topics: z.array(z.string()),
    /** Who went. */
    people: z.array(z.string()),
    promises: z.array(z.object({ what: z.string(), dueOn: CalendarDate, open: z.boolean() })),
    /** Who reads its sensitive part, for who does; else null, as where there is none. */
    readers: z.nullable(z.array(z.string())),
  }),
)
export const listReports = endpoint({
  name: 'listReports',
  method: 'GET',
  path: '/api/reports',
  summary: 'Visit reports of all schools, newest visit first; never by who wrote them, but for one’s own',
  can: staff,
  query: z.strictObject({ ...PageQuery, ...ReportFilter }),
  answer: Page(ReportRow),
  problems: ['bad-cursor'],
})
const Counted = { count: z.int(), more: z.boolean() }
export const countReports = endpoint({
  name: 'countReports',
  method: 'GET',
  path: '/api/reports/count',
  summary:
    'How many reports are found, of how many; where none is, how many would be without each part of the filter. At most 10,000',
  can: staff,
  query: Filter,
  answer: z.object({
    ...Counted,
    all: z.object(Counted),
    without: z.array(z.object({ filter: z.enum(filterKeys), count: z.int() })),
  }),
})

/** A report as it was worded before it was mended. */
export const listWordings = endpoint({
  name: 'listWordings',
  method: 'GET',
  path: '/api/visits/{id}/wordings',
  summary: 'How a report was worded before it was mended, the latest first',
  can: staff,
  within: showVisit,
  params: z.object({ id: Id }),
  answer: z.object({
    rows: z.array(
      z.object({
        /** When it was mended, and by whom. */
        changedAt: Moment,
        by: z.nullable(z.string()),
        about: z.string(),
        needs: z.array(z.string()),
        topics: z.array(z.string()),
      }),
    ),
  }),
})

export const listBegunReports = endpoint({
  name: 'listBegunReports',
  method: 'GET',
  path: '/api/visit-drafts/begun',
  summary: 'Reports that I have begun and not sent, the latest first',
  can: visitors,
  answer: z.object({
    rows: z.array(
      z.object({
        companyId: z.int(),
        /** Null: nobody had booked. */
        bookingId: z.nullable(z.int()),
        company: z.string(),
        savedAt: Moment,
      }),
    ),
  }),
})

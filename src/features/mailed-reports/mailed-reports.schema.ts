/** Mails about visits that lie in nobody's draft: a person reads each, and gives it to one who went, or lays it aside. */
import { CalendarDate, endpoint, Id, Moment, named, Nothing, z } from '#platform/endpoint'
import { coordinators } from '../centre/roles.ts'
import { MailText, Vouched } from '../incoming-mails/incoming-mails.schema.ts'

/**
 * Why it waits: nobody of the house wrote it; our mail server says that its sender is made up; its sender did not go; the meeting was not held; its
 * report was sent; it came long after.
 */
export const parkedWhy = ['stranger', 'forged', 'not-there', 'not-held', 'reported', 'ended'] as const
export type Parked = (typeof parkedWhy)[number]

const Person = z.object({ id: z.int(), name: z.string() })
export const MailedReport = named(
  'MailedReport',
  z.object({
    id: z.int(),
    meeting: z.object({ id: z.int(), company: z.string(), startsAt: Moment }),
    /** Whose address of the house it says it comes from; null: nobody's. */
    person: z.nullable(Person),
    fromName: z.string(),
    fromAddress: z.string(),
    vouched: Vouched,
    parked: z.enum(parkedWhy),
    subject: z.string(),
    cameAt: Moment,
    settledAt: z.nullable(Moment),
    /** By the house, since nobody had read it for long. */
    laidAside: z.boolean(),
    givenTo: z.nullable(Person),
  }),
)
export const WholeMailedReport = named(
  'WholeMailedReport',
  z.object({
    ...MailedReport.shape,
    ...MailText.shape,
    /** The day on which the house lays it aside, where nobody does anything about it; null: never. */
    asideOn: z.nullable(CalendarDate),
    /** Who went, and can get it. */
    goers: z.array(Person),
    can: z.object({ give: z.boolean(), refuse: z.boolean(), reopen: z.boolean(), takeBack: z.boolean() }),
  }),
)
const ById = z.object({ id: Id })

export const listMailedReports = endpoint({
  name: 'listMailedReports',
  method: 'GET',
  path: '/api/mailed-reports',
  summary:
    'Mails about visits that lie in nobody’s draft, the latest first: those that wait, or those of the last 30 days that somebody has settled',
  can: coordinators,
  query: z.object({ vis: z._default(z.enum(['waits', 'settled']), 'waits') }),
  answer: z.object({
    rows: z.array(MailedReport),
    /** There are more than are listed. */
    more: z.boolean(),
    /** Mails of strangers that wait, listed or not, and since when the last of them does. */
    strangers: z.object({ count: z.int(), upTo: z.nullable(Moment) }),
    /** Mails come in here at all. */
    receives: z.boolean(),
  }),
})
export const showMailedReport = endpoint({
  name: 'showMailedReport',
  method: 'GET',
  path: '/api/mailed-reports/{id}',
  summary: 'One mail about a visit as text, and why it is no draft',
  can: coordinators,
  params: ById,
  answer: WholeMailedReport,
  problems: ['not-found'],
})
export const giveMailedReport = endpoint({
  name: 'giveMailedReport',
  method: 'POST',
  path: '/api/mailed-reports/{id}/drafts',
  within: showMailedReport,
  summary: 'One of those who went gets it into his draft, with whom it came from',
  can: coordinators,
  status: 201,
  params: ById,
  body: z.object({ personId: Id }),
  answer: Nothing,
  problems: ['not-found', 'mail-settled', 'mailed-report-too-late'],
})
export const takeBackMailedReport = endpoint({
  name: 'takeBackMailedReport',
  method: 'DELETE',
  path: '/api/mailed-reports/{id}/drafts',
  within: showMailedReport,
  summary: 'It was given by mistake: it waits again, while it stands in nothing that one has written',
  can: coordinators,
  params: ById,
  answer: Nothing,
  problems: ['not-found', 'mail-settled', 'mailed-report-taken'],
})
export const refuseMailedReport = endpoint({
  name: 'refuseMailedReport',
  method: 'POST',
  path: '/api/mailed-reports/{id}/refusals',
  within: showMailedReport,
  summary: 'It is no report: it is laid aside',
  can: coordinators,
  status: 201,
  params: ById,
  answer: Nothing,
  problems: ['not-found', 'mail-settled'],
})
export const reopenMailedReport = endpoint({
  name: 'reopenMailedReport',
  method: 'DELETE',
  path: '/api/mailed-reports/{id}/refusals',
  within: showMailedReport,
  summary: 'It may be one after all: it waits again',
  can: coordinators,
  params: ById,
  answer: Nothing,
  problems: ['not-found', 'mail-settled'],
})
export const refuseReportStrangers = endpoint({
  name: 'refuseReportStrangers',
  method: 'POST',
  path: '/api/mailed-reports/refusals',
  summary:
    'What strangers wrote is no report: all that has waited of them since this moment; what came in or was put back since, and what somebody has settled, stays as it is',
  can: coordinators,
  status: 201,
  body: z.object({ upTo: Moment }),
  answer: z.object({ ids: z.array(z.int()) }),
})
export const reopenMailedReports = endpoint({
  name: 'reopenMailedReports',
  method: 'POST',
  path: '/api/mailed-reports/reopenings',
  summary: 'They may be reports after all: those of strangers that were given to nobody wait again',
  can: coordinators,
  status: 201,
  body: z.object({ ids: z.array(Id).check(z.minLength(1), z.maxLength(1000)) }),
  answer: z.object({ ids: z.array(z.int()) }),
})

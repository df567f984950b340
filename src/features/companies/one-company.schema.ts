/** One company: facts, may we call, and what was done about it. */
import { CalendarDate, endpoint, Id, Moment, named, Page, PageQuery, z } from '#platform/endpoint'
import { staff } from '../centre/roles.ts'
import { ContactBasis } from '../may-contact/basis.schema.ts'
import { Judgement } from '../may-contact/hindrance.schema.ts'
import { CallReason } from '../may-contact/hindrance.schema.ts'
import { CompanyRow } from './companies.schema.ts'

/** Something that was done about a company: who, when, and what it said before and after. Texts are the browser's. */
export const CompanyEvent = named(
  'CompanyEvent',
  z.object({
    id: z.int(),
    at: Moment,
    verb: z.string(),
    subject: z.string(),
    subjectId: z.nullable(z.int()),
    /** Which of its places; null: of none alone. */
    companyId: z.nullable(z.int()),
    who: z.nullable(z.string()),
    school: z.nullable(z.string()),
    visibility: z.enum(['centre', 'school', 'personal']),
    /** The CVR number it stood under, when the workplace has moved to another since. */
    underCvr: z.nullable(z.string()),
    before: z.nullable(z.record(z.string(), z.unknown())),
    after: z.nullable(z.record(z.string(), z.unknown())),
  }),
)

const OwnWay = z.enum(['phone', 'email', 'website'])
export type OwnWay = z.infer<typeof OwnWay>

export const CompanyCard = named(
  'CompanyCard',
  z.object({
    ...CompanyRow.shape,
    startedOn: z.nullable(CalendarDate),
    statusText: z.nullable(z.string()),
    /** Its status word, or its company's, says that it does not go on. */
    standing: z.nullable(
      z.object({ kind: z.enum(['ceased', 'bankrupt', 'being-dissolved']), since: z.nullable(CalendarDate) }),
    ),
    website: z.nullable(z.string()),
    registerChangedAt: z.nullable(Moment),
    /** The register lacks it: all that stands here comes from the centre's own files. */
    own: z.boolean(),
    /** What the centre's own files gave, in place of the register's. */
    ownWays: z.array(OwnWay),
    protectedSeenAt: z.nullable(Moment),
    company: z.nullable(z.object({ id: z.int(), name: z.string() })),
    workplaces: z.array(
      z.object({
        id: z.int(),
        pNumber: z.nullable(z.string()),
        name: z.string(),
        street: z.nullable(z.string()),
        town: z.nullable(z.string()),
        employees: z.nullable(z.int()),
        employeesFrom: z.nullable(z.int()),
        employeesTo: z.nullable(z.int()),
        closedOn: z.nullable(CalendarDate),
        /** With shared leadership: why it may not be called now, until when, and with whom it is running. */
        state: z.nullable(CallReason),
        untilOn: z.nullable(CalendarDate),
        who: z.nullable(z.string()),
      }),
    ),
    workplaceCount: z.int(),
    /** Its workplaces answer each for itself. */
    sharedLeadership: z.boolean(),
    /** The answer to "Må vi ringe?": every reason that holds, the one that holds longest first; empty: yes. */
    blocks: z.array(z.object({ reason: CallReason, untilOn: z.nullable(CalendarDate) })),
    /** The same for who asks: why not, in a sentence, until when, whom to ask; who has it in hand may go on. */
    judgement: Judgement,
    bases: z.array(ContactBasis),
    /** Meetings to come, with who goes there, and those that are `over` and have no report yet. */
    meetings: z.array(
      z.object({
        id: z.int(),
        companyId: z.int(),
        company: z.string(),
        startsAt: Moment,
        over: z.boolean(),
        form: z.enum(['visit', 'online', 'phone']),
        who: z.array(z.string()),
        confirmedAt: z.nullable(Moment),
        /** Who asks goes there, or runs the centre: he may read what is known before. */
        prepare: z.boolean(),
      }),
    ),
    /** Calls back that were agreed on and stand in a list's queue. */
    callBacks: z.array(z.object({ companyId: z.int(), company: z.string(), dueAt: Moment, list: z.string() })),
    /** My meeting that was held and has no report yet: the next thing to do. */
    reportFor: z.nullable(z.int()),
    can: z.object({ recordBasis: z.boolean(), report: z.boolean() }),
  }),
)
export const showCompany = endpoint({
  name: 'showCompany',
  method: 'GET',
  path: '/api/companies/{id}',
  summary: 'A company: facts, may we call, promises, workplaces',
  can: staff,
  measured: 'card',
  params: z.object({ id: Id }),
  answer: CompanyCard,
  problems: ['taken-enough'],
})
export const listCompanyEvents = endpoint({
  name: 'listCompanyEvents',
  method: 'GET',
  path: '/api/companies/{id}/events',
  summary: 'What was done about a company, newest first',
  can: staff,
  params: z.object({ id: Id }),
  query: z.object(PageQuery),
  answer: Page(CompanyEvent),
  problems: ['bad-cursor'],
})
export const listCorrections = endpoint({
  name: 'listCorrections',
  method: 'GET',
  path: '/api/companies/{id}/corrections',
  within: showCompany,
  summary: 'What imports changed about a company',
  can: staff,
  params: z.object({ id: Id }),
  answer: z.object({
    rows: z.array(
      z.object({
        importId: z.int(),
        fileName: z.string(),
        at: Moment,
        who: z.nullable(z.string()),
        undone: z.boolean(),
        created: z.boolean(),
        changes: z.array(
          z.object({ field: z.string(), before: z.nullable(z.string()), after: z.nullable(z.string()) }),
        ),
      }),
    ),
  }),
})

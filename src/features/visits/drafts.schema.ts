/** A report while it is written. */
import { endpoint, Id, Moment, named, Nothing, z } from '#platform/endpoint'
import { visitors } from '../centre/roles.ts'
import { TookPart } from '../company-people/company-people.schema.ts'
import { AskedSoFar } from '../guides/guides.schema.ts'
import { MailedWords, MailsDropped, MailsTaken } from '../mailed-words/mailed-words.schema.ts'
import { PersonName } from '../promises/promises.schema.ts'
import { RestrictedPartDraft } from '../restricted-parts/restricted-parts.schema.ts'
import { Education, TopicCode } from './visits.schema.ts'

/** Half-written: nothing is required, and only the writer sees it. */
export const DraftBody = named(
  'VisitDraft',
  z.object({
    about: z.string().check(z.maxLength(8000)),
    needs: z
      .array(
        z.object({ words: z.string().check(z.maxLength(500)), education: z.nullable(Education), soon: z.boolean() }),
      )
      .check(z.maxLength(30)),
    topics: z.array(TopicCode).check(z.maxLength(40)),
    tookPart: z._default(z.array(TookPart).check(z.maxLength(20)), []),
    promises: z
      .array(
        z.object({
          what: z.string().check(z.maxLength(300)),
          ownerId: z.nullable(z.int()),
          dueOn: z.string().check(z.maxLength(10)),
        }),
      )
      .check(z.maxLength(20)),
    visitedAt: z.nullable(z.string().check(z.maxLength(40))),
    regularContact: z._default(
      z.nullable(z.object({ what: z.string().check(z.maxLength(300)), dueOn: z.string().check(z.maxLength(10)) })),
      null,
    ),
    mails: z._default(MailsTaken, []),
    restricted: z._default(z.nullable(RestrictedPartDraft), null),
    asked: z._default(z.nullable(AskedSoFar), null),
  }),
)
const Place = { bookingId: z.optional(Id), companyId: z.optional(Id) }
export const showReportForm = endpoint({
  name: 'showReportForm',
  method: 'GET',
  path: '/api/visit-drafts',
  summary: 'What is known before the report is written: company, call note, my draft, who may own a promise',
  can: visitors,
  query: z.object(Place),
  answer: z.object({
    companyId: z.int(),
    company: z.string(),
    town: z.nullable(z.string()),
    bookingId: z.nullable(z.int()),
    startsAt: z.nullable(Moment),
    contactName: z.nullable(z.string()),
    /** Whom the meeting was agreed with: proposed as who took part. */
    met: z.array(TookPart),
    callNote: z.string(),
    /** The report, when it has been sent. */
    visitId: z.nullable(z.int()),
    draft: z.nullable(z.object({ body: DraftBody, savedAt: Moment })),
    /** What came by mail to it; in what I have written stand those that it names (`mails`). */
    mailed: z.array(MailedWords),
    /** Where I can write it to in a mail; null: nowhere. */
    mailTo: z.nullable(z.string()),
    /** Who has the company; null: nobody, and whoever writes is asked. */
    regularContact: z.nullable(PersonName),
    people: z.array(z.object({ id: z.int(), name: z.string(), school: z.nullable(z.string()) })),
    /** Why it cannot be reported yet, if so. */
    can: z.object({ report: z.boolean() }),
  }),
  problems: ['not-found'],
})
export const saveDraft = endpoint({
  name: 'saveDraft',
  method: 'PUT',
  path: '/api/visit-drafts',
  summary: 'Save my half-written report',
  can: visitors,
  query: z.object(Place),
  body: DraftBody,
  answer: z.object({ savedAt: Moment }),
  problems: ['not-found'],
})
export const dropDraft = endpoint({
  name: 'dropDraft',
  method: 'DELETE',
  path: '/api/visit-drafts',
  summary: 'Throw my half-written report away',
  can: visitors,
  /** `mails`: what came by mail and stands beside it, thrown away too; what stands in it goes with it. */
  query: z.object({ ...Place, mails: z.optional(MailsDropped) }),
  answer: Nothing,
  problems: ['not-found'],
})

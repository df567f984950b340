/** Tips of partners, for those who go on with them. */
import { CalendarDate, endpoint, Id, MaybeWords, Moment, named, Words, z } from '#platform/endpoint'
import { coordinators, visitors } from '../centre/roles.ts'
import { MeetingForm } from '../diaries/diaries.schema.ts'
import { PartnerKind } from '../partners/partners.schema.ts'

const Person = z.object({ id: z.int(), name: z.string() })
export const Tip = named(
  'Tip',
  z.object({
    id: z.int(),
    /** Null: they do not want to be named, and only who runs the centre sees them. */
    partner: z.nullable(z.object({ id: z.int(), name: z.string(), kind: PartnerKind })),
    /** Whether the company may be told who it comes from. */
    mayName: z.boolean(),
    givenOn: CalendarDate,
    company: z.string(),
    town: z.string(),
    /** Null: as it was written, not found in the register. */
    companyId: z.nullable(z.int()),
    words: z.string(),
    urgent: z.boolean(),
    /** The company itself asked: who, and when. */
    asked: z.nullable(z.object({ by: z.string(), on: CalendarDate })),
    joinedTo: z.nullable(z.int()),
    seen: z.boolean(),
    askedWhom: z.nullable(Person),
    owner: z.nullable(Person),
    acceptedAt: z.nullable(Moment),
    enquiryId: z.nullable(z.int()),
    /** Why who was asked did not take it. */
    note: z.string(),
    reached: z.enum(['received', 'looking', 'visited', 'led', 'not-now']),
    endedOn: z.nullable(CalendarDate),
    endedWhy: z.string(),
    can: z.object({
      read: z.boolean(),
      ask: z.boolean(),
      answer: z.boolean(),
      giveBack: z.boolean(),
      seeVisit: z.boolean(),
      end: z.boolean(),
      name: z.boolean(),
      register: z.boolean(),
    }),
  }),
)
const WholeTip = named(
  'WholeTip',
  z.object({
    ...Tip.shape,
    /** What holds against a visit now, in a sentence; null: nothing. */
    because: z.nullable(z.string()),
    /** Whom to ask, who fits best first, and why. */
    proposed: z.array(z.object({ ...Person.shape, school: z.nullable(z.string()), why: z.string() })),
    /** Others of the same company that are joined to this one. */
    joined: z.array(z.object({ id: z.int(), words: z.string(), givenOn: CalendarDate, seen: z.boolean() })),
    /** So many more are joined and not listed. */
    joinedMore: z.int(),
    /** The visit that it led to was called off, or changed by another (`at`), and whoever goes on with it has not seen that; how it stands now. */
    visit: z.nullable(
      z.object({
        ...{ news: z.enum(['off', 'moved']), at: Moment },
        ...{ startsAt: Moment, form: MeetingForm, visitors: z.array(z.string()) },
      }),
    ),
  }),
)
const ById = z.object({ id: Id })
const refusals = ['not-found', 'not-allowed', 'tip-ended'] as const

export const listTips = endpoint({
  name: 'listTips',
  method: 'GET',
  path: '/api/tips',
  summary:
    'Tips of partners, the latest first: all of them to who runs the centre, else those one is asked about or goes on with',
  can: visitors,
  query: z.object({ vis: z._default(z.enum(['open', 'ended']), 'open'), partnerId: z.optional(Id) }),
  /** `more`: there are more than are listed. */
  answer: z.object({ rows: z.array(Tip), more: z.boolean() }),
})
export const showTip = endpoint({
  name: 'showTip',
  method: 'GET',
  path: '/api/tips/{id}',
  summary: 'One tip, what holds against going on with it, and whom to ask',
  can: visitors,
  params: ById,
  answer: WholeTip,
  problems: ['not-found'],
})
export const readTip = endpoint({
  name: 'readTip',
  method: 'POST',
  path: '/api/tips/{id}/readings',
  within: showTip,
  summary: 'It is read, and looked at; one that waits for the company goes on by itself when it may',
  can: coordinators,
  status: 201,
  params: ById,
  answer: WholeTip,
  problems: refusals,
})
export const askAboutTip = endpoint({
  name: 'askAboutTip',
  method: 'POST',
  path: '/api/tips/{id}/askings',
  within: showTip,
  summary: 'Ask who visits to go on with it; refused while the company may not be contacted',
  can: coordinators,
  status: 201,
  params: ById,
  body: z.object({ toId: z.int() }),
  answer: WholeTip,
  problems: [...refusals, 'may-not-contact', 'tip-taken', 'tip-unnamed'],
})
export const acceptTip = endpoint({
  name: 'acceptTip',
  method: 'POST',
  path: '/api/tips/{id}/acceptances',
  within: showTip,
  summary: 'I go on with it; refused while the company may not be contacted',
  can: visitors,
  status: 201,
  params: ById,
  answer: WholeTip,
  problems: [...refusals, 'may-not-contact', 'tip-taken', 'tip-unnamed'],
})
export const seeTipVisit = endpoint({
  name: 'seeTipVisit',
  method: 'POST',
  path: '/api/tips/{id}/visit-readings',
  within: showTip,
  summary: 'I go on with it, and have seen what happened with its visit: called off, or changed',
  can: visitors,
  status: 201,
  params: ById,
  /** `at` of what was shown: what happened since stays to be seen. */
  body: z.object({ at: Moment }),
  answer: WholeTip,
  problems: refusals,
})
export const declineTip = endpoint({
  name: 'declineTip',
  method: 'POST',
  path: '/api/tips/{id}/refusals',
  within: showTip,
  summary: 'I do not go on with it: the coordinators have it again, with my reason',
  can: visitors,
  status: 201,
  params: ById,
  body: z.object({ why: Words(500) }),
  answer: z.object({}),
  problems: refusals,
})
export const endTip = endpoint({
  name: 'endTip',
  method: 'POST',
  path: '/api/tips/{id}/endings',
  within: showTip,
  summary: 'Nothing more is done about it; the partner sees what came of it, never why',
  can: visitors,
  status: 201,
  params: ById,
  body: z.object({ why: MaybeWords(500) }),
  answer: WholeTip,
  problems: refusals,
})
export const nameTipCompany = endpoint({
  name: 'nameTipCompany',
  method: 'PUT',
  path: '/api/tips/{id}/company',
  within: showTip,
  summary: 'Say which company it is about, where nobody knew; one with an open tip joins it there',
  can: coordinators,
  params: ById,
  body: z.object({ companyId: z.int() }),
  answer: WholeTip,
  problems: [...refusals, 'tip-taken'],
})
export const registerTip = endpoint({
  name: 'registerTip',
  method: 'POST',
  path: '/api/tips/{id}/enquiries',
  within: showTip,
  summary: 'The company itself asked: it goes on as an enquiry of its own, with who asked and when',
  can: coordinators,
  status: 201,
  params: ById,
  /** What the company asked, in the words of whoever registers it: they go on its thread. */
  body: z.object({ matter: Words(1000) }),
  answer: WholeTip,
  problems: [...refusals, 'tip-taken'],
})

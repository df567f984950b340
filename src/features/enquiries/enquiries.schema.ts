/** A company turns to us itself (egen henvendelse): one way in, whoever was reached; somebody answers within a working day. */
import {
  CalendarDate,
  endpoint,
  Flag,
  Id,
  MaybeEmail,
  MaybeWords,
  Moment,
  named,
  Page,
  PageQuery,
  Words,
  z,
} from '#platform/endpoint'
import { leaders, roles, settlers, staff, working } from '../centre/roles.ts'
import { ways } from '../guidance/ways.table.ts'
import { enquiryWays, fieldCodes } from './enquiry-words.table.ts'

const Way = z.enum(ways)
const Field = z.enum(fieldCodes)
const Named = z.object({ id: z.int(), name: z.string() })

export const Enquiry = named(
  'Enquiry',
  z.object({
    id: z.int(),
    way: z.enum(enquiryWays),
    receivedAt: Moment,
    /** Null: they wrote it themselves, at a stand. */
    registeredBy: z.nullable(z.string()),
    /** Null: only name and number, as they were said. */
    companyId: z.nullable(z.int()),
    company: z.string(),
    number: z.string(),
    name: z.string(),
    phone: z.string(),
    email: z.string(),
    matter: z.string(),
    field: z.nullable(Field),
    /** Whom they asked for. */
    wanted: z.string(),
    /** Why it went where it went first. */
    routedBy: z.enum(['regular-contact', 'wanted-school', 'field', 'centre', 'self']),
    school: z.nullable(Named),
    owner: z.nullable(Named),
    /** By then somebody has it, and has answered. */
    dueOn: CalendarDate,
    late: z.boolean(),
    endedAt: z.nullable(Moment),
    endedBy: z.nullable(z.string()),
    endedHow: z.nullable(z.enum(['answered', 'closed'])),
    answer: z.string(),
    can: z.object({ take: z.boolean(), answer: z.boolean(), passOn: z.boolean() }),
  }),
)
const ById = z.object({ id: Id })

export const registerEnquiry = endpoint({
  name: 'registerEnquiry',
  method: 'POST',
  path: '/api/enquiries',
  summary:
    'A company turned to us itself: who, how, about what; it goes to whoever has them, else to a school by field and area',
  can: working,
  status: 201,
  body: z.object({
    way: Way,
    /** Now, without. */
    receivedAt: z.optional(z.nullable(Moment)),
    /** Found among companies, by those who know them; else the name and a number as they were said. */
    companyId: z.optional(z.nullable(z.int())),
    company: Words(200),
    /** A phone number or a CVR number. */
    number: z._default(MaybeWords(40), ''),
    name: Words(120),
    phone: z._default(MaybeWords(40), ''),
    email: z._default(MaybeEmail, ''),
    matter: Words(1000),
    field: z.optional(z.nullable(Field)),
    wanted: z._default(MaybeWords(120), ''),
    /** The school they asked for. */
    schoolId: z.optional(z.nullable(z.int())),
    /** I have them on the phone, and answer them myself: of those who know companies. */
    mine: z.optional(z.boolean()),
  }),
  /** Where it went, for whoever registered: no card is opened. */
  answer: z.object({
    id: z.int(),
    to: z.object({ kind: z.enum(['person', 'school', 'centre']), name: z.string() }),
    dueOn: CalendarDate,
    /** A mail has told them that it was received. */
    confirmed: z.boolean(),
  }),
})
export const findEnquirers = endpoint({
  name: 'findEnquirers',
  method: 'GET',
  path: '/api/enquirers',
  summary: 'Companies by name, CVR number or phone, for an enquiry',
  can: staff,
  query: z.object({ q: z.string().check(z.minLength(2), z.maxLength(100)) }),
  answer: z.object({
    rows: z.array(z.object({ id: z.int(), name: z.string(), town: z.nullable(z.string()), cvr: z.string() })),
  }),
})
export const listEnquiries = endpoint({
  name: 'listEnquiries',
  method: 'GET',
  path: '/api/enquiries',
  summary: 'Companies that turned to us, the latest first',
  can: staff,
  query: z.object({
    ...PageQuery,
    whose: z._default(z.enum(['mine', 'school', 'all']), 'all'),
    ended: z.optional(Flag),
    companyId: z.optional(Id),
    text: z.optional(z.string().check(z.maxLength(100))),
  }),
  answer: Page(Enquiry),
  problems: ['bad-cursor'],
})
export const showEnquiry = endpoint({
  name: 'showEnquiry',
  method: 'GET',
  path: '/api/enquiries/{id}',
  summary: 'One enquiry',
  can: staff,
  params: ById,
  answer: Enquiry,
  problems: ['not-found'],
})
export const takeEnquiry = endpoint({
  name: 'takeEnquiry',
  method: 'POST',
  path: '/api/enquiries/{id}/takings',
  within: showEnquiry,
  summary: 'I answer it',
  can: staff,
  status: 201,
  params: ById,
  answer: Enquiry,
  problems: ['not-found', 'not-allowed', 'enquiry-ended', 'enquiry-taken'],
})
export const passEnquiryOn = endpoint({
  name: 'passEnquiryOn',
  method: 'POST',
  path: '/api/enquiries/{id}/passings',
  within: showEnquiry,
  summary: 'Someone else answers it: a colleague of the school, another school, or the coordinators (neither)',
  can: staff,
  status: 201,
  params: ById,
  body: z.object({
    toId: z.optional(z.nullable(z.int())),
    schoolId: z.optional(z.nullable(z.int())),
    note: z._default(MaybeWords(500), ''),
  }),
  answer: Enquiry,
  problems: ['not-found', 'not-allowed', 'enquiry-ended'],
})
export const answerEnquiry = endpoint({
  name: 'answerEnquiry',
  method: 'POST',
  path: '/api/enquiries/{id}/answers',
  within: showEnquiry,
  summary: 'They have got their answer, or there is nothing more to do',
  can: staff,
  status: 201,
  params: ById,
  body: z.object({ how: z._default(z.enum(['answered', 'closed']), 'answered'), answer: Words(1000) }),
  answer: Enquiry,
  problems: ['not-found', 'not-allowed', 'enquiry-ended'],
})

// ---- What a school answers for ----------------------------------------------------------------------------------
const Reach = z.object({
  schoolId: z.int(),
  school: z.string(),
  fields: z.array(Field),
  /** Municipalities; none: everywhere. */
  areas: z.array(z.int()),
  can: z.object({ change: z.boolean() }),
})
export const listSchoolReach = endpoint({
  name: 'listSchoolReach',
  method: 'GET',
  path: '/api/school-reach',
  summary: 'Which kinds of education each school answers for, and where',
  can: staff,
  answer: z.object({ rows: z.array(Reach) }),
})
const whoSettles = roles.filter((role) => settlers.includes(role) || leaders.includes(role))
export const changeSchoolReach = endpoint({
  name: 'changeSchoolReach',
  method: 'PUT',
  path: '/api/school-reach/{schoolId}',
  summary: 'Which kinds of education a school answers for, and where',
  can: whoSettles,
  params: z.object({ schoolId: Id }),
  body: z.object({
    fields: z.array(Field).check(z.maxLength(20)),
    areas: z.array(z.int().check(z.minimum(1), z.maximum(999))).check(z.maxLength(100)),
  }),
  answer: Reach,
  problems: ['not-found', 'not-allowed'],
})

/** A partner goes to a company, and asks one of us along. */
import { endpoint, Id, MaybeWords, Moment, named, Nothing, Words, z } from '#platform/endpoint'
import { coordinators, partners, visitors } from '../centre/roles.ts'

const Person = z.object({ id: z.int(), name: z.string() })
export const JointVisit = named(
  'JointVisit',
  z.object({
    id: z.int(),
    partner: Person,
    company: z.string(),
    town: z.string(),
    /** Null: as it was written, not found in the register. */
    companyId: z.nullable(z.int()),
    /** As the register calls it now. */
    found: z.nullable(z.string()),
    /** By the partner: only who was asked or had said yes sees it, until he has put it away. */
    takenBack: z.boolean(),
    startsAt: Moment,
    endsAt: Moment,
    place: z.string(),
    words: z.string(),
    askedWhom: z.nullable(Person),
    goes: z.nullable(Person),
    declined: z.boolean(),
    /** Why who was asked does not go. */
    note: z.string(),
    /** `takeOff`: who runs the centre says that who said yes does not go. */
    can: z.object({
      ask: z.boolean(),
      answer: z.boolean(),
      giveBack: z.boolean(),
      takeOff: z.boolean(),
      decline: z.boolean(),
      /** To say which company of the register it is. */
      link: z.boolean(),
      unlink: z.boolean(),
      putAway: z.boolean(),
    }),
  }),
)
const WholeJointVisit = named(
  'WholeJointVisit',
  z.object({
    ...JointVisit.shape,
    /** What holds against going there now, in a sentence; null: nothing. */
    because: z.nullable(z.string()),
    /** Who visits; `free`: nothing else of theirs lies there. */
    visitors: z.array(z.object({ ...Person.shape, free: z.boolean() })),
  }),
)
/** As far as the partner sees: whether somebody goes along, and who. No reason. */
export const GivenJointVisit = named(
  'GivenJointVisit',
  z.object({
    company: z.string(),
    town: z.string(),
    startsAt: Moment,
    endsAt: Moment,
    answer: z.enum(['waits', 'yes', 'no']),
    who: z.nullable(z.object({ name: z.string(), school: z.nullable(z.string()) })),
  }),
)
const ById = z.object({ id: Id })
const refusals = ['not-found', 'joint-visit-over'] as const

export const askAlong = endpoint({
  name: 'askAlong',
  method: 'POST',
  path: '/api/my-partner/joint-visits',
  summary: 'We go to a company: ask one of the centre along',
  can: partners,
  status: 201,
  body: z.object({
    company: Words(200),
    companyId: z._default(z.nullable(z.int()), null),
    startsAt: Moment,
    endsAt: Moment,
    place: Words(200),
    words: z._default(MaybeWords(500), ''),
  }),
  answer: Nothing,
  problems: ['not-allowed', 'too-many-tries'],
})
/** The visit is named as the partner's page shows it: it has no number there. */
export const takeBackAlong = endpoint({
  name: 'takeBackAlong',
  method: 'POST',
  path: '/api/my-partner/joint-visits/take-backs',
  summary: 'Nobody of the centre is to come along after all: who had said yes is told, and the time is free',
  can: partners,
  status: 201,
  body: z.object({
    company: Words(200),
    startsAt: Moment,
    /** What its page says of it: of two that are named alike that one is meant. */
    answer: z._default(z.enum(['waits', 'yes']), 'yes'),
  }),
  answer: Nothing,
  problems: ['not-allowed', ...refusals],
})
export const listJointVisits = endpoint({
  name: 'listJointVisits',
  method: 'GET',
  path: '/api/joint-visits',
  summary:
    'Visits of partners ahead that one of us is asked along to: all of them to who runs the centre, else the own',
  can: visitors,
  answer: z.object({ rows: z.array(JointVisit) }),
})
export const showJointVisit = endpoint({
  name: 'showJointVisit',
  method: 'GET',
  path: '/api/joint-visits/{id}',
  summary: 'One of them, what holds against going there, and who has the time',
  can: visitors,
  params: ById,
  answer: WholeJointVisit,
  problems: ['not-found'],
})
export const putAwayTakenBack = endpoint({
  name: 'putAwayTakenBack',
  method: 'POST',
  path: '/api/joint-visits/{id}/readings',
  within: showJointVisit,
  summary: 'I have read that the partner took it back',
  can: visitors,
  status: 201,
  params: ById,
  answer: Nothing,
  problems: ['not-found'],
})
export const askToGoAlong = endpoint({
  name: 'askToGoAlong',
  method: 'POST',
  path: '/api/joint-visits/{id}/askings',
  within: showJointVisit,
  summary: 'Ask who visits to go along',
  can: coordinators,
  status: 201,
  params: ById,
  body: z.object({ toId: z.int() }),
  answer: WholeJointVisit,
  problems: [...refusals, 'joint-visit-changed'],
})
export const goAlong = endpoint({
  name: 'goAlong',
  method: 'POST',
  path: '/api/joint-visits/{id}/acceptances',
  within: showJointVisit,
  summary:
    'I go along: the time is taken; refused while the company may not be contacted, or where something else lies there',
  can: visitors,
  status: 201,
  params: ById,
  answer: WholeJointVisit,
  problems: [...refusals, 'not-allowed', 'may-not-contact', 'joint-visit-busy'],
})
export const notGoAlong = endpoint({
  name: 'notGoAlong',
  method: 'POST',
  path: '/api/joint-visits/{id}/refusals',
  within: showJointVisit,
  summary: 'I do not go along, or who said yes does not, as who runs the centre says: it waits with them again',
  can: visitors,
  status: 201,
  params: ById,
  body: z.object({ why: MaybeWords(500) }),
  answer: Nothing,
  problems: [...refusals, 'not-allowed'],
})
export const declineJointVisit = endpoint({
  name: 'declineJointVisit',
  method: 'POST',
  path: '/api/joint-visits/{id}/cancellations',
  within: showJointVisit,
  summary: 'Nobody of us goes along; the partner sees that, and no reason',
  can: coordinators,
  status: 201,
  params: ById,
  answer: WholeJointVisit,
  problems: [...refusals, 'joint-visit-changed'],
})
export const linkJointCompany = endpoint({
  name: 'linkJointCompany',
  method: 'PUT',
  path: '/api/joint-visits/{id}/company',
  within: showJointVisit,
  summary: 'Which company of the register it is, where it was only written; null: it is not known after all',
  can: coordinators,
  params: ById,
  body: z.object({ companyId: z.nullable(z.int()) }),
  answer: WholeJointVisit,
  problems: [...refusals, 'not-allowed'],
})

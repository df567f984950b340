import { endpoint, MaybeWords, named, z } from '#platform/endpoint'
import { roles, settlers } from './roles.ts'

export const Role = named('Role', z.enum(roles))
// ---- The centre's rules ----------------------------------------------------------------------------
/** What every company is promised, in months: a centre may leave it alone longer, and shorter only with a reason on record. */
export const leastMonths = { laterMonths: 3, notInterestedMonths: 6 } as const
export const isShorter = ({ laterMonths, notInterestedMonths }: Record<keyof typeof leastMonths, number>) =>
  laterMonths < leastMonths.laterMonths || notInterestedMonths < leastMonths.notInterestedMonths
export const Rules = named(
  'Rules',
  z.object({
    /** What a school's silence at the deadline of a hearing means: its companies go on, or wait for an answer. */
    silence: z.enum(['goes-on', 'waits']),
    laterMonths: z.int().check(z.minimum(1), z.maximum(24)),
    notInterestedMonths: z.int().check(z.minimum(1), z.maximum(36)),
    strikeMonths: z.int().check(z.minimum(1), z.maximum(36)),
    noAnswerHours: z.int().check(z.minimum(1), z.maximum(168)),
    noAnswerTries: z.int().check(z.minimum(1), z.maximum(20)),
    noAnswerRestDays: z.int().check(z.minimum(1), z.maximum(180)),
    /** So long after a visit a need that nobody has answered keeps others from calling. */
    activeCaseMonths: z.int().check(z.minimum(1), z.maximum(36)),
    visitMinutes: z.int().check(z.minimum(15), z.maximum(240)),
    /** Between two meetings of one person, beside the driving. */
    bufferMinutes: z.int().check(z.minimum(0), z.maximum(120)),
    /** How many workplaces of a company a list takes: of one leadership, and where it is shared. */
    companyPlaces: z.int().check(z.minimum(1), z.maximum(10)),
    sharedPlaces: z.int().check(z.minimum(1), z.maximum(20)),
    /** So long without contact a regular contact stands; two months before whoever has it is warned. */
    contactMonths: z.int().check(z.minimum(6), z.maximum(36)),
    /** So long contact is open to whoever answers an enquiry, or was told yes by who has the company. */
    openDays: z.int().check(z.minimum(7), z.maximum(90)),
    /** So long a company's link works, when nothing runs with it. */
    linkDays: z.int().check(z.minimum(14), z.maximum(365)),
    /** Working days for an answer to a referral; then the coordinators have it too. */
    referralDays: z.int().check(z.minimum(4), z.maximum(20)),
    /** So many companies that schools hand in are reached in a quarter; each school's share of the callers' time is its share of them. */
    handedInQuarter: z.int().check(z.minimum(0), z.maximum(20_000)),
    /** Who went to a meeting is asked by mail, as it ends, to answer with a few lines for the report. */
    askByMail: z.boolean(),
    /** The council's reason for leaving companies alone shorter than they are promised (`leastMonths`); only then. */
    shorterWhy: z.nullable(MaybeWords(500)),
  }),
)
export const showRules = endpoint({
  name: 'showRules',
  method: 'GET',
  path: '/api/rules',
  summary: 'The rules the centre has chosen',
  can: 'anyone',
  answer: Rules,
})
export const changeRules = endpoint({
  name: 'changeRules',
  method: 'PUT',
  path: '/api/rules',
  summary: 'Choose the rules of the centre',
  can: settlers,
  body: Rules,
  answer: Rules,
})

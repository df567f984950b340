/** What a partner tells of a company, and looks up to say which it is: signed in, or by a link. */
import { CalendarDate, endpoint, MaybeWords, Nothing, Words, z } from '#platform/endpoint'
import { partners } from '../centre/roles.ts'

/** As much as a tip may say. */
export const longestTip = 1000

export const TipForm = z.object({
  company: Words(200),
  /** Chosen from what was found; without, it is sent as it was written. */
  companyId: z._default(z.nullable(z.int()), null),
  words: Words(longestTip),
  mayName: z._default(z.boolean(), false),
  urgent: z._default(z.boolean(), false),
  /** The company itself asked: who, and when. */
  askedBy: z._default(MaybeWords(120), ''),
  askedOn: z._default(z.nullable(CalendarDate), null),
})
export const TippedCompanies = z.object({
  rows: z.array(z.object({ id: z.int(), name: z.string(), town: z.nullable(z.string()) })),
})
export const SoughtCompany = z.object({ q: z.string().check(z.minLength(3), z.maxLength(100)) })
/** As far as a partner sees, and no further: no reason, no day, no name. */
export const GivenTip = z.object({
  company: z.string(),
  town: z.string(),
  givenOn: CalendarDate,
  reached: z.enum(['received', 'looking', 'visited', 'led', 'not-now']),
  /** There was a visit; of one that led to nothing the knot stays hollow without. */
  visited: z.boolean(),
})
export const giveTip = endpoint({
  name: 'giveTip',
  method: 'POST',
  path: '/api/my-partner/tips',
  summary: 'Tell of a company',
  can: partners,
  status: 201,
  body: TipForm,
  answer: Nothing,
})
export const findTipped = endpoint({
  name: 'findTipped',
  method: 'GET',
  path: '/api/my-partner/companies',
  summary: 'Companies of the register by name and town or CVR number, to say which a tip is about: five at most',
  can: partners,
  query: SoughtCompany,
  answer: TippedCompanies,
})
